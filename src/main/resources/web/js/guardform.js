/** The form for a fence that goes with a track. */

import {html} from '/lib/lit-html/lit-html.js';
import {ask, segment} from './api.js';
import {PRIORITIES} from './alerts.js';
import {t} from './i18n.js';
import {nameOf} from './tracks.js';

/** What the form begins with: the selected track. */
export function newGuard(app) {
  const row = app.selectedId ? app.live.tracks.rows[app.live.tracks.find(app.selectedId)] : null;
  return {name: row ? t('guard.named', {who: nameOf(row)}) : '', track: row?.id ?? '', radiusMetres: 1000, priority: 'warning', appliesTo: 'vessel'};
}

/** The form; `save` is called with the event. */
export function guardForm(guard, edit, save, cancel) {
  const field = (name) => (e) => edit(name, e.target.value);
  return html`<form class="editor guard" @submit=${save}>
    <h3>${t('guard.title')}</h3><p class="small">${t('guard.hint')}</p>
    <label>${t('fences.name')}<input name="name" .value=${guard.name} maxlength="120" required @input=${field('name')}></label>
    <label>${t('guard.track')}<input name="track" class="mono" placeholder="mmsi:312000123" .value=${guard.track} maxlength="120" required @input=${field('track')}></label>
    <label>${t('guard.radius')}<input name="radius" type="number" min="50" max="50000" step="50" .value=${String(guard.radiusMetres)} required @input=${field('radiusMetres')}></label>
    <label>${t('fences.priority')}<select @change=${field('priority')}>${PRIORITIES.map((x) => html`<option value=${x} ?selected=${x === guard.priority}>${t('priority.' + x)}</option>`)}</select></label>
    <label>${t('fences.appliesTo')}<select @change=${field('appliesTo')}>${['vessel', 'aircraft', 'any'].map((x) => html`<option value=${x} ?selected=${x === guard.appliesTo}>${t('appliesTo.' + x)}</option>`)}</select></label>
    <div class="acts"><button class="act primary">${t('save')}</button><button type="button" class="act" @click=${cancel}>${t('close')}</button></div></form>`;
}

/** Puts it up. Resolves when it stands. */
export function putGuard(guard) {
  const id = 'guard-' + Date.now().toString(36);
  const {name, track, priority, appliesTo} = guard;
  const properties = {name, kind: 'guard', priority, appliesTo, around: {track: track.trim(), radiusMetres: Number(guard.radiusMetres)}};
  return ask('PUT', '/api/fences/' + segment(id), {type: 'Feature', id, properties, geometry: null}, {'If-None-Match': '*'});
}
