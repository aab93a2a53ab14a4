/** @license OpenLayers, rbush and quickselect: see openlayers-licences.md beside this file. */

/**
 * What the page takes of OpenLayers, under the names that OpenLayers' own whole build gives them. The build makes one
 * file of these and of what they need; a part that js/ol.js is asked for in vain is to be named here.
 */

import Collection from 'ol/Collection.js';
import Feature from 'ol/Feature.js';
import ChartMap from 'ol/Map.js';
import View from 'ol/View.js';
import ScaleLine from 'ol/control/ScaleLine.js';
import {createEmpty, extend} from 'ol/extent.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import LineString from 'ol/geom/LineString.js';
import MultiPoint from 'ol/geom/MultiPoint.js';
import Point from 'ol/geom/Point.js';
import Polygon, {circular} from 'ol/geom/Polygon.js';
import Draw from 'ol/interaction/Draw.js';
import Modify from 'ol/interaction/Modify.js';
import Snap from 'ol/interaction/Snap.js';
import {defaults} from 'ol/interaction/defaults.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorImageLayer from 'ol/layer/VectorImage.js';
import VectorSource from 'ol/source/Vector.js';
import Circle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';

Polygon.circular = circular;

window.ol = {
  Collection, Feature, Map: ChartMap, View,
  control: {ScaleLine},
  extent: {createEmpty, extend},
  format: {GeoJSON},
  geom: {LineString, MultiPoint, Point, Polygon},
  interaction: {Draw, Modify, Snap, defaults: {defaults}},
  layer: {Vector: VectorLayer, VectorImage: VectorImageLayer},
  source: {Vector: VectorSource},
  style: {Circle, Fill, RegularShape, Stroke, Style, Text},
};
