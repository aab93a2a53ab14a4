/** `Ctrl+K`: every act by its name. What is typed chooses; Enter does it, Esc leaves. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {t} from './i18n.js';
import {KEYS} from './keys.js';

const MOST = 12;

/** The list over the page. */
export class Commands {
  constructor(app, element) {
    this.app = app;
    this.element = element;
    this.text = null;
    this.at = 0;
  }

  toggle() {
    this.text = this.text === null ? '' : null;
    this.at = 0;
    this.before = this.text === null ? this.before : document.activeElement;
    this.draw();
    if (this.text === null) this.before?.focus?.();
    else this.element.querySelector('input').focus();
  }

  /** What the typed words are all in, in the reader's language. */
  found() {
    const words = plainly(this.text).split(/\s+/);
    return KEYS.flatMap(([group, keys]) => (group === 'replay' && !this.app.replay ? [] : keys))
      .map(([shown, , act, key]) => ({shown, act, words: t(key)}))
      .filter((c) => words.every((word) => plainly(c.words).includes(word)))
      .slice(0, MOST);
  }

  type(text) {
    this.text = text;
    this.at = 0;
    this.draw();
  }

  press(event) {
    const found = this.found();
    const steps = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (steps) this.at = (this.at + steps + found.length) % Math.max(1, found.length);
    else if (event.key === 'Enter' && found[this.at]) return this.run(event, found[this.at]);
    else if (event.key === 'Escape') return this.leave(event);
    else return undefined;
    event.preventDefault();
    return this.draw();
  }

  leave(event) {
    event.preventDefault();
    event.stopPropagation();
    this.toggle();
  }

  run(event, command) {
    event.preventDefault();
    this.toggle();
    command.act(this.app);
  }

  draw() {
    if (this.text === null) return render(nothing, this.element);
    const found = this.found();
    return render(html`<div class="veil" @click=${() => this.toggle()}></div>
      <div class="panel commands" role="dialog" aria-modal="true" aria-label=${t('commands.title')} @keydown=${(e) => this.press(e)}>
        <input type="text" role="combobox" aria-expanded="true" aria-controls="command-list" aria-activedescendant=${'command-' + this.at} autocomplete="off" spellcheck="false"
          maxlength="60" placeholder=${t('commands.hint')} aria-label=${t('commands.title')} .value=${this.text} @input=${(e) => this.type(e.target.value)}>
        <ul class="rows" id="command-list" role="listbox">${found.map((c, i) => html`<li role="option" id=${'command-' + i} aria-selected=${i === this.at}>
          <button class="row" tabindex="-1" @click=${(e) => this.run(e, c)}><span class="row-name">${c.words}</span><kbd>${c.shown}</kbd></button></li>`)}</ul>
        ${found.length ? nothing : html`<p class="empty">${t('commands.none')}</p>`}</div>`, this.element);
  }
}

const plainly = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
