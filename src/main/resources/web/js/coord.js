/** Positions in and out of text. Degrees and decimal minutes is what is spoken on the radio. */

/** Degrees and minutes, degrees with minutes and seconds, decimal degrees. */
export const POSITION_FORMATS = ['ddm', 'dms', 'dd'];
let format = 'ddm';

/** Which of them the officer reads. */
export const positionFormat = () => format;

/** Chooses one of them; anything else leaves it as it is. */
export function writePositionsAs(wanted) {
  if (POSITION_FORMATS.includes(wanted)) format = wanted;
}

/** `17°29.94'N 088°11.20'W`, or as the officer has chosen. */
export function formatPosition(latitude, longitude) {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return '—';
  if (format === 'dd') return latitude.toFixed(5) + ' ' + longitude.toFixed(5);
  const part = format === 'dms' ? seconds : minutes;
  return part(latitude, 2, 'N', 'S') + ' ' + part(longitude, 3, 'E', 'W');
}

function minutes(value, width, positive, negative) {
  const hundredths = Math.round(Math.abs(value) * 6000);
  const degrees = Math.floor(hundredths / 6000);
  return String(degrees).padStart(width, '0') + '°' + ((hundredths - degrees * 6000) / 100).toFixed(2).padStart(5, '0') + "'" + (value < 0 ? negative : positive);
}

function seconds(value, width, positive, negative) {
  const tenths = Math.round(Math.abs(value) * 36_000);
  const degrees = Math.floor(tenths / 36_000);
  const rest = tenths - degrees * 36_000;
  return String(degrees).padStart(width, '0') + '°' + String(Math.floor(rest / 600)).padStart(2, '0') + "'" + ((rest % 600) / 10).toFixed(1).padStart(4, '0') + '"'
    + (value < 0 ? negative : positive);
}

/** One whole degree or minute line for the graticule: `17°30'N`. */
export function formatLine(value, latitude) {
  const minutes = Math.round(Math.abs(value) * 60);
  const letter = latitude ? (value < 0 ? 'S' : 'N') : (value < 0 ? 'W' : 'E');
  return Math.floor(minutes / 60) + '°' + (minutes % 60 ? String(minutes % 60).padStart(2, '0') + "'" : '') + letter;
}

const NUMBER = /(\d+(?:\.\d+)?)/g;

/** Reads decimal degrees, degrees-minutes or degrees-minutes-seconds; null if the text is no position. */
export function parsePosition(text) {
  const plain = text.trim().toUpperCase().replace(/,(?=\d{3}\b)/g, ',');
  return signedDecimal(plain) ?? lettered(plain);
}

function signedDecimal(text) {
  const m = /^([+-]?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)$/.exec(text);
  return m ? checked(Number(m[1]), Number(m[2])) : null;
}

function lettered(text) {
  const m = /^([^NS]*)([NS])[\s,;]*([^EW]*)([EW])$/.exec(text)
    ?? lettersFirst(text);
  if (!m || /[A-DF-MO-RT-VX-Z]/.test(text)) return null;
  const latitude = sexagesimal(m[1]);
  const longitude = sexagesimal(m[3]);
  if (latitude === null || longitude === null) return null;
  return checked(m[2] === 'S' ? -latitude : latitude, m[4] === 'W' ? -longitude : longitude);
}

function lettersFirst(text) {
  const m = /^([NS])([^EW]*)([EW])(.*)$/.exec(text);
  return m ? [text, m[2], m[1], m[4], m[3]] : null;
}

function sexagesimal(text) {
  const numbers = (text.match(NUMBER) ?? []).map(Number);
  if (numbers.length < 1 || numbers.length > 3) return null;
  const [degrees, minutes = 0, seconds = 0] = numbers;
  if (minutes >= 60 || seconds >= 60) return null;
  return degrees + minutes / 60 + seconds / 3600;
}

function checked(latitude, longitude) {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? {latitude, longitude} : null;
}
