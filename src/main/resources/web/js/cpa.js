/** Closest point of approach of two craft that keep course and speed. */

const RAD = Math.PI / 180;

/**
 * @param a, b {latitude, longitude, courseDegrees, speedKnots}
 * @returns {{minutes: number, distanceNm: number}} minutes NaN when they do not close or hardly move relatively
 */
export function closestApproach(a, b) {
  const cos = Math.cos((a.latitude + b.latitude) / 2 * RAD);
  const rx = (b.longitude - a.longitude) * 60 * cos;
  const ry = (b.latitude - a.latitude) * 60;
  const [avx, avy] = velocity(a);
  const [bvx, bvy] = velocity(b);
  const vx = bvx - avx;
  const vy = bvy - avy;
  const v2 = vx * vx + vy * vy;
  if (!(v2 >= 0.04)) return {minutes: NaN, distanceNm: Math.hypot(rx, ry)};
  const hours = -(rx * vx + ry * vy) / v2;
  if (hours < 0) return {minutes: NaN, distanceNm: Math.hypot(rx, ry)};
  return {minutes: hours * 60, distanceNm: Math.hypot(rx + vx * hours, ry + vy * hours)};
}

function velocity(craft) {
  const course = craft.courseDegrees * RAD;
  return craft.speedKnots < 0.2 ? [0, 0] : [craft.speedKnots * Math.sin(course), craft.speedKnots * Math.cos(course)];
}
