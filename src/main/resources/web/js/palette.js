/** The palette in force, and its colours for the canvas. The colours themselves live in palette.css. */

import {paletteOf} from './sun.js';

const ORDER = ['day', 'dusk', 'night'];
const KEY = 'keelbill.palette';

/** What the officer chose: `auto` or one of the three. */
export class Palette {
  constructor(root, storage) {
    this.root = root;
    this.storage = storage;
    this.choice = storage.getItem(KEY) ?? 'auto';
    this.colours = {};
  }

  /** Applies the palette of this moment; true when it changed. */
  apply(atMillis) {
    const wanted = this.choice === 'auto' ? paletteOf(atMillis) : this.choice;
    if (wanted === this.name) return false;
    this.name = wanted;
    this.root.dataset.palette = wanted;
    const style = getComputedStyle(this.root);
    this.colours = Object.fromEntries(TOKENS.map((token) => [token, style.getPropertyValue('--' + token).trim()]));
    return true;
  }

  /** The next of auto, day, dusk, night; one that would look the same as now is passed over. */
  next(atMillis) {
    const choices = ['auto', ...ORDER];
    let at = choices.indexOf(this.choice);
    do {
      at = (at + 1) % choices.length;
    } while (choices[at] !== 'auto' && choices[at] === this.name);
    return this.choose(choices[at], atMillis);
  }

  /** Fixes the choice. */
  choose(choice, atMillis) {
    this.choice = choice;
    this.storage.setItem(KEY, choice);
    return this.apply(atMillis);
  }
}

const TOKENS = ['panel', 'bg', 'water', 'land', 'coast', 'text', 'text-2', 'border', 'emergency-fill', 'emergency-ink',
  'emergency-line', 'alarm-fill', 'alarm-ink', 'alarm-line', 'warning-fill', 'warning-ink', 'warning-line', 'caution-fill',
  'caution-ink', 'caution-line', 'badge-outline', 'vessel', 'aircraft', 'own', 'unknown', 'stale', 'focus', 'fence', 'seen', 'poorly-seen', 'unseen'];
