/** The pointer on the map: what lies under it, choosing among stacked craft, the cursor's position. */

import {html, render} from '/lib/lit-html/lit-html.js';
import {knots} from './format.js';
import {t, term} from './i18n.js';
import {nameOf} from './tracks.js';

const REACH = 16;
const STACKED = 9;
const DOUBLE_MILLIS = 250;

/** Starts listening on the map. */
export function listenToPointer(app) {
  const tip = document.getElementById('tip');
  const stack = document.getElementById('stack');
  app.map.on('pointermove', (event) => {
    app.cursor = app.placeOf(event.coordinate);
    app.refresh('cursor');
    if (!event.dragging) hover(app, tip, event.pixel);
  });
  // OpenLayers' singleclick waits a quarter of a second for a second one.
  let last = {timeStamp: -Infinity, pixel: [0, 0]};
  app.map.on('click', (event) => {
    const now = {timeStamp: event.originalEvent.timeStamp, pixel: event.pixel};
    if (!isSecondOfTwo(last, now)) click(app, stack, event);
    last = now;
  });
  app.map.on('movestart', () => {
    stack.hidden = true;
    tip.hidden = true;
  });
  app.map.on('pointerdrag', () => { app.following = false; });
  app.map.getViewport().addEventListener('pointerdown', () => app.layer.hold(Date.now()));
  app.map.getViewport().addEventListener('pointerup', () => app.layer.release());
  app.map.getViewport().addEventListener('pointerleave', () => {
    tip.hidden = true;
    app.cursor = null;
    app.refresh('cursor');
  });
}

/** A double click on the map is one click. */
function isSecondOfTwo(last, now) {
  const [x, y] = now.pixel;
  return now.timeStamp - last.timeStamp < DOUBLE_MILLIS && Math.hypot(x - last.pixel[0], y - last.pixel[1]) < STACKED;
}

function hover(app, tip, [x, y]) {
  const [nearest] = app.layer.near(x, y, REACH);
  app.map.getViewport().classList.toggle('over-track', Boolean(nearest));
  tip.hidden = !nearest;
  if (!nearest) return;
  const {tracks} = app.shown;
  const slot = tracks.find(nearest.row.id);
  const speed = Number.isFinite(tracks.speed[slot]) ? ' · ' + knots(tracks.speed[slot]) : '';
  tip.textContent = nameOf(nearest.row) + ' · ' + term('kind', nearest.row.kind) + speed;
  tip.style.left = x + 14 + 'px';
  tip.style.top = y + 14 + 'px';
}

function click(app, stack, {pixel, coordinate}) {
  const [x, y] = pixel;
  if (app.sightingsView.picking) {
    app.sightingsView.picked(app.placeOf(app.map.getCoordinateFromPixel([x, y])));
    return;
  }
  if (app.fencesView.fences.drawing.busy) return;
  const {search} = app.replayView;
  if (search.picking) {
    search.picked(app.placeOf(coordinate));
    return;
  }
  const found = app.layer.near(x, y, REACH);
  if (app.ruler.taking) {
    app.ruler.take(found.length ? {track: found[0].row.id} : app.placeOf(coordinate));
    return;
  }
  stack.hidden = true;
  const [first] = found;
  if (!first) {
    const sighting = app.screen === 'sightings' ? app.sightingLayer.at(app.map, [x, y]) : undefined;
    if (sighting) app.sightingsView.choose(sighting);
    const past = app.foundLayer.layer.getVisible() ? app.foundLayer.at(app.map, [x, y]) : undefined;
    const different = app.screen === 'fences' ? app.trialLayer.at(app.map, [x, y]) : undefined;
    if (different) app.fencesView.trial.choose(different);
    if (past && past !== search.chosen) search.choose(past);
    app.select(null);
    if (app.coverage.visible && app.shown === app.live) app.coverage.ask(app.placeOf(coordinate), pixel, stack);
    return;
  }
  if (app.picking) {
    app.pick(first.row.id);
    return;
  }
  const stacked = found.filter((f) => f.d - first.d < STACKED);
  if (stacked.length < 2) app.select(first.row.id);
  else choose(app, stack, stacked.slice(0, 12), x, y);
}

function choose(app, stack, found, x, y) {
  const pick = (id) => {
    stack.hidden = true;
    app.select(id);
  };
  render(html`<h2>${t('stack.title', {n: found.length})}</h2>
    <ul class="rows">${found.map((f) => html`<li><button class="row" @click=${() => pick(f.row.id)}><span class="row-name">${nameOf(f.row)}</span>
      <small>${term('kind', f.row.kind)}</small></button></li>`)}</ul>`, stack);
  stack.style.left = x + 12 + 'px';
  stack.style.top = y + 12 + 'px';
  stack.hidden = false;
}
