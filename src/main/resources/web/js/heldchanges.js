/** Changes of fences and rules that wait for a second person: why, whose they are, and that person's word. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {get, post, remove, segment} from './api.js';
import {t, tn} from './i18n.js';
import {belize, millis} from './time.js';

const LOOK_AGAIN_MILLIS = 10_000;

/** What is held, as the watch has it. */
export class HeldChanges {
  constructor(view) {
    this.view = view;
    this.app = view.app;
    this.items = [];
    setInterval(() => this.app.screen === 'fences' && this.app.linkState() === 'live' && this.load(), LOOK_AGAIN_MILLIS);
  }

  async load() {
    try {
      const {body} = await get('/api/proposals');
      this.items = body.items;
    } catch {
      // What was known stays; the strip tells of a lost link.
    }
    this.app.refresh('fences');
  }

  draw() {
    return this.items.map((held) => html`<p class="message held-change"><b>${t('held.waits')}</b> ${this.what(held)}
      <small>${t('held.by', {who: held.proposedBy, at: belize(millis(held.proposedAt), false)})}</small>
      <span class="acts"><button class="act small look-held" @click=${() => this.ask(held)}>${t('held.look')}</button>
        <button class="act small" @click=${() => this.withdraw(held)}>${t('held.withdraw')}</button></span></p>`);
  }

  what(held) {
    if (!held.fence) return t('held.rules');
    const known = this.app.fences?.features.find((f) => (f.properties?.id ?? f.id) === held.fence);
    const name = held.change.fence?.properties?.name ?? known?.properties?.name ?? held.fence;
    return t(held.what === 'remove-fence' ? 'held.removal' : 'held.fence', {name});
  }

  /** Says why one person is not enough, and takes another one's word. */
  ask(held) {
    const said = {reason: ''};
    const me = this.app.live.welcome?.officer;
    this.app.dialog.ask({
      title: () => t('held.title'),
      act: () => t('held.confirm'),
      ready: () => said.reason.trim() !== '',
      submit: async () => {
        await post('/api/proposals/' + segment(held.id) + '/confirm', said);
        this.view.confirmed();
      },
      fields: () => html`<p class="ask-about"><b>${this.what(held)}</b> <small>${t('held.by', {who: held.proposedBy, at: belize(millis(held.proposedAt), false)})}</small></p>
        <ul class="why-held">${held.reasons.map((r) => html`<li>${whyHeld(r)}</li>`)}</ul>
        <p>${t('held.other', {who: held.proposedBy})}${me ? ' ' + t('held.you', {who: me}) : nothing}</p>
        <label>${t('held.reason')}<textarea name="reason" rows="3" maxlength="1000" autofocus placeholder=${t('held.reasonHint')}
          @input=${(e) => { said.reason = e.target.value; }}></textarea></label>`,
    });
  }

  async withdraw(held) {
    await remove('/api/proposals/' + segment(held.id)).catch(() => null);
    await this.load();
  }
}

function whyHeld(reason) {
  switch (reason.why) {
    case 'over-budget': return t('held.why.overBudget', {rings: reason.rings, before: reason.before, limit: reason.limit});
    case 'loses-true-cases': return tn('held.why.losesTrue', reason.count);
    default: return t('held.why.untried');
  }
}
