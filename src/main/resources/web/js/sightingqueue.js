/** Reports that wait for the watch: kept in the browser, sent one after the other when it is back. No DOM. */

const KEY = 'keelbill.sightings.queue';
const MOST = 100;

/** A name for a report that no other page gives: sent twice it is still one report. */
export function newReportId() {
  return 'pg-' + [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16).padStart(2, '0')).join('');
}

/** What waits, oldest first: `{body, problem?}`, where a problem says why the watch refused it. */
export class SightingQueue {
  constructor(storage) {
    this.storage = storage;
    this.sending = false;
    this.items = read(storage);
  }

  /** Keeps a report; false when too many wait already or the browser keeps nothing. */
  add(body) {
    if (this.items.length >= MOST) return false;
    this.items.push({body});
    if (this.save()) return true;
    this.items.pop();
    return false;
  }

  drop(id) {
    this.items = this.items.filter((item) => item.body.report_id !== id);
    this.save();
  }

  /** How many still wait to be tried. */
  get waiting() {
    return this.items.filter((item) => !item.problem).length;
  }

  /**
   * Sends what waits; stops where the watch does not answer.
   *
   * @param send resolves when the watch has recorded a body; rejects with a `problem` when it refused it for good
   */
  async flush(send, changed) {
    if (this.sending) return;
    this.sending = true;
    try {
      for (const item of this.items.filter((each) => !each.problem)) {
        try {
          const answer = await send(item.body);
          this.drop(item.body.report_id);
          changed(answer);
        } catch (failure) {
          if (!isRefusal(failure)) return;
          item.problem = failure.problem;
          this.save();
          changed(null);
        }
      }
    } finally {
      this.sending = false;
    }
  }

  save() {
    try {
      this.storage.setItem(KEY, JSON.stringify(this.items));
      return true;
    } catch {
      return false;
    }
  }
}

/** Whether the watch has looked at it and will not take it, now or later. */
export const isRefusal = (failure) => failure.status >= 400 && failure.status < 500 && failure.status !== 429 && failure.status !== 408;

function read(storage) {
  try {
    const items = JSON.parse(storage.getItem(KEY) ?? '[]');
    return Array.isArray(items) ? items.filter((item) => typeof item?.body?.report_id === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}
