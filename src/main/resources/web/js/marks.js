/** What is drawn around and behind symbols: speed vectors, alert frames and badges, selection corners. */

import {flies, FLAG} from './tracks.js';
import {mercatorMetresPerNm} from './geometry.js';

const VECTOR_MINUTES = {sea: 6, air: 1};
const SHORTEST_PIXELS = 7;
const LONGEST_PIXELS = 400;

/** Dashed lines to where each track would be in 6 minutes (sea) or 1 minute (air) on its reported course. */
export function paintVectors(ctx, layer, frame, colours) {
  const paths = {own: [], aircraft: [], vessel: [], unknown: []};
  const t = layer.scene.session.tracks;
  for (let i = 0; i < layer.count; i++) {
    const s = layer.drawn[i];
    const row = t.rows[s];
    if (!(t.speed[s] >= 0.5) || !Number.isFinite(t.course[s]) || t.flags[s] & (FLAG.STALE | FLAG.LOST | FLAG.GROUND)) continue;
    const nm = t.speed[s] * VECTOR_MINUTES[flies(row) ? 'air' : 'sea'] / 60;
    const length = Math.min(LONGEST_PIXELS, nm * mercatorMetresPerNm(t.latitude[s]) / frame.resolution);
    if (length < SHORTEST_PIXELS) continue;
    const course = t.course[s] * Math.PI / 180;
    paths[groupOf(row)].push(layer.px[i], layer.py[i], layer.px[i] + Math.sin(course) * length, layer.py[i] - Math.cos(course) * length);
  }
  ctx.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  ctx.lineWidth = 1.2;
  ctx.globalAlpha = 0.85;
  ctx.setLineDash([5, 3]);
  for (const [token, lines] of Object.entries(paths)) {
    ctx.strokeStyle = colours[token];
    ctx.beginPath();
    for (let i = 0; i < lines.length; i += 4) {
      ctx.moveTo(lines[i], lines[i + 1]);
      ctx.lineTo(lines[i + 2], lines[i + 3]);
    }
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
}

function groupOf(row) {
  if (row.own) return 'own';
  if (flies(row)) return 'aircraft';
  return row.kind === 'radar' ? 'unknown' : 'vessel';
}

/** A frame around a track with an open alert: thick while it waits for an officer, thin when one has seen it. */
export function paintFrame(ctx, x, y, colour, waiting) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = waiting ? 2.5 : 1.2;
  ctx.strokeRect(x - 15, y - 15, 30, 30);
}

/** The four corners of a selection, outside an alert frame. */
export function paintCorners(ctx, x, y, colour) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.beginPath();
  for (const [sx, sy] of [[-1, -1], [1, -1], [1, 1], [-1, 1]]) {
    ctx.moveTo(x + sx * 20, y + sy * 13);
    ctx.lineTo(x + sx * 20, y + sy * 20);
    ctx.lineTo(x + sx * 13, y + sy * 20);
  }
  ctx.stroke();
}

/** The priority's own form, filled, so that colour is never the only sign. */
export function paintBadge(ctx, priority, x, y, colours) {
  const r = 7;
  ctx.beginPath();
  if (priority === 'caution') ctx.arc(x, y, r - 1, 0, 2 * Math.PI);
  else corners(priority).forEach(([cx, cy], i) => (i ? ctx.lineTo(x + cx * r, y + cy * r) : ctx.moveTo(x + cx * r, y + cy * r)));
  ctx.closePath();
  ctx.fillStyle = colours[priority + '-fill'];
  ctx.fill();
  ctx.strokeStyle = colours.panel;
  ctx.lineWidth = 1;
  ctx.stroke();
}

function corners(priority) {
  if (priority === 'alarm') return [[0, -1], [1, 0.85], [-1, 0.85]];
  if (priority === 'warning') return [[0, -1.05], [1.05, 0], [0, 1.05], [-1.05, 0]];
  return [[-0.5, -0.95], [0.5, -0.95], [1, 0], [0.5, 0.95], [-0.5, 0.95], [-1, 0]];
}

/** A question mark beside an aircraft that no plan explains: filled when it should, outlined while it is not sure. */
export function paintPlanMark(ctx, row, flags, x, y, colours) {
  const sure = row.planState === 'unexplained';
  if (!sure && row.planState !== 'ambiguous' && row.planState !== 'waiting') return;
  if (flags & FLAG.LOST) return;
  ctx.beginPath();
  ctx.arc(x, y, 6, 0, 2 * Math.PI);
  ctx.fillStyle = sure ? colours['warning-line'] : colours.panel;
  ctx.fill();
  ctx.strokeStyle = sure ? colours.panel : colours['warning-line'];
  ctx.lineWidth = 1.2;
  ctx.stroke();
  ctx.fillStyle = sure ? colours.panel : colours['warning-line'];
  ctx.font = 'bold 10px sans-serif';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText('?', x, y + 0.5);
  ctx.textAlign = 'start';
}
