/** Times as officers type them for plans: UTC, as air traffic control says them. No DOM. */

const DAY_MILLIS = 86_400_000;
const DATED = /^(\d{4}-\d\d-\d\d)[ T](\d\d):?(\d\d)Z?$/;
const OF_DAY = /^([01]\d|2[0-3]):?([0-5]\d)Z?$/i;

/**
 * Unix milliseconds of `1430`, `14:30` or `2026-11-23 14:30`; a time of day is the one from six hours ago on.
 * Null when nothing is typed, NaN when it is no time.
 */
export function typedTime(text, nowMillis) {
  const typed = text.trim();
  if (!typed) return null;
  const dated = DATED.exec(typed);
  if (dated) return Date.parse(dated[1] + 'T' + dated[2] + ':' + dated[3] + ':00Z');
  const ofDay = OF_DAY.exec(typed);
  if (!ofDay) return NaN;
  const from = nowMillis - DAY_MILLIS / 4;
  const wanted = (Number(ofDay[1]) * 60 + Number(ofDay[2])) * 60_000;
  return from + ((((wanted - from) % DAY_MILLIS) + DAY_MILLIS) % DAY_MILLIS);
}
