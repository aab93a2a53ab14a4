/** What people saw, on the map: an eye where it was, and around it how far it may have been from there. */

import {fromPoint} from './chart.js';
import {faint} from './basemap.js';
import {millis} from './time.js';
import ol from './ol.js';

const SHOWN_MILLIS = 24 * 3_600_000;
const METRES_PER_NM = 1852;

/** The layer; holds the sightings of the last day, and one place that is being picked or read. */
export class SightingLayer {
  constructor() {
    this.source = new ol.source.Vector();
    this.layer = new ol.layer.Vector({source: this.source, zIndex: 5, updateWhileAnimating: true, updateWhileInteracting: true});
    this.entries = [];
    this.draft = null;
    this.chosenId = null;
  }

  recolour(colours) {
    this.colours = colours;
    this.layer.setStyle((f, resolution) => this.styleOf(f, resolution));
  }

  /** Shows these; a withdrawn one is no longer there. */
  set(entries, now) {
    this.entries = entries.filter((e) => !e.withdrawn_at && now - millis(e.observed_at) < SHOWN_MILLIS);
    this.draw();
  }

  /** The place that the form means now: `{lat, lon, pos_error_nm}` or null. */
  setDraft(draft) {
    const same = JSON.stringify(draft) === JSON.stringify(this.draft);
    this.draft = draft;
    if (!same) this.draw();
  }

  choose(id) {
    this.chosenId = id;
    this.layer.changed();
  }

  draw() {
    this.source.clear();
    for (const entry of this.entries) this.add(entry, 'seen');
    if (this.draft) this.add(this.draft, 'draft');
  }

  add(entry, role) {
    const feature = new ol.Feature(new ol.geom.Point(fromPoint(entry.lon, entry.lat)));
    feature.setProperties({role, id: entry.report_id, metres: entry.pos_error_nm * METRES_PER_NM / Math.cos(entry.lat * Math.PI / 180), kind: entry.kind});
    this.source.addFeature(feature);
  }

  /** The sighting under a pixel, or undefined. */
  at(map, pixel) {
    return map.forEachFeatureAtPixel(pixel, (f) => f.get('id'), {layerFilter: (layer) => layer === this.layer, hitTolerance: 4});
  }

  styleOf(feature, resolution) {
    const draft = feature.get('role') === 'draft';
    const chosen = feature.get('id') === this.chosenId;
    const colour = this.colours[draft ? 'focus' : 'caution-line'];
    const radius = Math.min(600, feature.get('metres') / resolution);
    const ring = new ol.style.Circle({radius: Math.max(9, radius), stroke: new ol.style.Stroke({color: faint(colour, chosen || draft ? 0.95 : 0.55), width: chosen ? 2.4 : 1.4, lineDash: [5, 5]})});
    const eye = new ol.style.RegularShape({points: 4, radius: 9, scale: [1, 0.62], fill: new ol.style.Fill({color: this.colours.panel}), stroke: new ol.style.Stroke({color: colour, width: 2})});
    const pupil = new ol.style.Circle({radius: 2.2, fill: new ol.style.Fill({color: colour})});
    return [ring, eye, pupil].map((image) => new ol.style.Style({image}));
  }
}
