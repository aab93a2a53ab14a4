/** The watch's time as this page knows it: the PC's clock may be wrong, and a replay has a time of its own. */

const SAMPLES = 60;

/** Keeps the offset of the sample that travelled fastest among the last minutes'. */
export class WatchClock {
  constructor() {
    this.offsets = [];
    this.offset = 0;
    this.replay = null;
  }

  /** A server time was heard at a local time; returns how much later than the fastest it came, in milliseconds. */
  heard(serverMillis, localMillis) {
    this.offsets.push(serverMillis - localMillis);
    if (this.offsets.length > SAMPLES) this.offsets.shift();
    this.offset = Math.max(...this.offsets);
    return this.offset - (serverMillis - localMillis);
  }

  /** Real time by the server. */
  server(localMillis) {
    return localMillis + this.offset;
  }

  /** Sets where a replay stands and how fast it runs (0 when paused). */
  setReplay(watchMillis, localMillis, speed) {
    this.replay = {watchMillis, localMillis, speed};
  }

  /** The time ages are counted against. */
  watch(localMillis) {
    if (!this.replay) return this.server(localMillis);
    return this.replay.watchMillis + (localMillis - this.replay.localMillis) * this.replay.speed;
  }
}
