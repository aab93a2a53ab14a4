/** Times as officers read them. Belize keeps UTC-6 all year, so no time zone table is needed. */

const BELIZE_OFFSET_MILLIS = -6 * 3_600_000;
const two = (n) => String(n).padStart(2, '0');

/** Unix milliseconds of an RFC 3339 text or a number; NaN when there is none. */
export function millis(value) {
  if (value === null || value === undefined) return NaN;
  return typeof value === 'number' ? value : Date.parse(value);
}

/** `05:30:07Z`, or `05:30Z` without seconds. */
export function zulu(atMillis, seconds = true) {
  return clock(atMillis, seconds) + 'Z';
}

/** `23:30:07` in Belize. */
export function belize(atMillis, seconds = true) {
  return clock(atMillis + BELIZE_OFFSET_MILLIS, seconds);
}

function clock(shiftedMillis, seconds) {
  if (!Number.isFinite(shiftedMillis)) return '--:--' + (seconds ? ':--' : '');
  const d = new Date(shiftedMillis);
  const minutes = two(d.getUTCHours()) + ':' + two(d.getUTCMinutes());
  return seconds ? minutes + ':' + two(d.getUTCSeconds()) : minutes;
}

/** The parts of the Belize date: weekday 0 is Sunday, month 0 is January. */
export function belizeDate(atMillis) {
  const d = new Date(atMillis + BELIZE_OFFSET_MILLIS);
  return {weekday: d.getUTCDay(), day: d.getUTCDate(), month: d.getUTCMonth(), year: d.getUTCFullYear(),
    minuteOfDay: d.getUTCHours() * 60 + d.getUTCMinutes()};
}

/** The Belize date as `2026-11-23`. */
export function belizeDay(atMillis) {
  return new Date(atMillis + BELIZE_OFFSET_MILLIS).toISOString().slice(0, 10);
}

/** Belize time for a text field, `2026-11-23 23:30:07`: the same for every browser, unlike its own date fields. */
export function toLocalField(atMillis) {
  return new Date(atMillis + BELIZE_OFFSET_MILLIS).toISOString().slice(0, 19).replace('T', ' ');
}

/** Unix milliseconds of such a text, with or without seconds; NaN if it is none. */
export function fromLocalField(text) {
  const trimmed = text.trim().replace(' ', 'T');
  const full = trimmed.length === 16 ? trimmed + ':00' : trimmed;
  return Date.parse(full + 'Z') - BELIZE_OFFSET_MILLIS;
}

/** The message key and its values for a span: seconds up to 90, then minutes, hours, days. */
export function span(spanMillis) {
  if (!Number.isFinite(spanMillis)) return {key: 'span.unknown', values: {}};
  const s = Math.max(0, spanMillis / 1000);
  if (s < 90) return {key: 'span.seconds', values: {n: Math.round(s)}};
  if (s < 5400) return {key: 'span.minutes', values: {n: Math.round(s / 60)}};
  if (s < 172_800) return {key: 'span.hours', values: {n: Math.floor(s / 3600), m: Math.round((s % 3600) / 60) % 60}};
  return {key: 'span.days', values: {n: Math.round(s / 86_400)}};
}
