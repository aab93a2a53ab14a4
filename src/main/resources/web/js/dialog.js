/** A question that is answered before anything else: one at a time, over everything, left by Esc. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {t} from './i18n.js';

/** Shows one question; a question is `{title, fields, act, ready, submit}`, all but `ready` needed. */
export class Dialog {
  constructor(element) {
    this.element = element;
    this.question = null;
  }

  /** Asks. `submit` may throw what the watch answered; then the dialog stays and says why. */
  ask(question) {
    Object.assign(this, {question, problem: null, sending: false});
    this.draw();
    this.element.querySelector('dialog').showModal();
  }

  close() {
    this.question = null;
    this.draw();
  }

  async send(event) {
    event.preventDefault();
    this.sending = true;
    this.problem = null;
    this.draw();
    const {question} = this;
    try {
      await question.submit();
      if (this.question === question) this.close();
    } catch (problem) {
      this.problem = problem;
    }
    this.sending = false;
    this.draw();
  }

  draw() {
    const {question, problem} = this;
    render(question ? html`<dialog class="panel ask" aria-labelledby="ask-title" @close=${() => this.close()}>
      <form class="editor" @submit=${(e) => this.send(e)} @input=${() => this.draw()}>
        <header class="ask-head"><h2 id="ask-title">${question.title()}</h2>
          <button type="button" class="icon" aria-label=${t('close')} @click=${() => this.close()}>×</button></header>
        ${question.fields()}
        ${problem ? html`<p class="message bad" role="alert">${problem.message}
          ${(problem.problem?.errors ?? []).map((e) => html`<br>${e.detail}`)}</p>` : nothing}
        <div class="acts"><button class="act primary" ?disabled=${this.sending || !(question.ready?.() ?? true)}>${question.act()}</button>
          <button type="button" class="act" @click=${() => this.close()}>${t('cancel')}</button></div>
      </form></dialog>` : nothing, this.element);
  }
}
