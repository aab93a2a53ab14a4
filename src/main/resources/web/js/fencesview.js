/** The operator's screen: its tabs, what is sent to the watch and what the watch says to it. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {put} from './api.js';
import {FencesTab} from './fencestab.js';
import {HeldChanges} from './heldchanges.js';
import {t} from './i18n.js';
import {LedgerTab} from './ledgertab.js';
import {askMerge} from './mergeview.js';
import {refusal} from './refusal.js';
import {RulesTab} from './rulestab.js';
import {TrialView} from './trialview.js';

/** State and acts of the screen. */
export class FencesView {
  constructor(app, element) {
    this.app = app;
    this.element = element;
    this.tab = 'fences';
    this.message = null;
    this.filter = '';
    this.fences = new FencesTab(this);
    this.rules = new RulesTab(this);
    this.ledger = new LedgerTab(this);
    this.trial = new TrialView(this);
    this.held = new HeldChanges(this);
  }

  /** Whether something stands here that is not saved. */
  isDirty() {
    return this.rules.changes.size > 0 || this.fences.isDirty();
  }

  /** Fetches the rules; the fences are kept by the app. */
  async load() {
    await Promise.all([this.rules.load(), this.ledger.load(), this.held.load()]);
    this.app.refresh('fences');
  }

  draw() {
    const tabs = {fences: this.fences, rules: this.rules, ledger: this.ledger};
    render(html`
      <header class="side-head"><span class="tabs small">
        ${Object.keys(tabs).map((tab) => html`<button class="tab" aria-current=${this.tab === tab} @click=${() => this.show(tab)}>${t('fences.tab.' + tab)}</button>`)}
      </span>
      <input type="search" class="narrow" placeholder=${t('fences.filter')} aria-label=${t('fences.filter')} .value=${this.filter} @input=${(e) => this.setFilter(e.target.value)}>
      ${this.tab === 'fences' ? this.fences.newButtons() : nothing}
      <small class="version">${tabs[this.tab].version?.() ?? ''}</small></header>
      ${this.message ? html`<p class="message ${this.message.tone}" role="alert">${this.message.text}
        ${(this.message.errors ?? []).map((e) => html`<br><code>${e.pointer}</code> ${e.detail}`)}</p>` : nothing}
      ${this.held.draw()}
      ${this.trial.draw()}
      ${tabs[this.tab].draw()}`, this.element);
  }

  show(tab) {
    this.tab = tab;
    this.message = null;
    if (tab !== 'fences') this.fences.drawing.rest();
    this.app.refresh('fences');
  }

  setFilter(text) {
    this.filter = text;
    this.app.refresh('fences');
  }

  matches(...texts) {
    const wanted = this.filter.trim().toLowerCase();
    return !wanted || texts.some((text) => String(text ?? '').toLowerCase().includes(wanted));
  }

  /** Sends a change that was made from a version; says whether it is in force. */
  async send(path, body, etag, done) {
    this.saving = true;
    this.app.refresh('fences');
    let sent = true;
    try {
      await put(path, body, etag);
      await done();
      this.message = {tone: 'good', text: t('saved')};
    } catch (problem) {
      sent = false;
      await this.refused(problem);
    }
    this.saving = false;
    this.app.refresh('fences');
    return sent;
  }

  /** Says why; a change that is held asks for a second person at once, one that came too late shows what stands now. */
  async refused(problem) {
    const held = problem.status === 409 ? problem.problem?.proposal : null;
    this.message = held ? null : refusal(problem);
    if (held) {
      this.held.load();
      this.held.ask(held);
    } else if (problem.status === 412) {
      await this.merge();
    }
  }

  /** Mine and theirs beside each other; what was typed stays until somebody chooses. */
  async merge() {
    const tab = this.tab === 'rules' ? this.rules : this.fences;
    const rows = await tab.conflicts();
    if (rows) askMerge(this.app, rows, (chosen) => this.merged(tab, chosen));
  }

  merged(tab, chosen) {
    tab.take(chosen);
    this.message = {tone: 'good', text: t('merge.done')};
    this.app.refresh('fences');
  }

  /** A held change was made: what stands here was made from what was before. */
  async confirmed() {
    this.rules.clear();
    this.fences.close();
    this.message = {tone: 'good', text: t('saved')};
    await Promise.all([this.app.loadFences(), this.load()]);
  }
}
