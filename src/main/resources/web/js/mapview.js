/** What lies on the map but is not of it: filter chips, tools, read-outs, the attribution. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {formatPosition} from './coord.js';
import {degreesTrue, nauticalMiles} from './format.js';
import {bearingDegrees, distanceNm} from './geometry.js';
import {GROUPS, groupOf} from './filters.js';
import {t, tn} from './i18n.js';
import {shapeIndex, turns} from './shapes.js';
import {Sprites, VARIANT} from './sprites.js';
import {FLAG, nameOf} from './tracks.js';

export const TRAILS = [0, 5, 15, 60];
export const LAYERS = ['coverage', 'fences', 'maritime-zones', 'maritime-lines', 'reef', 'routes', 'aerodromes', 'ports', 'sea-features', 'fir'];

/** The boxes of what lies on the map, so that no label is put under it. */
export function coveredBoxes(chart) {
  const {left, top} = chart.getBoundingClientRect();
  return [...chart.querySelectorAll('#filters > *, #tools > *, #readout, .ol-scale-line, #attribution, #banner')].map((element) => {
    const box = element.getBoundingClientRect();
    return [box.left - left, box.top - top, box.right - left, box.bottom - top];
  }).filter(([x0, , x1]) => x1 > x0);
}

/** The chips that hide kinds of tracks, with what they hide. */
export function drawFilters(app, element) {
  const hidden = app.layer?.hidden ?? 0;
  render(html`
    ${GROUPS.map((g) => html`<button class="chip filter" aria-pressed=${!app.filters.off.has(g)} title=${t('filter.title')} @click=${() => app.toggleFilter(g)}>
      ${t('filter.' + g)} <b>${app.groupCounts?.[g] ?? 0}</b></button>`)}
    ${app.picking ? html`<button class="chip filter mode" @click=${() => app.togglePicking()}>${tn('picked.chip', app.scene.picked.size)} ×</button>` : nothing}
    ${app.filters.only ? html`<button class="chip filter mode" @click=${() => app.toggleIsolate()}>${t('picked.alone')} ×</button>` : nothing}
    ${app.filters.stateOnly ? html`<button class="chip filter mode" @click=${() => app.toggleState()}>${t('picked.state')} ×</button>` : nothing}
    ${hidden ? html`<button class="chip filter hidden-count" title=${t('filter.showAll')} @click=${() => app.clearFilters()}>${tn('filter.hidden', hidden)}</button>` : nothing}
  `, element);
}

/** Counts tracks by filter group; moored and stale ones are counted in their own group besides. */
export function countGroups(tracks) {
  const counts = Object.fromEntries(GROUPS.map((g) => [g, 0]));
  for (let slot = 0; slot < tracks.end; slot++) {
    const row = tracks.rows[slot];
    if (!row) continue;
    const group = groupOf(row);
    counts[group]++;
    if (tracks.flags[slot] & FLAG.GROUND && group !== 'stations') counts.moored++;
    if (tracks.flags[slot] & (FLAG.STALE | FLAG.LOST)) counts.stale++;
  }
  return counts;
}

/** Zoom, home, layers, labels and trails. */
export function drawTools(app, element) {
  render(html`
    <div class="tool-column">
      <button class="tool" title=${t('tool.zoomIn') + '  +'} aria-label=${t('tool.zoomIn')} @click=${() => app.zoom(1)}>+</button>
      <button class="tool" title=${t('tool.zoomOut') + '  −'} aria-label=${t('tool.zoomOut')} @click=${() => app.zoom(-1)}>−</button>
      <button class="tool" title=${t('tool.home') + '  H'} aria-label=${t('tool.home')} @click=${() => app.home()}>⌂</button>
      <button class="tool" aria-pressed=${app.scene.labels} title=${t('tool.labels') + '  L'} aria-label=${t('tool.labels')} @click=${() => app.toggleLabels()}>Aa</button>
      <button class="tool" title=${t('tool.trails') + '  T'} aria-label=${t('tool.trails')} aria-pressed=${app.scene.trailMinutes > 0}
        @click=${() => app.nextTrail()}>${app.scene.trailMinutes ? app.scene.trailMinutes + '′' : '0′'}</button>
      <button class="tool ruler" aria-pressed=${app.ruler.taking || app.ruler.ends.length > 0} title=${t('key.ruler') + '  R'} aria-label=${t('key.ruler')} @click=${() => app.ruler.toggle()}>⟷</button>
      <button class="tool rings" title=${t('key.rings') + '  Shift+R'} aria-label=${t('key.rings')} @click=${() => app.ruler.toggleRings()}>◎</button>
      ${app.may('act') ? html`<button class="tool" title=${t('key.writeSighting') + '  W'} aria-label=${t('key.writeSighting')} @click=${() => app.writeSighting()}>◉</button>` : nothing}
      <button class="tool" title=${t('link.copy')} aria-label=${t('link.copy')} @click=${() => app.copyLink()}>↗</button>
      <button class="tool" title=${t('tool.layers')} aria-label=${t('tool.layers')} aria-expanded=${Boolean(app.layersOpen)} @click=${() => app.toggleLayers()}>≡</button>
    </div>
    ${app.layersOpen ? html`<div class="panel layer-panel"><h2>${t('tool.layers')}</h2>
      <div class="layer-list">${LAYERS.map((name) => html`<label><input type="checkbox" .checked=${app.layerShown(name)} @change=${() => app.toggleLayer(name)}> ${t('layer.' + name)}</label>`)}</div>
      ${app.coverage.key()}
      ${legend()}
      <p class="small">${t('chart.notOfficial')}</p></div>` : nothing}
  `, element);
  paintLegend(app, element);
}

