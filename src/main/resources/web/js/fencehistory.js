/** What the chosen fence was, version by version; an older one can be looked at and taken up again. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {get, segment} from './api.js';
import {dayOf} from './alertview.js';
import {fieldsOf, FIELDS, wordsOf} from './fencefields.js';
import {t} from './i18n.js';
import {belize, millis} from './time.js';

/** State and acts; `tab` holds what is worked on. */
export class FenceHistory {
  constructor(tab) {
    this.tab = tab;
    this.versions = null;
  }

  async load(id) {
    this.versions = null;
    const answer = await get('/api/fences/' + segment(id) + '/history').catch(() => ({body: {items: []}}));
    if (this.tab.chosenId !== id) return;
    this.versions = answer.body.items;
    this.tab.refresh();
  }

  list() {
    if (!this.versions) return html`<p class="empty">${t('loading')}</p>`;
    return html`<ol class="fence-history">${this.versions.map((v, i) => html`<li><b>v${v.version}</b> ${t('history.' + v.what)}
      <small>${v.at ? v.by + ' · ' + dayOf(millis(v.at)) + ' ' + belize(millis(v.at), false) + ' BZ' : ''}</small>
      ${v.fence ? this.differences(v, this.versions[i + 1]) : nothing}
      ${v.fence ? html`<span class="acts"><button type="button" class="act small look-version" @click=${() => this.look(v)}>${t('alert.show')}</button>
        ${i && this.tab.app.may('publish') ? html`<button type="button" class="act small restore" @click=${() => this.restore(v)}>${t('history.restore', {n: v.version})}</button>` : nothing}</span>` : nothing}</li>`)}</ol>`;
  }

  /** What this version made different from the one before it. */
  differences(version, before) {
    if (!before?.fence) return nothing;
    const [was, is] = [fieldsOf(before.fence.properties), fieldsOf(version.fence.properties)];
    const names = FIELDS.map(([name]) => name).filter((name) => was[name] !== is[name]);
    const shape = JSON.stringify(before.fence.geometry) !== JSON.stringify(version.fence.geometry);
    return html`<ul class="differs">${names.map((name) => html`<li>${wordsOf(name)}: <del>${was[name] || '—'}</del> <ins>${is[name] || '—'}</ins></li>`)}
      ${shape ? html`<li>${t('history.shape')}</li>` : nothing}</ul>`;
  }

  /** Draws it dashed beside the one that is worked on. */
  look(version) {
    this.tab.drawing.show(this.tab.shape.shape, version.fence.geometry, null);
  }

  /** Takes it up as what is worked on; it is in force when it is saved. */
  restore(version) {
    this.tab.draft = fieldsOf(version.fence.properties);
    this.tab.shape.set(version.fence.geometry);
    this.tab.part = 'properties';
    this.tab.refresh();
  }
}
