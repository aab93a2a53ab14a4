/** Reads one shipped layer into map features that know their layer's name. */

import ol from './ol.js';

/** Resolves to `{features, metadata}`; rejects when the watch has no such layer. */
export async function readLayer(name) {
  const answer = await fetch('/geodata/' + name + '.geojson');
  if (!answer.ok) throw new Error(name + ': ' + answer.status);
  const collection = await answer.json();
  return {features: readFeatures(collection, name), metadata: collection.metadata ?? {}};
}

/** Features of a GeoJSON collection in the map's projection. */
export function readFeatures(collection, name) {
  const features = new ol.format.GeoJSON({featureProjection: 'EPSG:3857'}).readFeatures(collection);
  for (const feature of features) feature.set('layer', name);
  return features;
}
