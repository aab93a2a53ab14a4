/** Distances and bearings on a sphere: good to 0.5 %, for reading and drawing, never for deciding. */

const RADIUS_NM = 3440.065;
const MERCATOR_RADIUS = 6378137;
const RAD = Math.PI / 180;

/** Great-circle distance in nautical miles. */
export function distanceNm(lat1, lon1, lat2, lon2) {
  const dLat = (lat2 - lat1) * RAD;
  const dLon = (lon2 - lon1) * RAD;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * RAD) * Math.cos(lat2 * RAD) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS_NM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial true bearing, 0 to 360. */
export function bearingDegrees(lat1, lon1, lat2, lon2) {
  const dLon = (lon2 - lon1) * RAD;
  const y = Math.sin(dLon) * Math.cos(lat2 * RAD);
  const x = Math.cos(lat1 * RAD) * Math.sin(lat2 * RAD) - Math.sin(lat1 * RAD) * Math.cos(lat2 * RAD) * Math.cos(dLon);
  return (Math.atan2(y, x) / RAD + 360) % 360;
}

/** Web Mercator x in metres. */
export const mercatorX = (longitude) => longitude * RAD * MERCATOR_RADIUS;

/** Web Mercator y in metres. */
export const mercatorY = (latitude) =>
  MERCATOR_RADIUS * Math.log(Math.tan(Math.PI / 4 + Math.max(-85, Math.min(85, latitude)) * RAD / 2));

/** Longitude of a Mercator x. */
export const longitudeOf = (x) => x / MERCATOR_RADIUS / RAD;

/** Latitude of a Mercator y. */
export const latitudeOf = (y) => (2 * Math.atan(Math.exp(y / MERCATOR_RADIUS)) - Math.PI / 2) / RAD;

/** How many Mercator metres one nautical mile is at a latitude. */
export const mercatorMetresPerNm = (latitude) => 1852 / Math.cos(latitude * RAD);
