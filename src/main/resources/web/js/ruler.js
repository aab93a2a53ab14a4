/** Measuring on the map: a line between two ends that stick to moving craft, how near two craft come, and rings around one. */

import {fromPoint} from './chart.js';
import {faint} from './basemap.js';
import {closestApproach} from './cpa.js';
import {placeAt, wayBetween} from './ellipsoid.js';
import {circle} from './fencelayer.js';
import {degreesTrue, nauticalMiles, plain} from './format.js';
import {t} from './i18n.js';
import {nameOf} from './tracks.js';
import ol from './ol.js';

const METRES_PER_NM = 1852;
const RINGS = [1, 3, 6, 12];
const FONT = '600 12px system-ui, sans-serif';

/** State and layer. An end is `{track}` or `{latitude, longitude}`; `taking` while it still wants one. */
export class Ruler {
  constructor(app) {
    this.app = app;
    this.ends = [];
    this.taking = false;
    this.rings = null;
    this.words = '';
    this.source = new ol.source.Vector();
    this.layer = new ol.layer.Vector({source: this.source, zIndex: 8, updateWhileAnimating: true, updateWhileInteracting: true});
  }

  /** Takes over colours. */
  recolour(colours) {
    this.colours = colours;
    this.layer.setStyle((f) => this.styleOf(f));
  }

  /** Begins to measure, from the selected craft if there is one; or puts the ruler away. `pair`: how near two craft come. */
  toggle(pair = false) {
    const {app} = this;
    if (this.taking || this.ends.length) {
      this.end();
      return;
    }
    this.pair = pair;
    this.ends = app.selectedId ? [{track: app.selectedId}] : [];
    this.taking = true;
    this.tell();
  }

  /** Puts it away; says whether there was anything. */
  end() {
    const was = this.taking || this.ends.length > 0;
    this.taking = false;
    this.ends = [];
    this.tell();
    return was;
  }

  /** An end was pointed at, or a craft was chosen by its name. */
  take(end) {
    const [first] = this.ends;
    if (this.pair && !end.track) return;
    if (first?.track && first.track === end.track) return;
    this.ends.push(end);
    this.taking = this.ends.length < 2;
    this.tell();
  }

  /** Rings around the selected craft, or none. */
  toggleRings() {
    const {selectedId} = this.app;
    this.rings = selectedId && this.rings !== selectedId ? selectedId : null;
    this.follow();
  }

  tell() {
    document.documentElement.dataset.picking = String(this.taking);
    this.follow();
    this.app.refresh('tools', 'ruler');
  }

  /** Where an end is now, with course and speed if it is a craft in the picture; else null. */
  placeOf(end) {
    if (!end.track) return end;
    const {tracks} = this.app.shown;
    const slot = tracks.find(end.track);
    if (slot < 0 || !Number.isFinite(tracks.latitude[slot])) return null;
    return {latitude: tracks.latitude[slot], longitude: tracks.longitude[slot], courseDegrees: tracks.course[slot], speedKnots: tracks.speed[slot], name: nameOf(tracks.rows[slot])};
  }

  /** Draws all again; called each second and when something was taken. */
  follow() {
    this.source.clear();
    this.words = '';
    if (this.rings) this.drawRings(this.placeOf({track: this.rings}));
    const places = this.ends.map((end) => this.placeOf(end));
    for (const place of places) if (place) this.add('end', new ol.geom.Point(fromPoint(place.longitude, place.latitude)));
    if (places.length === 2 && places[0] && places[1]) this.drawLine(places[0], places[1]);
  }

  drawLine(a, b) {
    const there = wayBetween(a, b);
    const back = wayBetween(b, a);
    this.measured = {miles: there.miles, degrees: there.degrees, backDegrees: back.degrees};
    const line = [fromPoint(a.longitude, a.latitude), fromPoint(b.longitude, b.latitude)];
    this.add('line', new ol.geom.LineString(line));
    const words = [t('ruler.words', {nm: nauticalMiles(there.miles), there: degreesTrue(there.degrees), back: degreesTrue(back.degrees)})];
    if (a.name && b.name) words.push(this.approach(a, b));
    this.words = words.join('\n');
    this.add('words', new ol.geom.Point([(line[0][0] + line[1][0]) / 2, (line[0][1] + line[1][1]) / 2]));
  }

