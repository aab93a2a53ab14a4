/** The fences: their list, and one that is worked on, with its hours and heights, its shape and what it was before. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {ask, get, segment} from './api.js';
import {MARK} from './alerts.js';
import {Drawing} from './drawing.js';
import {FIELDS, fieldsOf, idOf, newId, propertiesOf, wordsOf} from './fencefields.js';
import {FenceHistory} from './fencehistory.js';
import {isActive} from './fencehours.js';
import {FenceImport} from './fenceimport.js';
import {plain} from './format.js';
import {guardForm, newGuard, putGuard} from './guardform.js';
import {t, term, tn} from './i18n.js';
import {refusal} from './refusal.js';
import {featureOf, ShapeEditor} from './shapeeditor.js';

const PARTS = ['properties', 'shape', 'history'];

/** State and acts; `original` is null for a fence that is not there yet. */
export class FencesTab {
  constructor(view) {
    this.view = view;
    this.app = view.app;
    this.chosenId = null;
    this.draft = null;
    this.part = 'properties';
    this.drawing = new Drawing(this.app.map);
    this.drawing.others = this.app.fenceLayer.source;
    this.shape = new ShapeEditor(this, this.drawing);
    this.history = new FenceHistory(this);
    this.imported = new FenceImport(this);
  }

  refresh() {
    this.app.refresh('fences');
  }

  shapeChanged() {
    this.refresh();
  }

  version() {
    return this.app.fences ? tn('fences.count', this.app.fences.features.length) : '';
  }

  newButtons() {
    if (!this.app.may('publish')) return nothing;
    return html`<button class="act small new-fence" @click=${() => this.beginNew(null)}>${t('fences.new')}</button>
      <button class="act small import-fences" @click=${() => this.imported.open()}>${t('fences.import')}</button>
      <button class="act small" @click=${() => this.openGuard()}>${t('guard.new')}</button>`;
  }

  draw() {
    const features = this.app.fences?.features ?? [];
    const kinds = [...new Set(features.map((f) => f.properties.kind))];
    const work = this.guard ? this.guardEditor() : this.imported.isOpen ? this.imported.form() : this.draft ? this.editor() : html`<p class="empty">${t('fences.hint')}</p>`;
    return html`<div class="two-columns">
      <div class="scroll list-column">
        ${this.app.fences ? nothing : html`<p class="empty">${this.app.fencesProblem ?? t('loading')}</p>`}
        ${kinds.map((kind) => this.kindGroup(kind, features.filter((f) => f.properties.kind === kind)))}
      </div>
      <div class="scroll">${work}</div></div>`;
  }

  kindGroup(kind, features) {
    const shown = features.filter((f) => this.view.matches(f.properties.name, kind, idOf(f)));
    if (!shown.length) return nothing;
    return html`<h3>${term('fenceKind', kind)} <small>${shown.length}</small></h3>
      <ul class="rows">${shown.map((f) => html`<li><button class="row ${idOf(f) === this.chosenId ? 'chosen' : ''}" @click=${() => this.choose(f)}>
        <span class="dot ${this.active(f) ? 'on' : ''}" title=${t(this.active(f) ? 'fences.active' : 'fences.inactive')}></span>
        <span class="row-name">${f.properties.name ?? idOf(f)}</span>
        <small>${hours(f.properties)}</small>${mark(f.properties.priority ?? 'caution')}</button></li>`)}</ul>`;
  }

  active(feature) {
    return isActive(feature.properties, this.app.now());
  }

  openGuard() {
    this.close();
    this.guard = newGuard(this.app);
    this.refresh();
  }

  guardEditor() {
    const edit = (name, value) => { this.guard[name] = value; };
    return guardForm(this.guard, edit, (e) => this.saveGuard(e), () => { this.guard = null; this.refresh(); });
  }

  async saveGuard(event) {
    event.preventDefault();
    try {
      await putGuard(this.guard);
      this.guard = null;
      this.view.message = {tone: 'good', text: t('saved')};
      await this.app.loadFences();
    } catch (problem) {
      this.view.message = refusal(problem);
    }
    this.refresh();
  }

