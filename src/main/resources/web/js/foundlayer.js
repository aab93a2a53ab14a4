/** What a search in the record found, on the map: where each craft came and went, and the way of the one that is looked at. */

import {faint} from './basemap.js';
import {fromPoint} from './chart.js';
import {belize} from './time.js';
import ol from './ol.js';

/** Between fixes farther apart nobody knows where a craft was. */
const LONGEST_STEP_MILLIS = 10 * 60_000;
const METRES_PER_NM = 1852;
const MOST_FIXES_DRAWN = 2_000;

/** The layer; empty until something was found. */
export class FoundLayer {
  constructor() {
    this.source = new ol.source.Vector();
    this.layer = new ol.layer.Vector({source: this.source, zIndex: 7, updateWhileAnimating: true, updateWhileInteracting: true});
    this.found = [];
    this.way = null;
    this.place = null;
    this.chosen = null;
  }

  recolour(colours) {
    this.colours = colours;
    this.layer.setStyle((f) => this.styleOf(f));
  }

  /** Shows these; each has `track, domain, first, last`. */
  set(found) {
    this.found = found;
    this.draw();
  }

  /** The place that is asked about: `{latitude, longitude, miles}`, or null. */
  setPlace(place) {
    this.place = place;
    this.draw();
  }

  /** The way of one craft: features of lines with `times`, or null. */
  setWay(track, features) {
    this.chosen = track;
    this.way = features;
    this.draw();
  }

  clear() {
    Object.assign(this, {found: [], way: null, place: null, chosen: null});
    this.source.clear();
  }

  /** The track whose mark lies under a pixel, or undefined. */
  at(map, pixel) {
    return map.forEachFeatureAtPixel(pixel, (f) => f.get('track'), {layerFilter: (layer) => layer === this.layer, hitTolerance: 5});
  }

  /** How many of each role are drawn, for tests. */
  roles() {
    const counts = {};
    for (const f of this.source.getFeatures()) counts[f.get('role')] = (counts[f.get('role')] ?? 0) + 1;
    return counts;
  }

  /** Where the way lies on the map, or null. */
  extent() {
    const line = this.source.getFeatures().filter((f) => f.get('role') === 'way' || f.get('role') === 'end');
    if (!line.length) return null;
    const extent = ol.extent.createEmpty();
    line.forEach((f) => ol.extent.extend(extent, f.getGeometry().getExtent()));
    return extent;
  }

  draw() {
    this.source.clear();
    if (this.place) this.addPlace(this.place);
    for (const one of this.found) {
      if (one.track === this.chosen && this.way) continue;
      this.addPoint('came', one, one.first);
      this.addPoint('went', one, one.last);
    }
    if (this.way) this.addWay();
  }

  addPlace({latitude, longitude, miles}) {
    const ring = ol.geom.Polygon.circular([longitude, latitude], miles * METRES_PER_NM, 72).transform('EPSG:4326', 'EPSG:3857');
    this.add('ring', ring);
    this.add('here', new ol.geom.Point(fromPoint(longitude, latitude)));
  }

  addPoint(role, one, moment) {
    this.add(role, new ol.geom.Point(fromPoint(moment.lon, moment.lat)), {track: one.track, domain: one.domain});
  }

  /** The way in pieces: where nothing was heard for long there is no line. */
  addWay() {
    const fixes = this.way.flatMap(fixesOf);
    const {domain} = this.way[0]?.properties ?? {};
    const own = {track: this.chosen, domain};
    let piece = [];
    fixes.forEach((fix, i) => {
      if (i && fix.at - fixes[i - 1].at > LONGEST_STEP_MILLIS) {
        this.addPiece(piece, own);
        piece = [];
      }
      piece.push(fix.point);
    });
    this.addPiece(piece, own);
    const every = Math.ceil(fixes.length / MOST_FIXES_DRAWN);
    fixes.forEach((fix, i) => i % every === 0 && this.add('fix', new ol.geom.Point(fix.point), own));
    if (!fixes.length) return;
    const last = fixes[fixes.length - 1];
    this.add('begin', new ol.geom.Point(fixes[0].point), {...own, words: belize(fixes[0].at)});
    this.add('end', new ol.geom.Point(last.point), {...own, words: belize(last.at)});
  }

  addPiece(piece, own) {
    if (piece.length > 1) this.add('way', new ol.geom.LineString(piece), own);
  }

  add(role, geometry, properties = {}) {
    const feature = new ol.Feature(geometry);
    feature.setProperties({role, ...properties});
    this.source.addFeature(feature);
  }

  styleOf(feature) {
    const c = this.colours;
    const colour = c[feature.get('domain') === 'air' ? 'aircraft' : 'vessel'];
    const line = (width, alpha = 1, dash = undefined, ink = colour) => new ol.style.Stroke({color: faint(ink, alpha), width, lineDash: dash});
    const dot = (radius, filled) => new ol.style.Style({image: new ol.style.Circle({radius, stroke: line(1.6), fill: filled ? new ol.style.Fill({color: colour}) : new ol.style.Fill({color: c.panel})})});
    switch (feature.get('role')) {
      case 'ring': return new ol.style.Style({stroke: line(1.6, 0.9, [7, 5], c.focus), fill: new ol.style.Fill({color: faint(c.focus, 0.07)})});
      case 'here': return new ol.style.Style({image: new ol.style.RegularShape({points: 4, radius: 9, radius2: 0, stroke: line(2, 1, undefined, c.focus)})});
      case 'came': return dot(4, false);
      case 'went': return dot(4, true);
      case 'way': return [new ol.style.Style({stroke: line(5.5, 0.85, undefined, c.panel)}), new ol.style.Style({stroke: line(2.4)})];
      case 'fix': return new ol.style.Style({image: new ol.style.Circle({radius: 1.9, fill: new ol.style.Fill({color: colour})})});
      default: return this.endStyle(feature, dot(6, feature.get('role') === 'end'));
    }
  }

  /** Where the way begins and ends, with the time in Belize. */
  endStyle(feature, style) {
    style.setText(new ol.style.Text({text: feature.get('words'), offsetY: -15, font: '600 12px "Liberation Sans", Arial, sans-serif',
      fill: new ol.style.Fill({color: this.colours.text}), stroke: new ol.style.Stroke({color: this.colours.panel, width: 4})}));
    style.setZIndex(5);
    return style;
  }
}

function fixesOf({geometry, properties}) {
  const points = geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates;
  return points.map(([lon, lat], i) => ({point: fromPoint(lon, lat), at: Date.parse(properties.times[i])}));
}
