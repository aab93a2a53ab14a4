/** The picture: every track the watch told us of, as columns so that thousands can be drawn in one pass. */

import {mercatorX, mercatorY} from './geometry.js';
import {term} from './i18n.js';

export const FLAG = {STALE: 1, LOST: 2, GROUND: 4, TENTATIVE: 8, ALERT: 16, OWN: 32, EXTRAPOLATED: 64};

/** A step is shown as a glide of this length from the last reported to the newly reported position, never beyond. */
export const GLIDE_MILLIS = 800;

const FLOATS = ['x', 'y', 'fromX', 'fromY', 'glideAt', 'longitude', 'latitude', 'course', 'speed', 'heading', 'altitude', 'at'];

const number = (v) => (v === null || v === undefined ? NaN : v);

/** Tracks by slot. A slot is reused after its track is gone; ids and tids are the names to keep. */
export class TrackStore {
  constructor(capacity = 1024) {
    this.capacity = 0;
    this.size = 0;
    this.rows = [];
    this.slotOfTid = new Map();
    this.slotOfId = new Map();
    this.slotOfContact = new Map();
    this.free = [];
    this.version = 0;
    this.grow(capacity);
  }

  grow(capacity) {
    for (const name of FLOATS) {
      const wider = new Float64Array(capacity);
      if (this[name]) wider.set(this[name]);
      this[name] = wider;
    }
    const flags = new Uint8Array(capacity);
    if (this.flags) flags.set(this.flags);
    this.flags = flags;
    this.capacity = capacity;
  }

  /** The slot after the last used one; slots without a row are empty. */
  get end() {
    return this.rows.length;
  }

  /** The slot of a track id, or -1. */
  find(id) {
    return this.slotOfId.get(id) ?? -1;
  }

  /** The slot of the track that holds a contact (or is named so), or -1. */
  findContact(contact) {
    return this.slotOfContact.get(contact) ?? this.find(contact);
  }

  /** Adds or replaces what is known of a track. Returns its slot. */
  put(row, nowMillis) {
    let slot = this.find(row.id);
    const fresh = slot < 0;
    if (fresh) slot = this.newSlot();
    else this.forgetNames(slot);
    this.rows[slot] = row;
    this.slotOfTid.set(row.tid, slot);
    this.slotOfId.set(row.id, slot);
    for (const contact of row.contacts ?? []) this.slotOfContact.set(contact, slot);
    if (row.move) this.place(slot, row.move, nowMillis, fresh);
    else if (fresh) this.placeNowhere(slot);
    this.version++;
    return slot;
  }

  newSlot() {
    this.size++;
    const slot = this.free.pop() ?? this.rows.length;
    if (slot >= this.capacity) this.grow(this.capacity * 2);
    return slot;
  }

  forgetNames(slot) {
    const old = this.rows[slot];
    this.slotOfTid.delete(old.tid);
    this.slotOfId.delete(old.id);
    for (const contact of old.contacts ?? []) {
      if (this.slotOfContact.get(contact) === slot) this.slotOfContact.delete(contact);
    }
  }

  placeNowhere(slot) {
    for (const name of FLOATS) this[name][slot] = NaN;
    this.flags[slot] = 0;
  }

  /** Applies a move; returns the slot, or -1 when the tid is not known. */
  move(move, nowMillis) {
    const slot = this.slotOfTid.get(move[0]);
    if (slot === undefined) return -1;
    this.place(slot, move, nowMillis, false);
    return slot;
  }

  place(slot, [, lon, lat, course, speed, heading, altitude, at, flags], nowMillis, fresh) {
    const x = mercatorX(number(lon));
    const y = mercatorY(number(lat));
    const jump = fresh || !Number.isFinite(this.x[slot]) || number(at) - this.at[slot] > 60_000;
    this.fromX[slot] = jump ? x : this.shownX(slot, nowMillis);
    this.fromY[slot] = jump ? y : this.shownY(slot, nowMillis);
    this.glideAt[slot] = jump ? -Infinity : nowMillis;
    this.x[slot] = x;
    this.y[slot] = y;
    this.longitude[slot] = number(lon);
    this.latitude[slot] = number(lat);
    this.course[slot] = number(course);
    this.speed[slot] = number(speed);
    this.heading[slot] = number(heading);
    this.altitude[slot] = number(altitude);
    this.at[slot] = number(at);
    this.flags[slot] = flags ?? 0;
  }

  shownX(slot, nowMillis) {
    const part = Math.min(1, (nowMillis - this.glideAt[slot]) / GLIDE_MILLIS);
    return part >= 1 ? this.x[slot] : this.fromX[slot] + (this.x[slot] - this.fromX[slot]) * part;
  }

  shownY(slot, nowMillis) {
    const part = Math.min(1, (nowMillis - this.glideAt[slot]) / GLIDE_MILLIS);
    return part >= 1 ? this.y[slot] : this.fromY[slot] + (this.y[slot] - this.fromY[slot]) * part;
  }

  /** Takes a track out; returns its row or undefined. */
  remove(tid) {
    const slot = this.slotOfTid.get(tid);
    if (slot === undefined) return undefined;
    const row = this.rows[slot];
    this.forgetNames(slot);
    this.rows[slot] = undefined;
    this.free.push(slot);
    this.size--;
    this.version++;
    return row;
  }

  /** Takes out every track whose id is not among those named: what a whole snapshot left out is gone. */
  keepOnly(ids) {
    for (const row of this.rows.slice()) {
      if (row && !ids.has(row.id)) this.remove(row.tid);
    }
  }
}

/** What to call a track: the best name it has. Everything in it came off the air. */
export function nameOf(row) {
  return row.name || row.callsign || nineDigits(row.mmsi) || shortId(row.id);
}

/** An MMSI as it is written: nine digits, also those of a shore station that begins with 00; empty when unknown. */
export function nineDigits(mmsi) {
  return Number.isFinite(mmsi) ? String(mmsi).padStart(9, '0') : '';
}

/** Whether it is up in the air: an aircraft, or a rescue aircraft that speaks AIS. */
export const flies = (row) => row.domain === 'air' || row.kind === 'sar-aircraft';

/** The last part of a contact name: `T49` for `radar:STATION/49@BIRTH`; what was only seen has no number that says anything. */
export function shortId(id) {
  const radar = /\/([^@/]+)@/.exec(id);
  if (radar) return 'T' + radar[1];
  if (id.startsWith('sighting:') || id.startsWith('detection:')) return term('kind', id.slice(0, id.indexOf(':')));
  return id.slice(id.indexOf(':') + 1).toUpperCase();
}
