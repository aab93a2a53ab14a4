/** Where nobody hears now: the reach of every station that an open alert calls silent, hatched. */

import {get} from './api.js';
import {isOpen} from './alerts.js';
import {faint} from './basemap.js';
import {circle, hatch} from './fencelayer.js';
import {t} from './i18n.js';
import ol from './ol.js';

const METRES_PER_NM = 1852;

/** The layer. Which stations are deaf is the watch's judgement, told by its alerts. */
export class DeafLayer {
  constructor() {
    this.source = new ol.source.Vector();
    this.layer = new ol.layer.Vector({source: this.source, zIndex: 2, updateWhileAnimating: true, updateWhileInteracting: true});
    this.shown = '';
  }

  /** Takes over colours. */
  recolour(colours) {
    this.colours = colours;
    this.layer.setStyle((f) => this.styleOf(f));
  }

  /** Looks at the open alerts; asks for the stations when another one is silent. */
  async look(alerts) {
    const silent = alerts.filter((a) => a.kind === 'feed-silent' && isOpen(a)).map((a) => a.message?.values ?? {});
    const wanted = JSON.stringify(silent);
    if (wanted === this.shown) return;
    this.shown = wanted;
    const stations = silent.length ? (await get('/api/stations').catch(() => ({body: {items: []}}))).body.items : [];
    if (this.shown === wanted) this.show(stations.filter((s) => silent.some((v) => v.station === s.id || (v.feed && v.feed === s.feed))));
  }

  show(stations) {
    this.source.clear();
    for (const station of stations) {
      const feature = new ol.Feature(circle(station.lon, station.lat, station.rangeNm * METRES_PER_NM));
      feature.set('station', station.id);
      this.source.addFeature(feature);
    }
  }

  /** The names of the stations that are hatched; for tests. */
  stations() {
    return this.source.getFeatures().map((f) => f.get('station'));
  }

  styleOf(feature) {
    const {colours} = this;
    return new ol.style.Style({stroke: new ol.style.Stroke({color: faint(colours['warning-line'], 0.8), width: 1.2, lineDash: [3, 5]}),
      fill: new ol.style.Fill({color: hatch(faint(colours['warning-line'], 0.28))}),
      text: new ol.style.Text({text: t('deaf.words', {station: feature.get('station')}), font: '600 11px system-ui, sans-serif', placement: 'line', textBaseline: 'bottom',
        maxAngle: 0.5, fill: new ol.style.Fill({color: colours['warning-line']}), stroke: new ol.style.Stroke({color: colours.water, width: 3})})});
  }
}
