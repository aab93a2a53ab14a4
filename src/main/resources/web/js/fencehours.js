/** When a fence is in force. Hours are local; a start later than the end crosses midnight. */

import {belizeDate, millis} from './time.js';

const minutes = (hhmm) => Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(3, 5));

/** Whether a fence with these properties is active at a time. */
export function isActive(properties, atMillis) {
  if (atMillis < millis(properties.validFrom) || atMillis >= millis(properties.validUntil)) return false;
  const {activeFrom, activeTo} = properties;
  if (!activeFrom || !activeTo) return true;
  const now = minuteOfDay(atMillis, properties.timezone);
  const from = minutes(activeFrom);
  const to = minutes(activeTo);
  return from <= to ? now >= from && now < to : now >= from || now < to;
}

function minuteOfDay(atMillis, zone) {
  if (!zone || zone === 'America/Belize') return belizeDate(atMillis).minuteOfDay;
  const parts = new Intl.DateTimeFormat('en-GB', {timeZone: zone, hour: '2-digit', minute: '2-digit'}).format(atMillis);
  return minutes(parts);
}