  /** Nothing is worked on any more. */
  close() {
    Object.assign(this, {guard: null, draft: null, original: null, chosenId: null, part: 'properties'});
    this.imported.isOpen = false;
    this.view.message = null;
    this.drawing.clear();
  }

  /** Begins one that is not there yet, from a shape and what else is known of it. */
  beginNew(shape, properties = {}) {
    this.close();
    this.chosenId = null;
    this.draft = fieldsOf({priority: 'warning', kind: 'restricted', ...properties});
    this.part = 'shape';
    this.shape.begin(shape, null);
    this.refresh();
  }

  /** Works on one that is in force. */
  choose(feature) {
    this.close();
    this.chosenId = idOf(feature);
    this.original = feature;
    this.draft = fieldsOf(feature.properties);
    this.shape.begin(feature.properties.around ? null : feature.geometry, feature.geometry);
    this.app.highlightFence(this.chosenId);
    this.refresh();
  }

  isDirty() {
    return Boolean(this.draft) && (!this.original || this.shape.isChanged || this.changedFields().length > 0);
  }

  changedFields() {
    const before = fieldsOf(this.original?.properties ?? {});
    return FIELDS.map(([name]) => name).filter((name) => before[name] !== this.draft[name]);
  }

  editor() {
    const p = this.original?.properties ?? {};
    const parts = p.around ? ['properties'] : this.original ? PARTS : PARTS.slice(0, 2);
    const dirty = this.isDirty();
    return html`<form class="editor fence-editor" @submit=${(e) => this.save(e)}>
      <h3>${this.original ? html`${term('fenceKind', p.kind)} <code>${this.chosenId}</code>` : t('fences.newTitle')}</h3>
      ${p.official === false ? html`<p class="small">${t('chart.notOfficial')}${p.positionalAccuracyMetres ? ' · ±' + p.positionalAccuracyMetres + ' m' : ''}</p>` : nothing}
      <span class="tabs small">${parts.map((part) => html`<button type="button" class="tab part-${part}" aria-current=${this.part === part} @click=${() => this.showPart(part)}>${t('fences.part.' + part)}</button>`)}</span>
      ${this.part === 'shape' ? this.shape.form() : this.part === 'history' ? this.history.list() : this.fields(p)}
      <div class="acts">${this.app.may('publish') ? html`<button class="act primary" ?disabled=${this.view.saving || !dirty || !this.draft.name.trim() || (!this.shape.shape && !p.around)}>${t('save')}</button>` : nothing}
        <button type="button" class="act" @click=${() => (this.original ? this.choose(this.original) : this.close(), this.refresh())}>${t(this.original ? 'undo' : 'close')}</button>
        ${p.around ? nothing : this.view.trial.button(() => ({fences: [this.proposed()]}), !dirty || !this.shape.shape)}
        ${this.original && this.app.may('publish') ? html`<button type="button" class="act remove-fence" @click=${() => this.takeDown()}>${t('guard.remove')}</button>` : nothing}</div>
    </form>`;
  }

  showPart(part) {
    this.part = part;
    if (part === 'history') this.history.load(this.chosenId);
    this.refresh();
  }

  fields(p) {
    return html`${FIELDS.map(([name, type, more]) => this.field(name, type, more))}
      <button type="button" class="act small always" @click=${() => this.always()}>${t('fences.always')}</button>
      <p class="small">${t('fences.hoursHint', {zone: p.timezone ?? 'America/Belize'})}</p>
      ${p.around ? html`<dl class="facts"><dt>${t('guard.around')}</dt><dd>${p.around.track} · ${plain(p.around.radiusMetres)} m</dd></dl>` : nothing}`;
  }

