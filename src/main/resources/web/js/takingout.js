/** Taking proof of an alert away: the report as PDF, and the bundle of evidence, for which its recording is played again. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {get, post, remove, segment} from './api.js';
import {bytes, percent} from './format.js';
import {t, tn, told} from './i18n.js';

const ASK_AGAIN_MILLIS = 700;

/** The bundles that were asked for from this page, by alert. */
export class TakingOut {
  constructor(app) {
    this.app = app;
    this.jobs = new Map();
  }

  /** The buttons on an alert. */
  buttons(alert) {
    if (!this.app.may('export')) return nothing;
    const job = this.jobs.get(alert.id);
    return html`<a class="act report" href=${'/api/recordings/reports/' + segment(alert.id)} download=${'report-' + alert.id + '.pdf'}
        title=${t('taking.reportTitle')}>${t('taking.report')}</a>
      ${job ? nothing : html`<button class="act evidence" title=${t('taking.evidenceTitle')} @click=${() => this.begin(alert.id)}>${t('taking.evidence')}</button>`}
      ${job ? this.progress(alert.id, job) : nothing}`;
  }

  progress(id, job) {
    if (job.state === 'done') {
      return html`<span class="bundle"><a class="act primary take-bundle" href=${job.result} download=${'evidence-' + id + '.zip'}>${t('taking.save', {size: bytes(job.bytes)})}</a>
        <button class="icon" aria-label=${t('taking.forget')} title=${t('taking.forget')} @click=${() => this.end(id)}>×</button></span>`;
    }
    if (job.state === 'failed') {
      return html`<span class="bundle"><small class="bad" role="alert">${t('taking.failed', {why: told(job.failure)})}</small>
        <button class="act small" @click=${() => this.begin(id)}>${t('taking.again')}</button></span>`;
    }
    return html`<span class="bundle" role="status"><progress max="1" .value=${job.progress}></progress>
      <small>${job.state === 'waiting' ? tn('taking.waiting', job.before) : t('taking.running', {percent: percent(job.progress)})}</small>
      <button class="act small cancel-bundle" @click=${() => this.end(id)}>${t('cancel')}</button></span>`;
  }

  async begin(alertId) {
    try {
      const {body} = await post('/api/recordings/evidence/' + segment(alertId));
      this.jobs.set(alertId, body);
      this.follow(alertId, body.id);
    } catch (problem) {
      this.jobs.set(alertId, {state: 'failed', failure: problem.message});
    }
    this.app.refresh('alerts');
  }

  /** Asks until it is over, or until it is no longer wanted. */
  async follow(alertId, id) {
    const wanted = () => this.jobs.get(alertId)?.id === id;
    const busy = () => ['waiting', 'running'].includes(this.jobs.get(alertId)?.state);
    while (wanted() && busy()) {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLIS));
      if (!wanted()) return;
      try {
        const {body} = await get('/api/jobs/' + segment(id));
        if (wanted()) this.jobs.set(alertId, body);
      } catch (problem) {
        // While the link is down it goes on by itself; one that is forgotten is not to be had.
        if (problem.status === 404) this.jobs.set(alertId, {id, state: 'failed', failure: problem.message});
      }
      if (this.jobs.get(alertId)?.state === 'cancelled') this.jobs.delete(alertId);
      this.app.refresh('alerts');
    }
  }

  /** Ends one that is at work; gives a finished one back. */
  async end(alertId) {
    const {id} = this.jobs.get(alertId);
    this.jobs.delete(alertId);
    this.app.refresh('alerts');
    await remove('/api/jobs/' + segment(id)).catch(() => null);
  }
}
