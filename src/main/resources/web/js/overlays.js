/** What may lie over everything: the lost link, short notices, the list of keys. */

import {html, nothing, render} from '/lib/lit-html/lit-html.js';
import {KEYS} from './keys.js';
import {t} from './i18n.js';
import {belize, zulu} from './time.js';

/** The bar that says since when the map is frozen. */
export function drawLost(app, element) {
  const lost = app.linkState() === 'lost';
  element.hidden = !lost;
  if (!lost) return;
  const at = app.live.link.lastServerMillis;
  const words = Number.isFinite(at) ? t('lost.bar', {at: zulu(at), local: belize(at)}) : t('lost.never');
  render(html`<span>⚠ ${words}</span><small>${t('lost.trying')}</small>
    ${app.lostHeard ? nothing : html`<button class="act" @click=${() => app.hearLost()}>${t('lost.heard')}</button>`}`, element);
}

/** Notices that go by themselves. */
export function drawToasts(app, element) {
  render(html`${app.toasts.map((toast) => html`<p class="toast ${toast.tone}">${toast.text}</p>`)}`, element);
}

/** The list of keys, or nothing. */
export function drawHelp(app, element) {
  if (!app.helpOpen) {
    render(nothing, element);
    return;
  }
  render(html`<div class="veil" @click=${() => app.toggleHelp()}></div>
    <div class="panel help" role="dialog" aria-modal="true" aria-label=${t('help.title')}>
      <header><h2>${t('help.title')}</h2><button class="icon" aria-label=${t('close')} @click=${() => app.toggleHelp()}>×</button></header>
      <div class="help-groups">${KEYS.map(([group, keys]) => html`<section><h3>${t('keys.' + group)}</h3>
        <dl>${keys.map(([shown, , , words]) => html`<dt><kbd>${shown}</kbd></dt><dd>${t(words)}</dd>`)}</dl></section>`)}</div>
      <p class="small"><label class="check"><input type="checkbox" name="keys-off" .checked=${app.keysOff} @change=${() => app.toggleKeys()}> ${t('help.off')}</label></p>
      <p class="small">${t('help.note')} <button class="link begin-tour" @click=${() => { app.toggleHelp(); app.tour.toggle(); }}>${t('tour.begin')}</button></p></div>`, element);
}