  /** How near they come if both go on as they do, and where. */
  approach(a, b) {
    const cpa = closestApproach(a, b);
    this.measured.cpa = cpa;
    if (!Number.isFinite(cpa.minutes)) return t('ruler.apart');
    const [at, bt] = [a, b].map((one) => (one.speedKnots >= 0.2 ? placeAt(one, one.courseDegrees, one.speedKnots * cpa.minutes / 60) : one));
    this.add('cpa', new ol.geom.LineString([at, bt].map((p) => fromPoint(p.longitude, p.latitude))));
    for (const [from, to] of [[a, at], [b, bt]]) this.add('ahead', new ol.geom.LineString([from, to].map((p) => fromPoint(p.longitude, p.latitude))));
    return t('ruler.cpa', {nm: nauticalMiles(cpa.distanceNm), min: plain(cpa.minutes, cpa.minutes < 10 ? 1 : 0)});
  }

  drawRings(place) {
    if (!place) return;
    for (const miles of RINGS) {
      const ring = circle(place.longitude, place.latitude, miles * METRES_PER_NM);
      this.add('ring', ring);
      const [west, , east, north] = ring.getExtent();
      this.add('ring-words', new ol.geom.Point([(west + east) / 2, north]), miles + ' nm');
    }
  }

  /** Where its words stand on the map, so that no label is put over them. */
  boxes(map) {
    return this.source.getFeatures().filter((f) => f.get('role').endsWith('words')).map((f) => {
      const [x, y] = map.getPixelFromCoordinate(f.getGeometry().getCoordinates()) ?? [NaN, NaN];
      const lines = (f.get('words') ?? this.words).split('\n');
      this.measure ??= document.createElement('canvas').getContext('2d');
      this.measure.font = FONT;
      const half = Math.max(...lines.map((line) => this.measure.measureText(line).width)) / 2 + 7;
      const high = lines.length * 9 + 3;
      return [x - half, y - high, x + half, y + high];
    }).filter(([x]) => Number.isFinite(x));
  }

  add(role, geometry, words) {
    const feature = new ol.Feature(geometry);
    feature.set('role', role);
    feature.set('words', words);
    this.source.addFeature(feature);
  }

  /** What is drawn, by role; for tests. */
  roles() {
    return this.source.getFeatures().map((f) => f.get('role'));
  }

  styleOf(feature) {
    const {colours} = this;
    const stroke = (color, width, lineDash) => new ol.style.Stroke({color, width, lineDash});
    switch (feature.get('role')) {
      case 'line': return [new ol.style.Style({stroke: stroke(colours.water, 5)}), new ol.style.Style({stroke: stroke(colours.text, 2)})];
      case 'end': return new ol.style.Style({image: new ol.style.Circle({radius: 6, stroke: stroke(colours.text, 2)})});
      case 'ahead': return new ol.style.Style({stroke: stroke(colours['text-2'], 1.4, [3, 5])});
      case 'cpa': return new ol.style.Style({stroke: stroke(colours['warning-line'], 2.4)});
      case 'ring': return new ol.style.Style({stroke: stroke(faint(colours.text, 0.7), 1.1, [6, 4])});
      case 'ring-words': return this.written(feature.get('words'), -7);
      default: return this.written(this.words, 0);
    }
  }

  written(text, offsetY) {
    const {colours} = this;
    return new ol.style.Style({zIndex: 9, text: new ol.style.Text({text, font: FONT, offsetY, overflow: true, fill: new ol.style.Fill({color: colours.text}),
      backgroundFill: new ol.style.Fill({color: faint(colours.panel, 0.88)}), padding: [3, 6, 2, 6]})});
  }
}
