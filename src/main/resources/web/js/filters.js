/** Which tracks are shown. What has an open alert, is selected or is ours is never hidden. */

import {flies, FLAG} from './tracks.js';

/** The chips, in their order. */
export const GROUPS = ['vessels', 'radar', 'stations', 'aircraft', 'moored', 'stale'];

/** The group a track belongs to by what it is. */
export function groupOf(row) {
  if (flies(row)) return 'aircraft';
  if (row.kind === 'radar') return 'radar';
  return row.kind === 'aid' || row.kind === 'base' ? 'stations' : 'vessels';
}

/** What the officer switched off. */
export class Filters {
  constructor(storage) {
    this.storage = storage;
    this.off = new Set((storage.getItem('keelbill.filtersOff') ?? '').split(' ').filter((g) => GROUPS.includes(g)));
  }

  /** Switches a group on or off. */
  toggle(group) {
    if (!this.off.delete(group)) this.off.add(group);
    this.storage.setItem('keelbill.filtersOff', [...this.off].join(' '));
  }

  /** Switches off just these groups, for as long as the page is open. */
  set(groups) {
    this.off = new Set(groups.filter((g) => GROUPS.includes(g)));
  }

  /** Shows everything again. */
  clear() {
    this.off.clear();
    this.storage.setItem('keelbill.filtersOff', '');
  }

  /** Whether a track with these flags is shown; `kept` when it may not be hidden. */
  shows(group, flags, kept) {
    if (kept || flags & (FLAG.OWN | FLAG.ALERT) || this.off.size === 0) return true;
    if (this.off.has(group)) return false;
    if (flags & FLAG.GROUND && group !== 'stations' && this.off.has('moored')) return false;
    return !(flags & (FLAG.STALE | FLAG.LOST) && this.off.has('stale'));
  }
}
