/**
 * Draws tracks over the map on canvases of its own, so that moving tracks never redraw the chart.
 *
 * A track stands where it was last reported. A new report is shown as a short glide to the new place and never beyond it.
 */

import {afterPainting} from './chart.js';
import {Labelling} from './labelling.js';
import {Labels} from './labels.js';
import {PRIORITIES} from './alerts.js';
import {paintBadge, paintCorners, paintFrame, paintPlanMark, paintVectors} from './marks.js';
import {Renderer} from './renderer.js';
import {shapeIndex, turns} from './shapes.js';
import {Sprites, VARIANT} from './sprites.js';
import {flies, FLAG} from './tracks.js';
import {Underlay} from './underlay.js';

const MARGIN = 30;
const BUSY_MILLIS = 90;
const HELD_MILLIS = 300;
const SLOW_MILLIS = 100;
const SLOW_FOR_MILLIS = 5_000;
const ROUND = shapeIndex('round');
const AIR_ROUND = shapeIndex('air-round');

/** The symbol key of a track in its present state. */
export function symbolOf(row, flags, course, heading, speed, frozen) {
  let shape = row.own ? shapeIndex('own') : shapeIndex(row.kind);
  const direction = Number.isFinite(heading) ? heading : speed >= 0.5 ? course : NaN;
  if (turns(shape) && !Number.isFinite(direction)) shape = flies(row) ? AIR_ROUND : ROUND;
  return Sprites.key(shape, variantOf(row, flags, frozen), turns(shape) ? direction : NaN);
}

function variantOf(row, flags, frozen) {
  if (flags & FLAG.LOST) return VARIANT.LOST;
  if (frozen || flags & FLAG.STALE) return VARIANT.STALE;
  if (flags & FLAG.TENTATIVE || row.virtualAid) return VARIANT.TENTATIVE;
  if (flags & FLAG.GROUND && !row.own) return VARIANT.MOORED;
  if (row.planState === 'above' || row.planState === 'outside') return VARIANT.NOT_OURS;
  if (row.planState === 'unexplained') return VARIANT.UNEXPLAINED;
  return row.source === 'AIS_CLASS_B' ? VARIANT.CLASS_B : VARIANT.SOLID;
}

/** The layer. `scene` says what to draw, see main.js; `renderer` how, if that is fixed, see renderer.js. */
export class TrackLayer {
  constructor(map, scene, renderer) {
    this.map = map;
    this.scene = scene;
    this.under = this.canvas('underlay');
    this.over = this.canvas('tracks');
    this.underlay = new Underlay(scene);
    this.labelling = new Labelling(scene);
    this.renderer = new Renderer(this, renderer);
    this.drawn = new Int32Array(1024);
    this.px = new Float32Array(1024);
    this.py = new Float32Array(1024);
    this.count = 0;
    this.hidden = 0;
    this.drawMillis = 0;
    this.frames = 0;
    this.lastDrawAt = 0;
    this.underDirty = true;
    this.wanted = true;
    map.on('postrender', () => this.goWithTheMap(Date.now()));
    const loop = () => {
      this.step(Date.now());
      requestAnimationFrame(loop);
    };
    requestAnimationFrame(loop);
  }

  canvas(name) {
    const canvas = document.createElement('canvas');
    canvas.className = 'chart-canvas ' + name;
    this.map.getViewport().querySelector('.ol-layers').after(canvas);
    return canvas;
  }

  /** New colours: every picture is made anew. */
  recolour(colours) {
    this.colours = colours;
    this.ratio = Math.min(2, window.devicePixelRatio || 1);
    this.sprites = new Sprites(colours, this.ratio);
    this.labels = new Labels(colours, this.ratio);
    this.labelling.forget();
    this.redraw();
  }

  /** Something other than moves changed: draw soon, trails too. */
  redraw() {
    this.wanted = true;
    this.underDirty = true;
  }

  /** Tracks moved: draw at the next turn. */
  moved() {
    this.wanted = true;
    this.glideUntil = Date.now() + 900;
  }

  /** What is drawn beside the chart is painted first, and the craft in the next frame. */
  giveWay() {
    this.waits = true;
    afterPainting(() => { this.waits = false; });
  }

  /** A hand is put on the chart: what it is about to ask for does not wait for a drawing. */
  hold(now) {
    this.heldUntil = now + HELD_MILLIS;
  }

  /** It is lifted. */
  release() {
    this.heldUntil = 0;
  }

  step(now) {
    if (this.waits || now < (this.heldUntil ?? 0)) return;
    const pause = Math.max(BUSY_MILLIS, this.drawMillis * 3);
    const gliding = now < (this.glideUntil ?? 0);
    if ((this.wanted || gliding) && now - this.lastDrawAt >= pause && !document.hidden) this.draw(now);
  }

  frame() {
    const size = this.map.getSize();
    const view = this.map.getView();
    const centre = view.getCenter();
    // A screen that hides the map leaves it no width; what was in view stays so until it is seen again.
    if (!size?.[0] || !centre || !this.sprites) return null;
    return {width: size[0], height: size[1], ratio: this.ratio, cx: centre[0], cy: centre[1], resolution: view.getResolution(), zoom: view.getZoom()};
  }

  /** The map was drawn: craft stand where they stood unless its view has changed. */
  goWithTheMap(now) {
    const frame = this.frame();
    if (frame && this.changeOf(frame)) this.draw(now);
  }

