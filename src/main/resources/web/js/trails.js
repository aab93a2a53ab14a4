/** Where tracks have been, as far as this page has seen it or asked for it. Thinned, bounded, broken at gaps. */

import {mercatorX, mercatorY} from './geometry.js';

const KEEP_MILLIS = 61 * 60_000;
const STEP_MILLIS = {sea: 15_000, air: 5_000};
const GAP_MILLIS = {sea: 4 * 60_000, air: 90_000};
const MOST_POINTS = 600;

/** Trails by track id; each is three parallel lists x, y (Mercator metres) and at (Unix milliseconds), oldest first. */
export class Trails {
  constructor() {
    this.byId = new Map();
  }

  /** Adds the position just reported; one too soon after the last is left out. */
  add(id, domain, x, y, atMillis) {
    if (!Number.isFinite(x) || !Number.isFinite(atMillis)) return;
    const trail = this.byId.get(id) ?? this.begin(id, domain);
    const last = trail.at.length - 1;
    if (last >= 0 && atMillis - trail.at[last] < STEP_MILLIS[trail.domain]) return;
    trail.x.push(x);
    trail.y.push(y);
    trail.at.push(atMillis);
    this.bound(trail, atMillis);
  }

  begin(id, domain) {
    const trail = {domain: domain === 'air' ? 'air' : 'sea', x: [], y: [], at: []};
    trail.gapMillis = GAP_MILLIS[trail.domain];
    this.byId.set(id, trail);
    return trail;
  }

  bound(trail, nowMillis) {
    if (trail.at.length < MOST_POINTS && trail.at[0] > nowMillis - KEEP_MILLIS) return;
    let from = 0;
    while (from < trail.at.length && trail.at[from] < nowMillis - KEEP_MILLIS + 60_000) from++;
    from = Math.max(from, trail.at.length - MOST_POINTS + 60);
    for (const list of [trail.x, trail.y, trail.at]) list.splice(0, from);
  }

  /**
   * Puts the watch's own points, `[lon, lat, atMillis, …]` oldest first, in place of what this page has seen up to the last of
   * them: they know what came late.
   */
  fill(id, domain, points) {
    if (!points.length) return;
    const trail = this.byId.get(id) ?? this.begin(id, domain);
    const last = points[points.length - 1][2];
    let from = trail.at.length;
    while (from > 0 && trail.at[from - 1] > last) from--;
    trail.x = points.map((p) => mercatorX(p[0])).concat(trail.x.slice(from));
    trail.y = points.map((p) => mercatorY(p[1])).concat(trail.y.slice(from));
    trail.at = points.map((p) => p[2]).concat(trail.at.slice(from));
  }

  /** Forgets a track. */
  remove(id) {
    this.byId.delete(id);
  }

  /** Forgets all: a replay jumped. */
  clear() {
    this.byId.clear();
  }
}