/** Symbols with what they mean: [shape, variant, message key]. */
const LEGEND = [
  ...['cargo', 'tanker', 'passenger', 'fishing', 'high-speed', 'pleasure', 'tug', 'pilot', 'law', 'sar', 'dive', 'other', 'jet', 'prop', 'helicopter', 'glider', 'drone',
    'aircraft', 'sar-aircraft', 'aid', 'base', 'beacon', 'radar', 'sighting', 'detection'].map((kind) => [kind, VARIANT.SOLID, 'kind.' + kind]),
  ['own', VARIANT.SOLID, 'legend.own'], ['round', VARIANT.SOLID, 'legend.round'], ['cargo', VARIANT.CLASS_B, 'legend.classB'],
  ['cargo', VARIANT.MOORED, 'legend.moored'], ['cargo', VARIANT.STALE, 'legend.stale'], ['cargo', VARIANT.LOST, 'legend.lost'],
  ['radar', VARIANT.TENTATIVE, 'legend.tentative'], ['aid', VARIANT.TENTATIVE, 'legend.virtualAid'],
  ['prop', VARIANT.SOLID, 'legend.explained'], ['jet', VARIANT.NOT_OURS, 'legend.notOurs'], ['prop', VARIANT.UNEXPLAINED, 'legend.unexplained'],
];

function legend() {
  return html`<h2>${t('legend.title')}</h2>
    <ul class="legend">${LEGEND.map(([, , key], i) => html`<li class=${key.startsWith('legend') ? 'long' : ''}><canvas width="30" height="30" data-symbol=${i}></canvas>${t(key)}</li>`)}
      <li class="long">${t('legend.vector')}</li></ul>`;
}

/** The legend shows the very pictures the map uses. */
function paintLegend(app, element) {
  for (const canvas of element.querySelectorAll('canvas[data-symbol]')) {
    const [kind, variant] = LEGEND[canvas.dataset.symbol];
    const side = app.layer.sprites.side;
    canvas.width = canvas.height = side;
    app.layer.sprites.draw(canvas.getContext('2d'), Sprites.key(shapeIndex(kind), variant, turns(shapeIndex(kind)) ? 30 : NaN), side / 2, side / 2);
  }
}

/** Where the pointer is, from the selected track too, and what the picture holds. */
export function drawReadout(app, element) {
  const cursor = app.cursor;
  const c = app.groupCounts ?? {};
  const sea = (c.vessels ?? 0) + (c.radar ?? 0);
  const inView = app.layer?.count ?? 0;
  const size = app.shown.tracks.size;
  render(html`
    <button class="cursor mono" title=${t('readout.format')} @click=${() => app.nextPositionFormat()}>${cursor ? formatPosition(cursor.latitude, cursor.longitude) : '--° ---°'}</button>
    ${app.ruler.taking ? html`<span class="chip picking">${t('ruler.' + (app.ruler.pair ? 'pair' + (app.ruler.ends.length ? 'Second' : 'First') : app.ruler.ends.length ? 'second' : 'first'))}</span>` : nothing}
    ${cursor ? fromSelected(app, cursor) : nothing}
    <span class="sums">${t('sums', {sea, air: c.aircraft ?? 0, stale: c.stale ?? 0})}</span>
    ${size && !inView ? html`<button class="chip warn" @click=${() => app.showAllTracks()}>${tn('tool.noneInView', size)}</button>` : nothing}
  `, element);
}

function fromSelected(app, cursor) {
  const {tracks} = app.shown;
  const slot = app.selectedId ? tracks.find(app.selectedId) : -1;
  if (slot < 0) return nothing;
  const lat = tracks.latitude[slot];
  const lon = tracks.longitude[slot];
  return html`<span class="mono">${t('readout.from', {name: nameOf(tracks.rows[slot])})} ${degreesTrue(bearingDegrees(lat, lon, cursor.latitude, cursor.longitude))}
    ${nauticalMiles(distanceNm(lat, lon, cursor.latitude, cursor.longitude))}</span>`;
}

/** The line the licences of the layers ask for, and what every zone needs said. */
export function drawAttribution(app, element) {
  render(html`<span>${t('chart.notOfficial')}</span> <span>${ATTRIBUTION}</span>
    ${app.basemap?.missing?.length ? html`<b>${t('chart.missing', {names: app.basemap.missing.join(', ')})}</b>` : nothing}`, element);
}

export const ATTRIBUTION = '© OpenStreetMap contributors (ODbL) · GSHHG 2.3.7, Wessel & Smith 1996 (LGPL) · GeoNames (CC BY 4.0) · OurAirports contributors / airport-db (ODbL)';