  field(name, type, more) {
    const value = this.draft[name];
    const edit = (e) => { this.draft[name] = e.target.value; this.refresh(); };
    if (type === 'choice') {
      const choices = more.choices.includes(value) ? more.choices : [value, ...more.choices];
      return html`<label>${wordsOf(name)}<select name=${name} @change=${edit}>${choices.map((c) => html`<option value=${c} ?selected=${c === value}>${more.choices.includes(c) ? more.words(c) : term('fenceKind', c)}</option>`)}</select></label>`;
    }
    if (type === 'words') return html`<label>${wordsOf(name)}<textarea name=${name} rows="3" maxlength=${more.maxlength} .value=${value} @input=${edit}></textarea></label>`;
    if (type === 'number') return html`<label class="half">${wordsOf(name)}<input name=${name} type="number" step="any" min=${more.min} max=${more.max} .value=${value} @input=${edit}></label>`;
    return html`<label class=${more.maxlength ? '' : 'half'}>${wordsOf(name)}<input name=${name} class=${more.maxlength ? '' : 'mono'} placeholder=${more.placeholder ? t(more.placeholder) : ''} pattern=${more.pattern ?? '.*'}
      maxlength=${more.maxlength ?? 60} ?required=${Boolean(more.required)} .value=${value} @input=${edit}></label>`;
  }

  always() {
    Object.assign(this.draft, {activeFrom: '', activeTo: ''});
    this.refresh();
  }

  /** The fence as fields and shape have it. */
  proposed() {
    const properties = {...this.original?.properties, ...propertiesOf(this.draft)};
    for (const told of ['etag', 'active']) delete properties[told];
    const id = this.chosenId ?? newId(this.draft.name);
    return this.shape.shape ? {...featureOf(this.shape.shape, properties), id} : {type: 'Feature', id, properties, geometry: this.original.geometry};
  }

  async save(event) {
    event.preventDefault();
    if (!this.app.may('publish')) return;
    const fence = this.proposed();
    if (!this.original) {
      await this.put(fence);
      return;
    }
    await this.view.send('/api/fences/' + segment(fence.id), fence, quoted(this.original.properties.etag), () => {
      this.close();
      return this.app.loadFences();
    });
  }

  /** Puts one up that is not there yet; says whether it stands. */
  async put(fence) {
    try {
      await ask('PUT', '/api/fences/' + segment(fence.id), fence, {'If-None-Match': '*'});
      this.close();
      this.view.message = {tone: 'good', text: t('saved')};
      await this.app.loadFences();
      this.refresh();
      return true;
    } catch (problem) {
      await this.view.refused(problem);
      this.refresh();
      return false;
    }
  }

  /** Takes the chosen one away. */
  async takeDown() {
    try {
      await ask('DELETE', '/api/fences/' + segment(this.chosenId), undefined, {'If-Match': quoted(this.original.properties.etag)});
      this.close();
      await this.app.loadFences();
    } catch (problem) {
      await this.view.refused(problem);
    }
    this.refresh();
  }

  /** What differs between what we made, what it was made from and what stands now. */
  async conflicts() {
    const answer = await get('/api/fences/' + segment(this.chosenId)).catch(() => null);
    await this.app.loadFences();
    const theirs = this.app.fences.features.find((f) => idOf(f) === this.chosenId);
    if (!answer || !theirs) return null;
    const [was, now] = [fieldsOf(this.original.properties), fieldsOf(theirs.properties)];
    this.theirs = theirs;
    const rows = FIELDS.map(([name, , more]) => ({key: name, words: wordsOf(name), before: was[name], mine: this.draft[name], theirs: now[name],
      say: (value) => (more.choices?.includes(value) ? more.words(value) : value)}));
    rows.push({key: 'shape', words: t('fences.part.shape'), before: this.original.geometry, mine: this.shape.shape, theirs: theirs.geometry});
    this.drawing.show(this.shape.shape, theirs.geometry, null);
    return rows.filter((row) => JSON.stringify(row.mine) !== JSON.stringify(row.theirs));
  }

  /** Goes on from what stands now with what was chosen line by line. */
  take(chosen) {
    const {theirs} = this;
    this.choose(theirs);
    for (const [name] of FIELDS) if (chosen.has(name)) this.draft[name] = chosen.get(name);
    const kept = chosen.get('shape');
    if (kept && JSON.stringify(kept) !== JSON.stringify(theirs.geometry)) this.shape.set(kept);
  }
}

const mark = (priority) => html`<span class="badge outline ${priority}" title=${t('priority.' + priority)}>${MARK[priority]}</span>`;
const quoted = (etag) => (etag && !/^(W\/)?"/.test(etag) ? '"' + etag + '"' : etag ?? '');
const hours = (p) => (p.activeFrom && p.activeTo ? p.activeFrom + '–' + p.activeTo : t('fences.allDay'));
