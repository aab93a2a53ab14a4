/** Fences from elsewhere: a file or a pasted text of GeoJSON, KML, GPX or WKT, judged before anything is in force. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {newId} from './fencefields.js';
import {plain} from './format.js';
import {t, tn} from './i18n.js';
import {judge} from './shapeeditor.js';

/** State and acts; `tab` is told what to work on. */
export class FenceImport {
  constructor(tab) {
    this.tab = tab;
    this.isOpen = false;
  }

  open() {
    this.tab.close();
    Object.assign(this, {isOpen: true, text: '', answer: null, problem: null, put: 0});
    this.tab.refresh();
  }

  form() {
    const found = this.answer?.features ?? [];
    return html`<section class="editor import fence-import"><h3>${t('fences.import')}</h3><p class="small">${t('import.hint')}</p>
      <label>${t('import.file')}<input type="file" name="file" accept=".geojson,.json,.kml,.gpx,.wkt,.txt" @change=${(e) => this.read(e.target.files[0])}></label>
      <label>${t('import.text')}<textarea name="shapes" rows="5" class="mono" .value=${this.text} @input=${(e) => { this.text = e.target.value; }}></textarea></label>
      <div class="acts"><button type="button" class="act primary judge" @click=${() => this.judge()}>${t('import.look')}</button>
        <button type="button" class="act" @click=${() => { this.tab.close(); this.tab.refresh(); }}>${t('close')}</button></div>
      ${this.problem ? html`<p class="message bad" role="alert">${this.problem}</p>` : nothing}
      ${(this.answer?.errors ?? []).map((e) => html`<p class="message bad" role="alert">${t('import.bad', {n: Number(e.pointer.split('/').pop()) + 1})} ${e.detail}</p>`)}
      ${found.length ? html`<ul class="rows found-shapes">${found.map((f) => html`<li class="row"><span class="row-name">${f.properties.name}</span>
          <small>${plain(f.properties.squareKilometres, 2)} km² · ${f.properties.vertices}</small>
          <button type="button" class="act small take-shape" @click=${() => this.take(f)}>${t('import.take')}</button></li>`)}</ul>
        ${found.length > 1 ? html`<div class="acts"><button type="button" class="act put-all" ?disabled=${this.busy} @click=${() => this.putAll(found)}>${tn('import.all', found.length)}</button></div>` : nothing}` : nothing}</section>`;
  }

  async read(file) {
    if (!file) return;
    this.text = await file.text();
    await this.judge();
  }

  async judge() {
    this.problem = null;
    this.answer = null;
    try {
      this.answer = await judge(this.text);
      this.tab.drawing.showMany(this.answer.features.map((f) => f.geometry));
    } catch (problem) {
      this.problem = problem.message;
    }
    this.tab.refresh();
  }

  /** Works on one of them as a new fence. */
  take({properties, geometry}) {
    this.tab.beginNew(geometry, ownOf(properties));
  }

  /** Puts all of them up as they are: watched, not closed. */
  async putAll(found) {
    this.busy = true;
    for (const {properties, geometry} of found) {
      const own = {kind: 'monitored', priority: 'caution', ...ownOf(properties)};
      if (!await this.tab.put({type: 'Feature', id: newId(own.name), properties: own, geometry})) break;
    }
    this.busy = false;
    this.tab.refresh();
  }
}

/** What a found shape says of itself, without what the watch measured. */
function ownOf(properties) {
  const {squareKilometres, vertices, id, ...own} = properties;
  return own;
}
