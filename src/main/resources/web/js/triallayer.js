/** What a change would make different, on the map: a mark of its own form for what is new, lost and changed. */

import {fromPoint} from './chart.js';
import ol from './ol.js';

/** The sign and the colour of each; the sign tells, the colour helps. */
export const SIGNS = {new: '+', lost: '×', changed: '≠'};
const COLOURS = {new: 'warning-line', lost: 'text', changed: 'focus'};
const FORMS = {new: {points: 24}, lost: {points: 4, angle: Math.PI / 4}, changed: {points: 4}};

/** The layer; empty unless a trial's result is looked at. */
export class TrialLayer {
  constructor() {
    this.source = new ol.source.Vector();
    this.layer = new ol.layer.Vector({source: this.source, zIndex: 8, updateWhileAnimating: true, updateWhileInteracting: true});
    this.chosen = null;
  }

  recolour(colours) {
    this.colours = colours;
    this.layer.setStyle((f) => this.styleOf(f));
  }

  /** Shows a result, or nothing; alerts without a place have no mark. */
  set(result) {
    this.source.clear();
    this.chosen = null;
    if (!result) return;
    for (const row of result.changed) this.add('changed', row.after);
    for (const row of result.lost) this.add('lost', row);
    for (const row of result.new) this.add('new', row);
  }

  add(role, {alert}) {
    if (!alert.position) return;
    const feature = new ol.Feature(new ol.geom.Point(fromPoint(alert.position.lon, alert.position.lat)));
    feature.setProperties({role, id: alert.id});
    this.source.addFeature(feature);
  }

  choose(id) {
    this.chosen = id;
    this.layer.changed();
  }

  /** The alert whose mark lies under a pixel, or undefined. */
  at(map, pixel) {
    return map.forEachFeatureAtPixel(pixel, (f) => f.get('id'), {layerFilter: (layer) => layer === this.layer, hitTolerance: 3});
  }

  /** Where the marks lie on the map, or null. */
  extent() {
    return this.source.getFeatures().length ? this.source.getExtent() : null;
  }

  /** How many of each role are drawn, for tests. */
  roles() {
    const counts = {};
    for (const f of this.source.getFeatures()) counts[f.get('role')] = (counts[f.get('role')] ?? 0) + 1;
    return counts;
  }

  styleOf(feature) {
    const role = feature.get('role');
    const colour = this.colours[COLOURS[role]];
    const chosen = feature.get('id') === this.chosen;
    return new ol.style.Style({
      zIndex: chosen ? 9 : 1,
      image: new ol.style.RegularShape({...FORMS[role], radius: role === 'new' ? 9 : 11, fill: new ol.style.Fill({color: this.colours.panel}),
        stroke: new ol.style.Stroke({color: colour, width: chosen ? 3.5 : 2})}),
      text: new ol.style.Text({text: SIGNS[role], font: '700 13px "Liberation Sans", Arial, sans-serif', offsetY: 1, fill: new ol.style.Fill({color: colour})}),
    });
  }
}
