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

/** Kinds of craft of State. */
const STATE = new Set(['law', 'sar', 'sar-aircraft', 'pilot']);

/** What the officer switched off. */
export class Filters {
  constructor(storage) {
    this.storage = storage;
    this.only = null;
    this.stateOnly = false;
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
    this.only = null;
    this.stateOnly = false;
    this.off.clear();
    this.storage.setItem('keelbill.filtersOff', '');
  }

  /** Whether anything is hidden at all. */
  get isOpen() {
    return this.off.size === 0 && !this.only && !this.stateOnly;
  }

  /** Whether a track with these flags is shown; `kept` when it may not be hidden. */
  shows(row, flags, kept) {
    if (kept || flags & (FLAG.OWN | FLAG.ALERT) || this.isOpen) return true;
    if (this.only && !this.only.has(row.id)) return false;
    if (this.stateOnly && !STATE.has(row.kind)) return false;
    const group = groupOf(row);
    if (this.off.has(group)) return false;
    if (flags & FLAG.GROUND && group !== 'stations' && this.off.has('moored')) return false;
    return !(flags & (FLAG.STALE | FLAG.LOST) && this.off.has('stale'));
  }
}
