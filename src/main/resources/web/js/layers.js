/** Reads one shipped layer into map features that know their layer's name. */

import ol from './ol.js';

const STEPS_PER_DEGREE = 100_000;

/** Resolves to `{features, metadata}`; rejects when the watch has no such layer. */
export async function readLayer(name) {
  const answer = await fetch('/chart/' + name + '.json');
  if (!answer.ok) throw new Error(name + ': ' + answer.status);
  const collection = await answer.json();
  for (const {geometry} of collection.features) {
    const places = placesOf(geometry.steps);
    geometry.coordinates = geometry.type === 'Point' ? places[0] : places;
  }
  return {features: readFeatures(collection, name), metadata: collection.metadata ?? {}};
}

/** Features of a GeoJSON collection in the map's projection. */
export function readFeatures(collection, name) {
  const features = new ol.format.GeoJSON({featureProjection: 'EPSG:3857'}).readFeatures(collection);
  for (const feature of features) feature.set('layer', name);
  return features;
}

/** The chart's layers come as steps from place to place, which are short to tell; protocol.md says how. */
function placesOf(steps) {
  if (Array.isArray(steps[0])) return steps.map(placesOf);
  const places = [];
  let east = 0;
  let north = 0;
  for (let i = 0; i < steps.length; i += 2) {
    east += steps[i];
    north += steps[i + 1];
    places.push([east / STEPS_PER_DEGREE, north / STEPS_PER_DEGREE]);
  }
  return places;
}
