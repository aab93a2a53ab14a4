/** The chart: land, cayes, legal lines, reef, routes and known points, all from the layers that ship with the watch. */

import ol from './ol.js';
import {readLayer} from './layers.js';
import {placeLabels} from './places.js';

const AREA = [-90.5, 14.5, -84.5, 19.5];

/** The chart's layers and the labels that go with them. */
export class Basemap {
  constructor() {
    this.base = new ol.layer.VectorImage({source: new ol.source.Vector(), imageRatio: 1.4, zIndex: 1});
    this.lines = new ol.layer.Vector({source: new ol.source.Vector(), zIndex: 2, updateWhileAnimating: true, updateWhileInteracting: true});
    this.points = new ol.layer.Vector({source: new ol.source.Vector(), zIndex: 4, updateWhileAnimating: true, updateWhileInteracting: true});
    this.layers = [this.base, this.lines, this.points];
    this.hidden = new Set(['watch-areas', 'eez-note']);
    this.labels = [];
    this.metadata = [];
  }

  /** Fetches all layers; a layer that fails is left out and named in `missing`. */
  async load() {
    const groups = {base: ['land-osm', 'cayes-gshhg', 'cayes-hand'], lines: ['maritime-zones', 'maritime-lines', 'fir', 'reef', 'routes'],
      points: ['aerodromes', 'places', 'ports', 'sea-features']};
    this.missing = [];
    await Promise.all(Object.entries(groups).flatMap(([group, names]) => names.map((name) => this.add(group, name))));
    this.base.getSource().addFeature(this.nothingBeyond());
    this.labels = placeLabels(this.points.getSource().getFeatures(), this.base.getSource().getFeatures());
    this.metadata.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async add(group, name) {
    try {
      const {features, metadata} = await readLayer(name);
      this.metadata.push({name, ...metadata});
      this[group].getSource().addFeatures(features);
    } catch {
      this.missing.push(name);
    }
  }

  /** Beyond the layers' area there is no chart, which must not look like open water. */
  nothingBeyond() {
    const [w, s, e, n] = AREA;
    const ring = [[w, s], [w, n], [e, n], [e, s], [w, s]];
    const world = [[-180, -85], [180, -85], [180, 85], [-180, 85], [-180, -85]];
    const polygon = new ol.geom.Polygon([world, ring]).transform('EPSG:4326', 'EPSG:3857');
    const feature = new ol.Feature(polygon);
    feature.set('layer', 'no-chart');
    return feature;
  }

  /** Takes over the colours of a palette. */
  recolour(colours) {
    const styles = chartStyles(colours);
    this.base.setStyle((f) => styles[f.get('layer')] ?? styles['land-osm']);
    this.lines.setStyle((f, resolution) => this.lineStyle(styles, f, resolution));
    this.points.setStyle((f, resolution) => this.pointStyle(styles, f, resolution));
  }

  lineStyle(styles, f, resolution) {
    const layer = f.get('layer');
    if (this.hidden.has(layer)) return undefined;
    if (layer === 'routes' && resolution > 900) return undefined;
    return styles[layer + '/' + (f.get('zone') ?? f.get('kind'))] ?? styles[layer];
  }

  pointStyle(styles, f, resolution) {
    const layer = f.get('layer');
    if (this.hidden.has(layer)) return undefined;
    if (layer === 'places') return resolution < f.get('fromResolution') ? styles.places : undefined;
    if (layer === 'aerodromes') {
      if (resolution > f.get('fromResolution')) return undefined;
      return f.get('open') === false ? styles['aerodromes/closed'] : styles[f.get('type') === 'heliport' ? 'aerodromes/heliport' : 'aerodromes'];
    }
    return resolution < f.get('fromResolution') ? styles[layer + '/' + f.get('kind')] ?? styles[layer] : undefined;
  }

  /** Shows or hides one layer's features. */
  toggle(name) {
    if (!this.hidden.delete(name)) this.hidden.add(name);
    for (const layer of this.layers) layer.changed();
  }
}

const stroke = (color, width, lineDash) => new ol.style.Stroke({color, width, lineDash});
const fill = (color) => new ol.style.Fill({color});
const style = (options) => new ol.style.Style(options);

/** A colour with an opacity, for lines that must stay behind everything else. */
export function faint(hex, opacity) {
  const n = parseInt(hex.slice(1), 16);
  return `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${opacity})`;
}

function chartStyles(c) {
  const legal = faint(c.border, 0.9);
  return {
    'land-osm': style({fill: fill(c.land), stroke: stroke(c.coast, 0.9), zIndex: 1}),
    'cayes-gshhg': style({fill: fill(c.land), stroke: stroke(c.coast, 0.7), zIndex: 2}),
    'cayes-hand': style({fill: fill(c.land), stroke: stroke(c.coast, 0.8), zIndex: 3}),
    'no-chart': style({fill: fill(c.bg), stroke: stroke(faint(c.border, 0.6), 1), zIndex: 9}),
    'maritime-zones/territorial-sea': style({fill: fill(faint(c.border, 0.07))}),
    'maritime-zones/24nm-reference': style({stroke: stroke(faint(c.border, 0.35), 0.8, [2, 5])}),
    'maritime-zones/eez': style({stroke: stroke(faint(c.border, 0.45), 0.8, [10, 4, 2, 4])}),
    'maritime-lines/territorial-sea-outer': style({stroke: stroke(legal, 1.5)}),
    'maritime-lines/median': style({stroke: stroke(legal, 1.2, [9, 4])}),
    'maritime-lines/treaty': style({stroke: stroke(legal, 1.2, [9, 4])}),
    'maritime-lines': style({}),
    'fir/FIR-boundary': style({stroke: stroke(faint(c.border, 0.6), 1, [14, 5, 2, 5])}),
    fir: style({}),
    reef: style({stroke: stroke(faint(c.coast, 0.75), 2, [1.5, 4])}),
    routes: style({stroke: stroke(faint(c.border, 0.55), 1, [6, 6])}),
    'routes/shipping': style({stroke: stroke(faint(c.border, 0.7), 1.4, [12, 5])}),
    places: dot(c['text-2'], 1.6),
    aerodromes: aerodrome(c['text-2'], fill(faint(c.panel, 0.6))),
    'aerodromes/heliport': dot(faint(c['text-2'], 0.9), 2.2, c.panel),
    'aerodromes/closed': style({image: new ol.style.RegularShape({points: 4, radius: 4.5, radius2: 0, angle: Math.PI / 4,
      stroke: stroke(faint(c['text-2'], 0.8), 1)})}),
    ports: style({image: new ol.style.RegularShape({points: 4, radius: 4, angle: Math.PI / 4, fill: fill(c.panel), stroke: stroke(c['text-2'], 1.2)})}),
    'sea-features': dot(faint(c['text-2'], 0.7), 1.4),
    'sea-features/light': style({image: new ol.style.RegularShape({points: 5, radius: 5, radius2: 2, fill: fill(c['caution-line'])})}),
    'sea-features/pass': style({image: new ol.style.RegularShape({points: 4, radius: 4, radius2: 1.2, stroke: stroke(c['text-2'], 1)})}),
  };
}

function dot(colour, radius, inside) {
  return style({image: new ol.style.Circle({radius, fill: fill(inside ?? colour), stroke: inside ? stroke(colour, 1.2) : undefined})});
}

function aerodrome(colour, inside) {
  return [
    style({image: new ol.style.Circle({radius: 4.2, fill: inside, stroke: stroke(colour, 1.1)})}),
    style({image: new ol.style.RegularShape({points: 2, radius: 6.5, angle: Math.PI / 3, stroke: stroke(colour, 1.1)})}),
  ];
}
