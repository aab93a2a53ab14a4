/** What to do when somebody else has changed it meanwhile: mine and theirs beside each other, one chosen line by line. */

import {html} from '/lib/lit-html/lit-html.js';
import {t} from './i18n.js';

/** Asks; `rows` are {key, words, before, mine, theirs}, `done` gets the chosen value of each key. */
export function askMerge(app, rows, done) {
  const mineOnly = (row) => same(row.theirs, row.before);
  const chosen = new Map(rows.map((row) => [row.key, mineOnly(row) ? 'mine' : 'theirs']));
  const choice = (row, which) => html`<td class=${chosen.get(row.key) === which ? 'taken' : ''}><label class="check"><input type="radio" name=${'merge-' + row.key} value=${which}
    .checked=${chosen.get(row.key) === which} @input=${() => chosen.set(row.key, which)}><span>${say(row[which], row)}</span></label></td>`;
  app.dialog.ask({
    title: () => t('merge.title'),
    act: () => t('merge.act'),
    submit: async () => done(new Map(rows.map((row) => [row.key, chosen.get(row.key) === 'mine' ? row.mine : row.theirs]))),
    fields: () => html`<p class="ask-about">${t('merge.hint')}</p>
      <table class="merge"><thead><tr><th></th><th>${t('merge.before')}</th><th>${t('merge.mine')}</th><th>${t('merge.theirs')}</th></tr></thead>
        <tbody>${rows.map((row) => html`<tr class=${mineOnly(row) || same(row.mine, row.before) ? '' : 'conflict'}><th>${row.words ?? row.key}</th><td>${say(row.before, row)}</td>${choice(row, 'mine')}${choice(row, 'theirs')}</tr>`)}</tbody></table>`,
  });
}

const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A value in a line; a shape is told by its size. */
function say(value, row) {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value !== 'object') return row.say?.(value) ?? String(value);
  return t('merge.shape', {n: JSON.stringify(value.coordinates ?? []).split('],[').length});
}
