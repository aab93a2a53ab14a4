/** The guided tour: what a newcomer must have seen, in under five minutes, on the real page while it goes on. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {t} from './i18n.js';

/** The stops: [name, screen, what is pointed at]. */
export const STOPS = [
  ['welcome', 'watch', '.clock'],
  ['link', 'watch', '.chip.pulse'],
  ['map', 'watch', '#map'],
  ['counts', 'watch', '.counts'],
  ['queue', 'watch', '.side-part.alerts'],
  ['evidence', 'watch', '.next'],
  ['acts', 'watch', '.side-part.alerts'],
  ['card', 'watch', '.side-part.card'],
  ['tools', 'watch', '#tools'],
  ['replay', 'replay', '.side-part.replay'],
  ['fences', 'fences', '.side-part.fences'],
  ['system', 'system', '#page'],
  ['keys', 'watch', '.icon[data-help]'],
];

/** State and acts; `at` is null while nobody is led around. */
export class Tour {
  constructor(app, element) {
    this.app = app;
    this.element = element;
    this.at = null;
  }

  /** Begins, or ends. */
  toggle() {
    this.go(this.at === null ? 0 : null);
  }

  /** Goes to a stop; null ends it. */
  go(at) {
    this.at = at;
    if (at !== null && this.app.screen !== STOPS[at][1]) this.app.go(STOPS[at][1]);
    this.app.refresh('tour');
    if (at !== null) requestAnimationFrame(() => requestAnimationFrame(() => this.element.querySelector('.tour-next')?.focus()));
  }

  step(by) {
    const at = this.at + by;
    this.go(at >= STOPS.length ? null : Math.max(0, at));
  }

  draw() {
    for (const old of document.querySelectorAll('.toured')) old.classList.remove('toured');
    if (this.at === null) {
      render(nothing, this.element);
      return;
    }
    const [name, , selector] = STOPS[this.at];
    document.querySelector(selector)?.classList.add('toured');
    const last = this.at === STOPS.length - 1;
    render(html`<section class="panel tour" role="dialog" aria-labelledby="tour-title" aria-live="polite">
      <header><h2 id="tour-title">${t('tour.' + name)}</h2><small>${t('tour.at', {n: this.at + 1, all: STOPS.length})}</small>
        <button class="icon" aria-label=${t('close')} @click=${() => this.go(null)}>×</button></header>
      <p>${t('tour.' + name + 'Words')}</p>
      <div class="acts"><button class="act" ?disabled=${this.at === 0} @click=${() => this.step(-1)}>${t('tour.back')}</button>
        <button class="act primary tour-next" @click=${() => this.step(1)}>${t(last ? 'tour.end' : 'tour.next')}</button></div></section>`, this.element);
  }
}
