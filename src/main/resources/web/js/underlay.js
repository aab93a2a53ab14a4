/** What lies between chart and symbols: the coverage, the graticule and the trails. */

import {formatLine} from './coord.js';
import {latitudeOf, longitudeOf, mercatorX, mercatorY} from './geometry.js';
import {zulu} from './time.js';
import {flies} from './tracks.js';

const STEPS_DEGREES = [1 / 60, 2 / 60, 5 / 60, 10 / 60, 20 / 60, 0.5, 1, 2, 5, 10, 20];
const LINE_PIXELS = 150;
const MOST_SEGMENTS = 40_000;
const SHORTEST_PIXELS = 2;
const TIMES_PIXELS = 48;

/** Draws all three; redrawn when the view moves, and once a second. */
export class Underlay {
  constructor(scene) {
    this.scene = scene;
  }

  draw(ctx, frame, colours, now) {
    ctx.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    this.scene.drawCoverage(ctx, frame);
    this.graticule(ctx, frame, colours);
    if (!this.scene.slow) this.trails(ctx, frame, colours, now);
  }

  graticule(ctx, f, colours) {
    const west = longitudeOf(f.cx - f.resolution * f.width / 2);
    const east = longitudeOf(f.cx + f.resolution * f.width / 2);
    const south = latitudeOf(f.cy - f.resolution * f.height / 2);
    const north = latitudeOf(f.cy + f.resolution * f.height / 2);
    const wanted = (east - west) * LINE_PIXELS / f.width;
    const step = STEPS_DEGREES.find((s) => s >= wanted) ?? 30;
    ctx.strokeStyle = colours.border;
    ctx.fillStyle = colours['text-2'];
    ctx.font = '10px "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif';
    ctx.lineWidth = 0.5;
    ctx.globalAlpha = 0.4;
    ctx.beginPath();
    const marks = [];
    for (let i = Math.ceil(west / step); i * step <= east; i++) {
      const x = Math.round((mercatorX(i * step) - f.cx) / f.resolution + f.width / 2) + 0.5;
      ctx.moveTo(x, 0);
      ctx.lineTo(x, f.height);
      marks.push([formatLine(i * step, false), x + 3, f.height - 5]);
    }
    for (let i = Math.ceil(south / step); i * step <= north; i++) {
      const y = Math.round(f.height / 2 - (mercatorY(i * step) - f.cy) / f.resolution) + 0.5;
      ctx.moveTo(0, y);
      ctx.lineTo(f.width, y);
      marks.push([formatLine(i * step, true), 4, y - 3]);
    }
    ctx.stroke();
    ctx.globalAlpha = 0.85;
    for (const [text, x, y] of marks) ctx.fillText(text, x, y);
    ctx.globalAlpha = 1;
  }

  trails(ctx, frame, colours, now) {
    const {session, trailMinutes, selectedId, filters} = this.scene;
    const watchNow = session.clock.watch(now);
    let budget = MOST_SEGMENTS;
    for (let slot = 0; slot < session.tracks.end && budget > 0; slot++) {
      const row = session.tracks.rows[slot];
      if (!row) continue;
      const picked = row.id === selectedId || this.scene.picked.has(row.id);
      const chosen = picked || this.scene.alertRank(slot) < 9;
      const minutes = chosen ? Math.max(60, trailMinutes) : trailMinutes;
      if (!minutes || (!chosen && !filters.isOpen && !filters.shows(row, session.tracks.flags[slot], false))) continue;
      const trail = session.trails.byId.get(row.id);
      if (!trail || trail.at.length < 2) continue;
      ctx.strokeStyle = colours[row.own ? 'own' : flies(row) ? 'aircraft' : row.kind === 'radar' ? 'unknown' : 'vessel'];
      ctx.lineWidth = chosen ? 1.8 : 1;
      ctx.globalAlpha = chosen ? 0.95 : 0.5;
      // What is shown as evidence is drawn as such; the trail goes on from there.
      const since = Math.max(watchNow - minutes * 60_000, this.scene.evidenceUntil.get(row.id) ?? 0);
      budget -= this.line(ctx, trail, frame, since, session.tracks, slot, now);
      if (picked) this.dots(ctx, trail, frame, since);
      if (picked && this.scene.times) times(ctx, trail, frame, since, colours);
    }
    ctx.globalAlpha = 1;
  }

  line(ctx, trail, f, since, tracks, slot, now) {
    let drawn = 0;
    let lastX = NaN;
    let lastY = NaN;
    let lastAt = NaN;
    ctx.beginPath();
    for (let i = first(trail.at, since); i < trail.at.length; i++) {
      const x = (trail.x[i] - f.cx) / f.resolution + f.width / 2;
      const y = f.height / 2 - (trail.y[i] - f.cy) / f.resolution;
      const gap = !(trail.at[i] - lastAt <= trail.gapMillis);
      if (!gap && Math.abs(x - lastX) + Math.abs(y - lastY) < SHORTEST_PIXELS) {
        lastAt = trail.at[i];
        continue;
      }
      if (gap) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
      lastX = x;
      lastY = y;
      lastAt = trail.at[i];
      drawn++;
    }
    if (tracks.at[slot] - lastAt <= trail.gapMillis) {
      ctx.lineTo((tracks.shownX(slot, now) - f.cx) / f.resolution + f.width / 2, f.height / 2 - (tracks.shownY(slot, now) - f.cy) / f.resolution);
    }
    ctx.stroke();
    return drawn;
  }

  /** The selected track shows each remembered report, so that a line never pretends to know what lies between. */
  dots(ctx, trail, f, since) {
    ctx.fillStyle = ctx.strokeStyle;
    for (let i = first(trail.at, since); i < trail.at.length; i++) {
      const x = (trail.x[i] - f.cx) / f.resolution + f.width / 2;
      const y = f.height / 2 - (trail.y[i] - f.cy) / f.resolution;
      ctx.fillRect(x - 1.5, y - 1.5, 3, 3);
    }
  }
}

/** Zulu times beside the reports, as far apart as can be read. */
function times(ctx, trail, f, since, colours) {
  ctx.fillStyle = colours.text;
  ctx.font = '11px "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif';
  let lastX = NaN;
  let lastY = NaN;
  for (let i = trail.at.length - 1; i >= first(trail.at, since); i--) {
    const x = (trail.x[i] - f.cx) / f.resolution + f.width / 2;
    const y = f.height / 2 - (trail.y[i] - f.cy) / f.resolution;
    if (Math.hypot(x - lastX, y - lastY) < TIMES_PIXELS) continue;
    ctx.fillText(zulu(trail.at[i], false), x + 6, y - 4);
    lastX = x;
    lastY = y;
  }
}

function first(at, since) {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle] < since) low = middle + 1;
    else high = middle;
  }
  return low;
}
