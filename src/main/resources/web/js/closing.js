/** Closing an alert: what it was, and why the officer thinks so. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {MARK} from './alerts.js';
import {headlineOf} from './alertview.js';
import {post, segment} from './api.js';
import {t, term} from './i18n.js';

const VERDICTS = ['true', 'false', 'nuisance', 'test'];

/** Asks for the verdict on an alert and tells the watch. */
export function askVerdict(app, alert) {
  const said = {verdict: null, note: ''};
  const lasting = alert.state !== 'closed';
  app.dialog.ask({
    title: () => t(lasting ? 'closing.title' : 'closing.judgeTitle'),
    act: () => t(lasting ? 'closing.act' : 'closing.judgeAct'),
    ready: () => said.verdict !== null,
    submit: () => post('/api/alerts/' + segment(alert.id) + '/close', said),
    fields: () => html`
      <p class="ask-about"><span class="badge ${alert.priority} outline">${MARK[alert.priority]}</span> <b>${term('alertKind', alert.kind)}</b> ${headlineOf(alert)}</p>
      <fieldset class="choices"><legend>${t('closing.what')}</legend>
        ${VERDICTS.map((v, i) => html`<label class="choice"><input type="radio" name="verdict" value=${v} ?autofocus=${i === 0}
          @input=${() => { said.verdict = v; }}><span><b>${t('verdict.' + v)}</b><small>${t('verdictMeans.' + v)}</small></span></label>`)}</fieldset>
      <label>${t('closing.note')}<textarea name="note" rows="3" maxlength="1000" placeholder=${t('closing.noteHint')}
        @input=${(e) => { said.note = e.target.value; }}></textarea></label>
      ${lasting ? html`<p class="small">${t('closing.quiet')}</p>` : nothing}`,
  });
}
