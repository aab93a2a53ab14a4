/** The map itself: its view, its layers in order, and what the pointer does on it. */

import {mercatorX, mercatorY} from './geometry.js';
import ol from './ol.js';

/** Belize with her territorial sea, until the watch says what it is configured to show first. */
let home = [-89.25, 15.82, -87.1, 18.55];

/** What "home" shows from now on: west, south, east, north in degrees. */
export function setHome(area) {
  home = [area.west, area.south, area.east, area.north];
}

/** Map coordinates of a longitude and latitude. */
export const fromPoint = (longitude, latitude) => [mercatorX(longitude), mercatorY(latitude)];

/** Makes the map. Chart layers are drawn by OpenLayers, tracks by TrackLayer on top. */
export function makeChart(target, layers) {
  const view = new ol.View({center: fromPoint(-88.1, 17.2), zoom: 8, minZoom: 3, maxZoom: 17, enableRotation: false, smoothResolutionConstraint: true});
  const map = new ol.Map({target, layers, view, controls: [], pixelRatio: Math.min(2, window.devicePixelRatio || 1),
    interactions: ol.interaction.defaults.defaults({altShiftDragRotate: false, pinchRotate: false, doubleClickZoom: false})});
  const scale = new ol.control.ScaleLine({units: 'nautical', minWidth: 75});
  map.addControl(scale);
  return map;
}

/** Shows the home area. */
export function goHome(map, duration = 0) {
  const [w, s, e, n] = home;
  map.getView().fit([...fromPoint(w, s), ...fromPoint(e, n)], {duration, padding: [46, 20, 40, 20]});
}

/** What the officer sees now, to come back to it. */
export function viewOf(map) {
  return {center: map.getView().getCenter().slice(), zoom: map.getView().getZoom()};
}

/** Goes to a place without zooming out; zooms in when the place would be a speck. What else the same act draws is seen first. */
export function goTo(map, longitude, latitude, zoom) {
  const view = map.getView();
  afterPainting(() => view.animate({center: fromPoint(longitude, latitude), zoom: Math.max(view.getZoom(), zoom ?? 10), duration: 250}));
}

/** Does something once what is drawn already can be seen: a chart of thousands of craft takes longest. */
export function afterPainting(act) {
  requestAnimationFrame(() => setTimeout(act));
}

/** Comes back to a remembered view. */
export function goBack(map, remembered) {
  map.getView().animate({...remembered, duration: 250});
}

/** Zooms by steps. */
export function zoomBy(map, steps) {
  const view = map.getView();
  view.animate({zoom: view.getConstrainedZoom(view.getZoom() + steps), duration: 150});
}