  /** Draws all now. */
  draw(now) {
    const frame = this.frame();
    if (!frame) return;
    const began = performance.now();
    this.wanted = false;
    const moved = this.changeOf(frame);
    this.lastFrame = frame;
    if (moved || this.underDirty || now - (this.underAt ?? 0) > 1000) {
      this.underlay.draw(this.fit(this.under, frame), frame, this.colours, now);
      this.underDirty = false;
      this.underAt = now;
    }
    this.collect(frame, now);
    this.paint(frame, now, moved);
    this.lastDrawAt = now;
    this.frames++;
    this.measure(performance.now() - began, now);
  }

  changeOf(f) {
    const o = this.lastFrame;
    if (!o || o.resolution !== f.resolution || o.width !== f.width || o.height !== f.height) return 'zoom';
    return o.cx !== f.cx || o.cy !== f.cy ? 'pan' : null;
  }

  fit(canvas, frame) {
    const width = Math.round(frame.width * frame.ratio);
    const height = Math.round(frame.height * frame.ratio);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    const ctx = canvas.getContext('2d');
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, width, height);
    return ctx;
  }

  measure(millis, now) {
    this.drawMillis = this.drawMillis * 0.8 + millis * 0.2;
    if (this.drawMillis < SLOW_MILLIS) this.slowSince = now;
    const slow = now - (this.slowSince ?? now) > SLOW_FOR_MILLIS;
    if (slow && !this.scene.slow) {
      this.scene.slow = true;
      this.scene.onSlow();
    }
  }

  /** Fills the lists of what is in view with its place in CSS pixels. */
  collect(frame, now) {
    const {session, filters, selectedId} = this.scene;
    const tracks = session.tracks;
    if (this.drawn.length < tracks.capacity) {
      this.drawn = new Int32Array(tracks.capacity);
      this.px = new Float32Array(tracks.capacity);
      this.py = new Float32Array(tracks.capacity);
    }
    const {width, height, cx, cy, resolution} = frame;
    let n = 0;
    let hidden = 0;
    for (let slot = 0; slot < tracks.end; slot++) {
      const row = tracks.rows[slot];
      if (!row) continue;
      const kept = row.id === selectedId || row.watchlist || this.scene.alertRank(slot) < 9;
      if (!filters.shows(row, tracks.flags[slot], kept)) {
        hidden++;
        continue;
      }
      const px = (tracks.shownX(slot, now) - cx) / resolution + width / 2;
      const py = height / 2 - (tracks.shownY(slot, now) - cy) / resolution;
      if (!(px > -MARGIN && py > -MARGIN && px < width + MARGIN && py < height + MARGIN)) continue;
      this.drawn[n] = slot;
      this.px[n] = px;
      this.py[n++] = py;
    }
    this.count = n;
    this.hidden = hidden;
  }

  /** Vectors, symbols, marks, labels: WebGL's symbols come between two canvases, the canvas's own are all on one. */
  paint(frame, now, moved) {
    const ctx = this.fit(this.over, frame);
    const webgl = this.renderer.choose(this.count);
    const ground = webgl ? this.fit(webgl.vectors, frame) : ctx;
    if (!this.scene.frozen) paintVectors(ground, this, frame, this.colours);
    if (!webgl || !this.renderer.draw(frame)) this.paintSymbols(ctx, frame);
    ctx.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    this.paintMarks(ctx, now);
    this.labelling.draw(ctx, this, frame, now, moved);
  }

  paintSymbols(ctx, frame) {
    for (let i = 0; i < this.count; i++) this.sprites.draw(ctx, this.symbolAt(i), this.px[i] * frame.ratio, this.py[i] * frame.ratio);
  }

  /** The symbol key of one of what is in view. */
  symbolAt(i) {
    const t = this.scene.session.tracks;
    const s = this.drawn[i];
    return symbolOf(t.rows[s], t.flags[s], t.course[s], t.heading[s], t.speed[s], this.scene.frozen);
  }

  paintMarks(ctx, now) {
    const {session, selectedId} = this.scene;
    const t = session.tracks;
    this.marked = null;
    const lit = now % 1000 < 600;
    for (let i = 0; i < this.count; i++) {
      const slot = this.drawn[i];
      const rank = this.scene.alertRank(slot);
      if (rank < 9) {
        const priority = PRIORITIES[rank];
        const waiting = this.scene.alertUnacknowledged(slot);
        if (lit || !waiting) paintFrame(ctx, this.px[i], this.py[i], this.colours[priority + '-line'], waiting && priority !== 'caution');
        paintBadge(ctx, priority, this.px[i] - 15, this.py[i] - 15, this.colours);
      }
      paintPlanMark(ctx, t.rows[slot], t.flags[slot], this.px[i] + 12, this.py[i] + 12, this.colours);
      if (t.rows[slot].id === selectedId) this.marked = selectedId;
      if (t.rows[slot].id === selectedId || this.scene.picked.has(t.rows[slot].id)) paintCorners(ctx, this.px[i], this.py[i], this.colours.text);
    }
  }

  /** Tracks within reach of a pixel, the nearest first. */
  near(x, y, reach) {
    const found = [];
    for (let i = 0; i < this.count; i++) {
      const d = Math.hypot(this.px[i] - x, this.py[i] - y);
      if (d <= reach) found.push({row: this.scene.session.tracks.rows[this.drawn[i]], d});
    }
    return found.filter((f) => f.row).sort((a, b) => a.d - b.d);
  }
}
