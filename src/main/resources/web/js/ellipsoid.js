/** Distance and bearing on the WGS 84 ellipsoid, good to a metre: what an officer reads off and says on the radio. Vincenty's inverse formula. */

import {bearingDegrees, distanceNm} from './geometry.js';

const A = 6_378_137;
const F = 1 / 298.257223563;
const B = A * (1 - F);
const RAD = Math.PI / 180;
const METRES_PER_NM = 1852;
const TURNS = 60;

/**
 * From one place to another.
 *
 * @param from, to {latitude, longitude} in degrees
 * @returns {{miles: number, degrees: number}} nautical miles, and the true bearing at the start, 0 to 360
 */
export function wayBetween(from, to) {
  const found = vincenty(from.latitude * RAD, to.latitude * RAD, (to.longitude - from.longitude) * RAD);
  if (found) return found;
  // Nearly antipodal: nobody measures that on this chart.
  return {miles: distanceNm(from.latitude, from.longitude, to.latitude, to.longitude), degrees: bearingDegrees(from.latitude, from.longitude, to.latitude, to.longitude)};
}

function vincenty(lat1, lat2, longitude) {
  const u1 = Math.atan((1 - F) * Math.tan(lat1));
  const u2 = Math.atan((1 - F) * Math.tan(lat2));
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = longitude;
  for (let turn = 0; turn < TURNS; turn++) {
    const [sinL, cosL] = [Math.sin(lambda), Math.cos(lambda)];
    const sinS = Math.hypot(cos2 * sinL, cos1 * sin2 - sin1 * cos2 * cosL);
    if (sinS === 0) return {miles: 0, degrees: 0};
    const cosS = sin1 * sin2 + cos1 * cos2 * cosL;
    const sigma = Math.atan2(sinS, cosS);
    const sinAlpha = cos1 * cos2 * sinL / sinS;
    const cos2Alpha = 1 - sinAlpha ** 2;
    const middle = cos2Alpha ? cosS - 2 * sin1 * sin2 / cos2Alpha : 0;
    const c = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
    const before = lambda;
    lambda = longitude + (1 - c) * F * sinAlpha * (sigma + c * sinS * (middle + c * cosS * (2 * middle ** 2 - 1)));
    if (Math.abs(lambda - before) < 1e-12) {
      const degrees = Math.atan2(cos2 * Math.sin(lambda), cos1 * sin2 - sin1 * cos2 * Math.cos(lambda)) / RAD;
      return {miles: length(cos2Alpha, sigma, sinS, cosS, middle) / METRES_PER_NM, degrees: (degrees + 360) % 360};
    }
  }
  return null;
}

function length(cos2Alpha, sigma, sinS, cosS, middle) {
  const k = cos2Alpha * (A * A - B * B) / (B * B);
  const a = 1 + k / 16_384 * (4096 + k * (-768 + k * (320 - 175 * k)));
  const b = k / 1024 * (256 + k * (-128 + k * (74 - 47 * k)));
  const part = cosS * (2 * middle ** 2 - 1) - b / 6 * middle * (4 * sinS ** 2 - 3) * (4 * middle ** 2 - 3);
  return B * a * (sigma - b * sinS * (middle + b / 4 * part));
}

/** The place so many nautical miles away on a true bearing; on a sphere, for drawing rings and meetings near by. */
export function placeAt({latitude, longitude}, degrees, miles) {
  const along = miles * METRES_PER_NM / 6_371_009;
  const [sin, cos] = [Math.sin(latitude * RAD), Math.cos(latitude * RAD)];
  const north = Math.asin(sin * Math.cos(along) + cos * Math.sin(along) * Math.cos(degrees * RAD));
  const east = Math.atan2(Math.sin(degrees * RAD) * Math.sin(along) * cos, Math.cos(along) - sin * Math.sin(north));
  return {latitude: north / RAD, longitude: longitude + east / RAD};
}
