/** Which names the chart shows from which scale on. Belize first: it is her watch. */

const RESOLUTION_AT_ZOOM_0 = 156_543;
const resolution = (zoom) => RESOLUTION_AT_ZOOM_0 / 2 ** zoom;

/** Labels for point features and named cayes; also tells each point from which resolution its dot is drawn. */
export function placeLabels(points, cayes) {
  return points.map(labelOf).concat(cayes.filter((f) => f.get('layer') === 'cayes-hand').map(cayeLabel)).filter(Boolean);
}

function labelOf(feature) {
  const rule = RULES[feature.get('layer')](feature);
  feature.set('fromResolution', resolution(rule.fromZoom - 0.01), true);
  if (!rule.text) return null;
  const [x, y] = feature.getGeometry().getCoordinates();
  return {x, y, ...rule};
}

const RULES = {
  places(f) {
    const population = f.get('population') ?? 0;
    const belize = f.get('country') === 'BZ';
    const code = f.get('featureCode');
    const big = belize ? population >= 5000 || code === 'PPLC' : population >= 60_000;
    const fromZoom = big ? 6 : belize ? (population >= 1500 ? 8.5 : 10.2) : population >= 15_000 ? 8.8 : 10.5;
    return {text: f.get('name'), style: big ? 'city' : 'town', fromZoom,
      rank: (belize ? 40 : 0) + Math.log10(population + 1) * 10 + (code === 'PPLC' ? 10 : 0)};
  },
  aerodromes(f) {
    const belize = f.get('country') === 'BZ';
    const open = f.get('open') !== false;
    const large = f.get('type') === 'large_airport' || f.get('type') === 'medium_airport';
    const fromZoom = !open ? 11 : belize ? (large ? 8.2 : 9.4) : large ? 8.6 : 10.5;
    return {text: open ? f.get('icao') ?? f.get('name') : '', style: 'aerodrome', fromZoom, rank: 20 + (belize ? 15 : 0) + (large ? 10 : 0)};
  },
  ports: (f) => ({text: f.get('name'), style: 'caye', fromZoom: f.get('country') === 'BZ' ? 11 : 11.6, rank: 25}),
  'sea-features': (f) => ({text: f.get('name'), style: 'sea', fromZoom: f.get('kind') === 'light' ? 9.8 : 10.2, rank: f.get('kind') === 'light' ? 22 : 18}),
};

function cayeLabel(feature) {
  const [w, s, e, n] = feature.getGeometry().getExtent();
  return {x: (w + e) / 2, y: (s + n) / 2, text: feature.get('name'), style: 'caye', fromZoom: 9.6, rank: 30};
}
