/** An alert's evidence on the map: the place, the positions that led to it, and the fence it is about. */

import {faint} from './basemap.js';
import {fromPoint} from './chart.js';
import {millis} from './time.js';
import ol from './ol.js';

const BEFORE_ONSET_MILLIS = 10 * 60_000;

/** The layer; shows one alert at a time. */
export class EvidenceLayer {
  constructor() {
    this.source = new ol.source.Vector();
    this.layer = new ol.layer.Vector({source: this.source, zIndex: 6, updateWhileAnimating: true, updateWhileInteracting: true});
    this.alertId = null;
  }

  /** Takes over colours. */
  recolour(colours) {
    this.colours = colours;
    this.layer.setStyle((f) => this.styleOf(f));
  }

  /** Takes everything away. */
  clear() {
    this.alertId = null;
    // Emptying what is empty would have the whole chart drawn again.
    if (!this.source.isEmpty()) this.source.clear();
  }

  /**
   * Draws an alert.
   *
   * @param tracks for each track concerned the points `[lon, lat, atMillis]`, oldest first, as far as known
   */
  show(alert, tracks) {
    this.clear();
    this.alertId = alert.id;
    this.priority = alert.priority;
    const from = millis(alert.onset ?? alert.time);
    const to = millis(alert.time);
    for (const points of tracks) this.track(points, from, to);
    for (const piece of alert.evidence ?? []) {
      const place = positionOf(piece);
      if (place) this.add('point', fromPoint(place.lon, place.lat));
    }
    if (alert.position) this.add('place', fromPoint(alert.position.lon, alert.position.lat));
  }

  /** Marks a place that was searched for. */
  mark(longitude, latitude) {
    this.clear();
    this.priority = 'caution';
    this.add('place', fromPoint(longitude, latitude));
  }

  track(points, from, to) {
    const near = points.filter((p) => p[2] >= from - BEFORE_ONSET_MILLIS && p[2] <= to + 1000);
    if (near.length > 1) {
      const line = new ol.geom.LineString(near.map((p) => fromPoint(p[0], p[1])));
      const feature = new ol.Feature(line);
      feature.set('role', 'line');
      this.source.addFeature(feature);
    }
    const counted = near.filter((p) => p[2] >= from);
    counted.forEach((p, i) => this.add(i === 0 ? 'onset' : 'point', fromPoint(p[0], p[1])));
  }

  add(role, coordinate) {
    const feature = new ol.Feature(new ol.geom.Point(coordinate));
    feature.set('role', role);
    this.source.addFeature(feature);
  }

  styleOf(feature) {
    const colour = this.colours[this.priority + '-line'];
    const stroke = (width) => new ol.style.Stroke({color: colour, width});
    switch (feature.get('role')) {
      case 'line': return new ol.style.Style({stroke: stroke(2)});
      case 'onset': return new ol.style.Style({image: new ol.style.Circle({radius: 7, stroke: stroke(2)})});
      case 'point': return new ol.style.Style({image: new ol.style.Circle({radius: 2.6, fill: new ol.style.Fill({color: colour})})});
      default: return [
        new ol.style.Style({image: new ol.style.Circle({radius: 24, stroke: new ol.style.Stroke({color: faint(colour, 0.5), width: 5})})}),
        new ol.style.Style({image: new ol.style.RegularShape({points: 4, radius: 9, radius2: 0, stroke: stroke(1.5)})}),
      ];
    }
  }
}

function positionOf(piece) {
  const place = piece.position ?? piece;
  return Number.isFinite(place.lat) && Number.isFinite(place.lon) ? place : null;
}
