/** The form for a sighting: one line of words, what the watch understood of it, and fields that go before the words. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {formatPosition} from './coord.js';
import {has, t, term} from './i18n.js';
import {belize, millis, toLocalField, zulu} from './time.js';

/** The fields that can be typed, in rows. */
export const ROWS = [['observed_at', 'time_error_min'], ['lat', 'lon', 'pos_error_nm'], ['from_point', 'bearing_deg', 'range_nm'], ['kind', 'count', 'length_m'],
  ['speed_kn', 'course_deg', 'heading_to'], ['persons', 'engines', 'colour'], ['marks', 'cargo'], ['reporter', 'unit', 'reliability'], ['remarks'], ['marking']];
const ALL = ROWS.flat();

/** The form beside the list; `view` keeps its draft. */
export function sightingForm(view) {
  const d = view.draft;
  const lost = view.app.linkState() === 'lost';
  return html`<form class="editor sighting-form" @submit=${(e) => { e.preventDefault(); view.submit(); }}>
    <h3>${t(d.id ? 'sightings.changeTitle' : 'sightings.newTitle')}</h3>
    ${d.id ? nothing : html`<label>${t('sightings.text')}<input name="text" maxlength="300" autocomplete="off" spellcheck="false" placeholder=${t('sightings.example')}
      .value=${d.text} @input=${(e) => view.typed(e.target.value)}></label>`}
    ${understood(view, lost)}
    <div class="acts"><button type="button" class="act" aria-pressed=${view.picking} @click=${() => view.pick()}>◎ ${t(view.picking ? 'sightings.picking' : 'sightings.pick')}</button>
      <button type="button" class="act" aria-expanded=${d.open} @click=${() => view.toggleFields()}>${t('sightings.fields')}</button></div>
    ${d.open ? ROWS.map((row) => html`<div class="pair">${row.map((name) => field(view, name))}</div>`) : nothing}
    <div class="acts"><button class="act primary" ?disabled=${view.saving}>${t(lost ? 'sightings.keep' : 'sightings.save')}</button>
      <button type="button" class="act" @click=${() => view.choose(view.chosenId)}>${t('close')}</button></div></form>`;
}

function field(view, name) {
  const d = view.draft;
  const read = d.read?.fields?.[name];
  return html`<label>${t('sightingField.' + name)}<input name=${name} autocomplete="off" spellcheck="false" maxlength="500" placeholder=${read && !d.fields[name] ? shown(name, read) : ''}
    aria-invalid=${Boolean(d.read?.errors?.some((e) => e.pointer === '/' + name))} .value=${d.fields[name] ?? ''} @input=${(e) => view.typedField(name, e.target.value)}></label>`;
}

/** What the watch makes of the words: place, time and craft, and what is missing. */
function understood(view, lost) {
  const {read, text, fields} = view.draft;
  if (lost) return html`<p class="message bad" role="status">${t('sightings.offline')}</p>`;
  if (!read || !(text.trim() || Object.keys(fields).length)) return nothing;
  return html`<div class="understood" role="status">
    ${read.sighting ? sightingFacts(read.sighting) : nothing}
    ${read.errors.length ? html`<ul class="faults">${read.errors.map((e) => html`<li class="bad">${faultWords(e)}</li>`)}</ul>` : nothing}</div>`;
}

/** A fault in the reader's language, with the names it could have meant. */
export function faultWords(error) {
  const name = error.pointer?.split('/').pop();
  const where = has('sightingField.' + name) ? t('sightingField.' + name) + ': ' : '';
  const what = error.fault ? term('sightingFault', error.fault) : error.detail;
  return where + what + (error.values?.length ? ': ' + error.values.join('; ') : '');
}

/** The facts of a sighting as a list. */
export function sightingFacts(s) {
  const at = millis(s.observed_at);
  const place = [s.from_point, Number.isFinite(s.range_nm) ? s.range_nm + ' nm ' + String(Math.round(s.bearing_deg)).padStart(3, '0') + '°T' : null].filter(Boolean).join(', ');
  const pairs = [
    [t('sightingField.observed_at'), `${belize(at, false)} BZ · ${zulu(at, false)} ± ${s.time_error_min} min`],
    [t('sightings.where'), `${formatPosition(s.lat, s.lon)} ± ${s.pos_error_nm} nm` + (place ? ` (${place})` : '')],
    ...['kind', 'count', 'length_m', 'speed_kn', 'course_deg', 'heading_to', 'persons', 'engines', 'colour', 'marks', 'cargo', 'reporter', 'unit', 'reliability', 'remarks', 'marking']
      .filter((name) => s[name] !== undefined).map((name) => [t('sightingField.' + name), shown(name, s[name])])];
  return html`<dl class="facts">${pairs.map(([key, value]) => html`<dt>${key}</dt><dd>${value}</dd>`)}</dl>`;
}

function shown(name, value) {
  if (name === 'kind') return term('sightingKind', value);
  if (name === 'observed_at') return toLocalField(millis(value));
  return String(value);
}

/** The fields of a known sighting for changing it: a place with its offset stays a place, else the position. */
export function fieldsOf(entry) {
  const fields = {};
  for (const name of ALL) if (entry[name] !== undefined) fields[name] = name === 'observed_at' ? toLocalField(millis(entry[name])) : String(entry[name]);
  return fields;
}
