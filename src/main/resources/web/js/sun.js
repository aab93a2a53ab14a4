/** Where the sun stands over Belize, to choose the palette. The low-precision almanac formula: good to 0.1°. */

const RAD = Math.PI / 180;
const BELIZE = {latitude: 17.5, longitude: -88.2};

/** Altitude of the sun above the horizon in degrees. */
export function sunAltitudeDegrees(atMillis, latitude = BELIZE.latitude, longitude = BELIZE.longitude) {
  const days = atMillis / 86_400_000 - 10_957.5;
  const anomaly = (357.529 + 0.98560028 * days) * RAD;
  const meanLongitude = 280.459 + 0.98564736 * days;
  const ecliptic = (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RAD;
  const obliquity = (23.439 - 0.00000036 * days) * RAD;
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(ecliptic), Math.cos(ecliptic));
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(ecliptic));
  const siderealDegrees = 280.46062 + 360.98564737 * days + longitude;
  const hourAngle = siderealDegrees * RAD - rightAscension;
  const phi = latitude * RAD;
  return Math.asin(Math.sin(phi) * Math.sin(declination) + Math.cos(phi) * Math.cos(declination) * Math.cos(hourAngle)) / RAD;
}

/** `day` while the sun is up, `dusk` in civil twilight, else `night`. */
export function paletteOf(atMillis) {
  const altitude = sunAltitudeDegrees(atMillis);
  if (altitude > -0.83) return 'day';
  return altitude > -6 ? 'dusk' : 'night';
}
