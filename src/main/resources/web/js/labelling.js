/** Decides what labels say and keeps them where they are while the picture moves a little. */

import {PRIORITIES} from './alerts.js';
import {declutter, Taken} from './declutter.js';
import {flies, FLAG, nameOf} from './tracks.js';
import {altitude, knots} from './format.js';
import {has, t} from './i18n.js';

const MOST_LABELS = 200;
const MOST_CANDIDATES = 500;
const AGAIN_MILLIS = 300;
const FAST_KNOTS = 25;
const SYMBOL = 8;

/** Labels of tracks first, then those of places where room is left. */
export class Labelling {
  constructor(scene) {
    this.scene = scene;
    this.places = [];
    this.sides = new Map();
    this.forget();
  }

  /** Everything is to be placed anew. */
  forget() {
    this.placed = [];
    this.placedPlaces = [];
    this.at = 0;
  }

  /** Names on the chart: {x, y (Mercator), text, style, rank, fromZoom}. */
  setPlaces(places) {
    this.places = places.sort((a, b) => b.rank - a.rank);
    this.forget();
  }

  draw(ctx, layer, frame, now, moved) {
    if (moved === 'zoom' || now - this.at > AGAIN_MILLIS) {
      this.place(layer, frame);
      this.at = now;
    }
    const where = new Map();
    for (let i = 0; i < layer.count; i++) where.set(layer.drawn[i], i);
    for (const label of this.placedPlaces) this.put(ctx, label, this.pixel(label.place, frame));
    for (let i = this.placed.length - 1; i >= 0; i--) {
      const label = this.placed[i];
      const at = where.get(label.slot);
      if (at !== undefined) this.put(ctx, label, [layer.px[at], layer.py[at]]);
    }
  }

  put(ctx, label, [x, y]) {
    label.shownAt = [Math.round(x + label.dx), Math.round(y + label.dy)];
    const {bitmap, w, h} = label.picture;
    ctx.drawImage(bitmap, label.shownAt[0], label.shownAt[1], w, h);
  }

  pixel(place, f) {
    return [(place.x - f.cx) / f.resolution + f.width / 2, f.height / 2 - (place.y - f.cy) / f.resolution];
  }

  place(layer, frame) {
    const labels = new Taken();
    for (const box of this.scene.covered()) labels.add(box);
    const bounds = [frame.width, frame.height];
    this.placed = [];
    if (this.scene.labels) {
      const wanted = this.candidates(layer).map((c) => this.wish(layer, c));
      this.placed = declutter(wanted, MOST_LABELS, this.symbols(layer), bounds, labels);
    }
    this.sides = new Map(this.placed.map((l) => [l.id, l.side]));
    const names = this.placesInView(layer, frame);
    this.placedPlaces = declutter(names, 90, new Taken(), bounds, labels);
    for (const l of this.placed.concat(this.placedPlaces)) {
      l.dx = l.box[0] - l.x;
      l.dy = l.box[1] - l.y;
    }
  }

  symbols(layer) {
    const taken = new Taken();
    for (let i = 0; i < layer.count; i++) {
      taken.add([layer.px[i] - SYMBOL, layer.py[i] - SYMBOL, layer.px[i] + SYMBOL, layer.py[i] + SYMBOL]);
    }
    return taken;
  }

  candidates(layer) {
    const all = [];
    for (let i = 0; i < layer.count; i++) {
      const slot = layer.drawn[i];
      all.push({i, slot, rank: this.rank(slot)});
    }
    all.sort((a, b) => b.rank - a.rank);
    return all.slice(0, MOST_CANDIDATES);
  }

  /** Alert, then selected, watch list, fast, rest; what had a label keeps it. */
  rank(slot) {
    const {session, selectedId} = this.scene;
    const t = session.tracks;
    const row = t.rows[slot];
    const kept = this.sides.has(row.id) ? 3 : 0;
    const alert = this.scene.alertRank(slot);
    if (alert < 9) return 900 - alert * 10 + kept;
    if (row.id === selectedId) return 800;
    if (row.watchlist) return 700 + kept;
    if (row.own) return 600 + kept;
    if (t.flags[slot] & FLAG.GROUND || row.kind === 'aid' || row.kind === 'base') return 100 + kept;
    if (row.domain === 'sea' && t.speed[slot] >= FAST_KNOTS) return 500 + kept;
    return (flies(row) ? 400 : 300) + kept + Math.min(40, (t.speed[slot] || 0) / 10);
  }

  wish(layer, {i, slot, rank}) {
    const {session, selectedId} = this.scene;
    const row = session.tracks.rows[slot];
    const alert = this.scene.alertRank(slot);
    const strong = alert < 9 || row.id === selectedId;
    const style = alert < 9 ? PRIORITIES[alert] : row.id === selectedId ? 'strong' : row.own ? 'own' : 'rest';
    const lines = this.lines(slot, strong);
    const picture = layer.labels.of(style, lines);
    return {id: row.id, slot, lines, x: layer.px[i], y: layer.py[i], w: picture.w, h: picture.h, rank, picture,
      side: this.sides.get(row.id), covers: strong, gap: alert < 9 ? 19 : strong ? 22 : 9};
  }

  lines(slot, strong) {
    const tracks = this.scene.session.tracks;
    const row = tracks.rows[slot];
    const name = (row.watchlist ? '★ ' : '') + nameOf(row);
    const content = strong ? 2 : this.scene.labelContent;
    if (content === 0 || (content === 1 && row.domain !== 'air')) return [name];
    const speed = Number.isFinite(tracks.speed[slot]) ? (content === 2 ? knots(tracks.speed[slot]) : String(Math.round(tracks.speed[slot]))) : '';
    const height = flies(row) && Number.isFinite(tracks.altitude[slot]) ? altitude(tracks.altitude[slot]) : '';
    const mark = row.planState && has('planMark.' + row.planState) ? t('planMark.' + row.planState) : '';
    const second = [height, speed, mark].filter(Boolean).join('  ');
    return second ? [name, second] : [name];
  }

  placesInView(layer, frame) {
    const found = [];
    for (const place of this.places) {
      if (frame.zoom < place.fromZoom || found.length > 260) continue;
      const [x, y] = this.pixel(place, frame);
      if (x < -80 || y < -20 || x > frame.width + 80 || y > frame.height + 20) continue;
      const picture = layer.labels.of(place.style, [place.text]);
      found.push({place, x, y, w: picture.w, h: picture.h, rank: place.rank, picture, covers: true,
        gap: 5, centred: place.centred});
    }
    return found;
  }

  /** Boxes of the labels on show, for tests: [x0, y0, x1, y1]. */
  boxes() {
    return this.placed.concat(this.placedPlaces).filter((l) => l.shownAt)
      .map((l) => [l.shownAt[0], l.shownAt[1], l.shownAt[0] + l.w, l.shownAt[1] + l.h]);
  }
}
