/** Fences on the map: a line form for each kind, filled while in force, thin and open while not. */

import {faint} from './basemap.js';
import {isActive} from './fencehours.js';
import {readFeatures} from './layers.js';
import ol from './ol.js';

/** These cover the whole country and repeat the legal lines: drawn only when somebody asks for them. */
const NATIONAL = new Set(['territorial-sea', 'airspace', 'night-flight']);

const FORMS = {
  border: {dash: [14, 5], width: 1.4},
  'landing-watch': {dash: [2, 4], width: 1.6},
  'reef-passage': {width: 1.6},
  'marine-reserve-core': {width: 1.1, hatch: true},
  'strip-watch': {dash: [9, 4, 2, 4], width: 1.2},
  restricted: {width: 2.2, hatch: true},
};

/** The layer of fences with the one that is brought out. */
export class FenceLayer {
  constructor() {
    this.source = new ol.source.Vector();
    this.layer = new ol.layer.Vector({source: this.source, zIndex: 3, updateWhileAnimating: true, updateWhileInteracting: true});
    this.highlighted = null;
    this.visible = true;
    this.labels = [];
    this.styles = new Map();
  }

  /** Replaces all fences by those of a feature collection. */
  set(collection) {
    this.source.clear();
    this.source.addFeatures(readFeatures(collection, 'fences'));
    this.labels = this.source.getFeatures().filter((f) => !NATIONAL.has(f.get('kind'))).map(label).filter(Boolean);
  }

  /** Moves the fences that go with tracks; one whose track is not in sight is not drawn. */
  follow(tracks) {
    for (const feature of this.source.getFeatures()) {
      const around = feature.get('around');
      if (!around) continue;
      const slot = tracks.findContact(around.track);
      const seen = slot >= 0 && Number.isFinite(tracks.latitude[slot]);
      feature.setGeometry(seen ? circle(tracks.longitude[slot], tracks.latitude[slot], around.radiusMetres) : null);
    }
  }

  /** Takes over colours; `atMillis` decides which fences are in force. */
  refresh(colours, atMillis) {
    this.colours = colours;
    this.styles.clear();
    this.layer.setStyle((f) => this.styleOf(f, atMillis));
  }

  /** Brings one fence out, or none. */
  highlight(id) {
    if (id === this.highlighted) return;
    this.highlighted = id;
    this.layer.changed();
  }

  /** Shows or hides all but the highlighted one. */
  toggle() {
    this.visible = !this.visible;
    this.layer.changed();
  }

  /** A fence's feature by id. */
  find(id) {
    return this.source.getFeatures().find((f) => idOf(f) === id);
  }

  styleOf(feature, atMillis) {
    const kind = feature.get('kind');
    const bold = idOf(feature) === this.highlighted;
    if (!bold && (!this.visible || NATIONAL.has(kind))) return undefined;
    const active = isActive(feature.getProperties(), atMillis);
    const key = kind + active + bold;
    if (!this.styles.has(key)) this.styles.set(key, this.make(FORMS[kind] ?? {width: 1.2}, active, bold, NATIONAL.has(kind)));
    return this.styles.get(key);
  }

  make(form, active, bold, national) {
    const colour = this.colours.fence;
    const line = new ol.style.Stroke({color: faint(colour, bold ? 1 : active ? 0.9 : 0.5), width: bold ? 2.4 : active ? form.width : 0.9,
      lineDash: active || bold ? form.dash : [2, 6]});
    const fill = new ol.style.Fill({color: !active || national ? 'rgba(0,0,0,0)' : form.hatch ? hatch(faint(colour, bold ? 0.5 : 0.35)) : faint(colour, bold ? 0.16 : 0.07)});
    return new ol.style.Style({stroke: line, fill, zIndex: bold ? 9 : 1});
  }
}

/** A feature's fence id, wherever the file put it. */
export const idOf = (feature) => feature.get('id') ?? feature.getId();

/** A circle of so many metres on the map. */
export function circle(longitude, latitude, metres) {
  return ol.geom.Polygon.circular([longitude, latitude], metres, 64).transform('EPSG:4326', 'EPSG:3857');
}

function label(feature) {
  if (feature.get('around')) return null;
  const [w, , e, n] = feature.getGeometry().getExtent();
  const small = feature.get('kind') === 'reef-passage' || feature.get('kind') === 'marine-reserve-core';
  return {x: (w + e) / 2, y: n, text: String(feature.get('name') ?? ''), style: 'fence', fromZoom: small ? 9.9 : 9.3, rank: 15};
}

/** A fill of thin slanting lines. */
export function hatch(colour) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const ctx = tile.getContext('2d');
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const d of [-8, 0, 8]) {
    ctx.moveTo(d - 2, 10);
    ctx.lineTo(d + 10, -2);
  }
  ctx.stroke();
  return ctx.createPattern(tile, 'repeat');
}
