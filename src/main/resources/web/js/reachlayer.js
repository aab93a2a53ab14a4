/** On the map: where the selected lost craft may be, or how a patrol meets the selected one. */

import {faint} from './basemap.js';
import {fromPoint} from './chart.js';
import {readFeatures} from './layers.js';
import ol from './ol.js';

const FONT = '600 12px system-ui, sans-serif';

/** How far above its place the words are written, in pixels. */
const OFFSETS = {words: -10, meeting: -18};

/** The layer; shows one reach or one intercept. */
export class ReachLayer {
  constructor() {
    this.source = new ol.source.Vector();
    this.layer = new ol.layer.Vector({source: this.source, zIndex: 5, updateWhileAnimating: true, updateWhileInteracting: true});
    this.words = '';
  }

  /** Takes over colours. */
  recolour(colours) {
    this.colours = colours;
    this.layer.setStyle((f) => this.styleOf(f));
  }

  /** Takes everything away. */
  clear() {
    // Emptying what is empty would have the whole chart drawn again.
    if (!this.source.isEmpty()) this.source.clear();
  }

  /**
   * Draws the area of a lost craft.
   *
   * @param token the colour of its kind
   * @param words what is written over it
   */
  showReach(feature, token, words) {
    this.source.clear();
    this.token = token;
    this.words = words;
    if (!feature.geometry) return;
    const [area] = readFeatures({type: 'FeatureCollection', features: [feature]}, 'reach');
    area.set('role', 'reach');
    this.source.addFeature(area);
    const [west, , east, north] = area.getGeometry().getExtent();
    this.add('words', new ol.geom.Point([(west + east) / 2, north]));
  }

  /** Says something else over the same area. */
  say(words) {
    if (words === this.words) return;
    this.words = words;
    this.layer.changed();
  }

  /**
   * Draws how a patrol meets a craft.
   *
   * @param craft where it is, as {lat, lon}
   * @param words what is written beside the meeting point
   */
  showIntercept(patrol, craft, words) {
    this.source.clear();
    this.words = words;
    const [unit, target, meeting] = [patrol.from, craft, patrol.at].map((p) => fromPoint(p.lon, p.lat));
    this.add('unit', new ol.geom.LineString([unit, meeting]));
    this.add('craft', new ol.geom.LineString([target, meeting]));
    this.add('meeting', new ol.geom.Point(meeting));
  }

  /** What to look at to see all of it, or null. */
  extent() {
    return this.source.getFeatures().length ? this.source.getExtent() : null;
  }

  /** Where words stand on the map, so that no label is put over them. */
  boxes(map) {
    return this.source.getFeatures().filter((f) => OFFSETS[f.get('role')]).map((f) => {
      const [x, y] = map.getPixelFromCoordinate(f.getGeometry().getCoordinates()) ?? [NaN, NaN];
      this.measure ??= document.createElement('canvas').getContext('2d');
      this.measure.font = FONT;
      const half = this.measure.measureText(this.words).width / 2 + 6;
      const middle = y + OFFSETS[f.get('role')];
      return [x - half, middle - 9, x + half, middle + 9];
    }).filter(([x]) => Number.isFinite(x));
  }

  /** What is drawn, by role; for tests. */
  roles() {
    return this.source.getFeatures().map((f) => f.get('role'));
  }

  add(role, geometry) {
    const feature = new ol.Feature(geometry);
    feature.set('role', role);
    this.source.addFeature(feature);
  }

  styleOf(feature) {
    const {colours} = this;
    const stroke = (color, width, lineDash) => new ol.style.Stroke({color, width, lineDash});
    switch (feature.get('role')) {
      case 'reach': return new ol.style.Style({stroke: stroke(colours[this.token], 1.8, [8, 5]), fill: new ol.style.Fill({color: faint(colours[this.token], 0.16)})});
      case 'words': return this.written(OFFSETS.words);
      case 'unit': return new ol.style.Style({stroke: stroke(colours.own, 2.4)});
      case 'craft': return new ol.style.Style({stroke: stroke(colours.text, 1.6, [6, 5])});
      default: return [new ol.style.Style({image: new ol.style.Circle({radius: 8, stroke: stroke(colours.own, 2.4)})}),
        new ol.style.Style({image: new ol.style.RegularShape({points: 4, radius: 8, radius2: 0, stroke: stroke(colours.own, 1.6)})}), this.written(OFFSETS.meeting)];
    }
  }

  written(offsetY) {
    const {colours} = this;
    return new ol.style.Style({zIndex: 9, text: new ol.style.Text({text: this.words, font: FONT, offsetY, overflow: true,
      fill: new ol.style.Fill({color: colours.text}), backgroundFill: new ol.style.Fill({color: faint(colours.panel, 0.85)}), padding: [2, 5, 1, 5]})});
  }
}
