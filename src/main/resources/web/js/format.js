/** Numbers with their units. A thin space would be prettier, but a copied report must survive plain text. */

const known = (v) => v !== null && v !== undefined && Number.isFinite(v);

export const UNKNOWN = '—';

/** `11.2 kn`; whole knots from 100 up. */
export function knots(v) {
  return known(v) ? (v >= 100 ? Math.round(v) : v.toFixed(1)) + ' kn' : UNKNOWN;
}

/** `092°T`. */
export function degreesTrue(v) {
  return known(v) ? String(Math.round(v) % 360).padStart(3, '0') + '°T' : UNKNOWN;
}

/** `4.2 nm`; whole miles from 100 up. */
export function nauticalMiles(v) {
  return known(v) ? (v >= 100 ? Math.round(v) : v < 0.995 ? v.toFixed(2) : v.toFixed(1)) + ' nm' : UNKNOWN;
}

/** `2,400 ft`, and flight levels above the transition altitude of 19,500 ft. */
export function altitude(feet) {
  if (!known(feet)) return UNKNOWN;
  return feet >= 19_500 ? 'FL' + String(Math.round(feet / 100)).padStart(3, '0') : grouped(Math.round(feet)) + ' ft';
}

/** `12,345`. */
export function grouped(n) {
  return known(n) ? String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',') : UNKNOWN;
}

/** A value with at most `digits` decimals and no trailing zeros. */
export function plain(v, digits = 2) {
  return known(v) ? String(Number(v.toFixed(digits))) : UNKNOWN;
}

/** `4.0 MB`. */
export function bytes(n) {
  if (!known(n)) return UNKNOWN;
  if (n < 1000) return n + ' B';
  if (n < 1e6) return (n / 1e3).toFixed(1) + ' kB';
  return n < 1e9 ? (n / 1e6).toFixed(1) + ' MB' : (n / 1e9).toFixed(1) + ' GB';
}

/** A chance of 0 to 1 as `85 %`. */
export function percent(v) {
  return known(v) ? Math.round(v * 100) + ' %' : UNKNOWN;
}
