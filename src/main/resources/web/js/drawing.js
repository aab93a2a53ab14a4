/** Drawing a fence on the map: areas, circles and corridors, corners to be dragged, holes to be cut; the old outline dashed, the new one solid. */

import {faint} from './basemap.js';
import {fromPoint} from './chart.js';
import {circle} from './fencelayer.js';
import {distanceNm, latitudeOf, longitudeOf} from './geometry.js';
import ol from './ol.js';

const METRES_PER_NM = 1852;
const DRAWN_AS = {area: 'Polygon', hole: 'Polygon', circle: 'Circle', corridor: 'LineString'};
const SNAP_PIXELS = 10;
const MOST_MARKED = 60;

/** The layer and what the pointer does on it. Shapes are GeoJSON geometries; a circle is a point with `radiusMetres`, a corridor a line with `bufferMetres`. */
export class Drawing {
  constructor(map) {
    this.map = map;
    this.source = new ol.source.Vector();
    this.layer = new ol.layer.Vector({source: this.source, zIndex: 7, updateWhileAnimating: true, updateWhileInteracting: true});
    this.interactions = [];
    this.busy = null;
  }

  /** Takes over colours. */
  recolour(colours) {
    this.colours = colours;
    this.layer.setStyle((f) => this.styleOf(f));
  }

  /** The next clicks draw one; `done` gets its shape. */
  begin(kind, done) {
    this.rest();
    this.busy = kind;
    document.documentElement.dataset.picking = 'true';
    const draw = new ol.interaction.Draw({type: DRAWN_AS[kind], style: (f) => this.styleOf(f, 'new')});
    draw.on('drawend', (event) => {
      const shape = shapeOf(kind, event.feature.getGeometry());
      setTimeout(() => {
        this.rest();
        done(shape);
      });
    });
    this.add(draw);
    this.snap();
  }

  /** Draws the shape that is worked on, and the one in force; corners can be dragged, and `changed` gets the new shape. */
  show(shape, old, changed, defects = []) {
    this.rest();
    this.source.clear();
    if (old) this.put('old', geometryOf(old));
    for (const at of defects) this.put('defect', new ol.geom.Point(fromPoint(at.lon, at.lat)));
    if (!shape) return;
    const feature = this.put('new', geometryOf(shape));
    if (shape.type === 'Point' || !changed) return;
    const modify = new ol.interaction.Modify({features: new ol.Collection([feature]), pixelTolerance: SNAP_PIXELS, style: () => this.handle()});
    modify.on('modifyend', () => changed(shapeFrom(shape, feature.getGeometry())));
    this.add(modify);
    this.snap();
  }

  /** Others' shapes, to be looked at. */
  showMany(shapes) {
    this.rest();
    this.source.clear();
    for (const shape of shapes) this.put('new', geometryOf(shape));
    if (shapes.length) this.map.getView().fit(this.source.getExtent(), {duration: 250, maxZoom: 12, padding: [80, 60, 80, 60]});
  }

  /** Takes everything away. */
  clear() {
    this.rest();
    this.source.clear();
  }

  /** The pointer is the map's again. */
  rest() {
    for (const each of this.interactions) this.map.removeInteraction(each);
    this.interactions = [];
    if (this.busy) document.documentElement.dataset.picking = 'false';
    this.busy = null;
  }

  /** Corners catch on those of fences that are drawn. */
  snap() {
    if (this.others) this.add(new ol.interaction.Snap({source: this.others, pixelTolerance: SNAP_PIXELS}));
  }

  add(interaction) {
    this.interactions.push(interaction);
    this.map.addInteraction(interaction);
  }

  put(role, geometry) {
    const feature = new ol.Feature(geometry);
    feature.set('role', role);
    this.source.addFeature(feature);
    return feature;
  }

  /** What is drawn, by role; for tests. */
  roles() {
    return this.source.getFeatures().map((f) => f.get('role'));
  }

  handle() {
    return new ol.style.Style({image: new ol.style.Circle({radius: 6, fill: new ol.style.Fill({color: this.colours.panel}), stroke: new ol.style.Stroke({color: this.colours.focus, width: 2})})});
  }

  styleOf(feature, role = feature.get('role')) {
    const {colours} = this;
    const stroke = (color, width, lineDash) => new ol.style.Stroke({color, width, lineDash});
    if (role === 'old') return new ol.style.Style({stroke: stroke(colours['text-2'], 1.6, [6, 6])});
    if (role === 'defect') return new ol.style.Style({zIndex: 9, image: new ol.style.RegularShape({points: 4, radius: 11, radius2: 0, angle: Math.PI / 4, stroke: stroke(colours['alarm-line'], 3)})});
    const corners = new ol.style.Style({geometry: cornersOf, image: new ol.style.Circle({radius: 4, fill: new ol.style.Fill({color: colours.panel}), stroke: stroke(colours.focus, 1.8)})});
    return [new ol.style.Style({stroke: stroke(colours.focus, 2.4), fill: new ol.style.Fill({color: faint(colours.focus, 0.12)})}), corners];
  }
}

/** Where corners are so many that they cannot be told apart, none is marked. */
function cornersOf(feature) {
  const geometry = feature.getGeometry();
  if (geometry.getType() === 'Polygon' && geometry.getCoordinates().flat().length > MOST_MARKED) return null;
  if (geometry.getType() === 'Polygon') return new ol.geom.MultiPoint(geometry.getCoordinates().flat());
  return geometry.getType() === 'LineString' ? new ol.geom.MultiPoint(geometry.getCoordinates()) : null;
}

/** A shape on the map. */
function geometryOf(shape) {
  if (shape.type === 'Point') return circle(shape.coordinates[0], shape.coordinates[1], shape.radiusMetres);
  return new ol.format.GeoJSON({featureProjection: 'EPSG:3857'}).readGeometry({type: shape.type, coordinates: shape.coordinates});
}

const round = (n) => Math.round(n * 1e6) / 1e6;
const placeOf = ([x, y]) => [round(longitudeOf(x)), round(latitudeOf(y))];

function shapeOf(kind, geometry) {
  if (kind === 'circle') {
    const [lon, lat] = placeOf(geometry.getCenter());
    const [edgeLon, edgeLat] = placeOf(geometry.getLastCoordinate());
    return {type: 'Point', coordinates: [lon, lat], radiusMetres: Math.max(50, Math.round(distanceNm(lat, lon, edgeLat, edgeLon) * METRES_PER_NM))};
  }
  if (kind === 'corridor') return {type: 'LineString', coordinates: geometry.getCoordinates().map(placeOf), bufferMetres: 500};
  return {type: 'Polygon', coordinates: geometry.getCoordinates().map((ring) => ring.map(placeOf))};
}

function shapeFrom(before, geometry) {
  const places = (part) => (typeof part[0] === 'number' ? placeOf(part) : part.map(places));
  return {...before, coordinates: places(geometry.getCoordinates())};
}
