/** What we may say of the link to the watch. Pure: the socket feeds it, the strip shows it. */

export const DELAYED_MILLIS = 5_000;
export const LOST_MILLIS = 10_000;
export const RETRIES_UNTIL_LOST = 2;

/** Facts about the link; `stateAt` draws the conclusion. */
export class Link {
  constructor(nowMillis) {
    this.beganAt = nowMillis;
    this.everCaughtUp = false;
    this.caughtUp = false;
    this.lastHeartbeatAt = nowMillis;
    this.lastServerMillis = NaN;
    this.failedRetries = 0;
  }

  /** A welcome or a heartbeat came. */
  heard(nowMillis, serverMillis) {
    this.lastHeartbeatAt = nowMillis;
    if (Number.isFinite(serverMillis)) this.lastServerMillis = serverMillis;
  }

  /** The whole picture is here again. */
  complete() {
    this.caughtUp = true;
    this.everCaughtUp = true;
    this.failedRetries = 0;
  }

  /** The socket closed; a try that never got through counts as failed. */
  closed() {
    if (!this.caughtUp) this.failedRetries++;
    this.caughtUp = false;
  }

  /** `connecting` only at first; then `live`, `delayed` or `lost`. */
  stateAt(nowMillis) {
    const silence = nowMillis - this.lastHeartbeatAt;
    if (silence >= LOST_MILLIS || (!this.caughtUp && this.failedRetries >= RETRIES_UNTIL_LOST)) return 'lost';
    if (!this.everCaughtUp) return 'connecting';
    return silence >= DELAYED_MILLIS || !this.caughtUp ? 'delayed' : 'live';
  }
}

/** Milliseconds to wait before try number n (from 0): 0.5 s doubling to 8 s, of which a random half. */
export function retryDelay(n, random) {
  const full = Math.min(8_000, 500 * 2 ** n);
  return full / 2 + random * full / 2;
}
