/** How fast a replay may go. */

import {html} from '/lib/lit-html/lit-html.js';
import {t} from './i18n.js';

/** Seconds of the recording in a second; the last is faster than the watch can. */
export const SPEEDS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 1000, 10_000];

/** A speed in words. */
export const speedText = (speed) => (speed >= SPEEDS.at(-1) ? t('replay.fastest') : speed + '×');

/** The speeds as the choices of a select. */
export const speedChoices = (chosen) => SPEEDS.map((s) => html`<option value=${s} ?selected=${s === chosen}>${speedText(s)}</option>`);
