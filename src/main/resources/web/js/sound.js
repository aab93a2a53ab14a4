/** What the watch floor hears. One sound at a time, the most urgent; four patterns and one for a lost link. */

/** Notes of a pattern: [start s, length s, hertz]. */
const PATTERNS = {
  emergency: [[0, 0.5, 960], [0.5, 0.5, 720]],
  alarm: [[0, 0.15, 1000], [0.3, 0.15, 1000], [0.6, 0.15, 1000]],
  warning: [[0, 0.18, 740], [0.35, 0.18, 740]],
  lost: [[0, 0.35, 520], [0.35, 0.35, 390]],
  test: [[0, 0.15, 660], [0.2, 0.25, 880]],
};
const AGAIN_MILLIS = {emergency: 1_000, alarm: 7_000, lost: 10_000};
const QUIET_MILLIS = 10_000;
const LOUDNESS = 0.25;
const LOGGED = 500;

/** The speaker; a browser lets it speak only after somebody has clicked somewhere. */
export class Sound {
  constructor(changed) {
    this.changed = changed;
    this.ringing = null;
    this.lost = false;
    this.lastAt = {};
    this.played = 0;
    this.log = [];
    this.isFlood = false;
    setInterval(() => this.ring(Date.now()), 250);
  }

  /** `running`, `suspended` or `none`. */
  state() {
    return this.context ? this.context.state : 'none';
  }

  /** Tries to get the right to speak; call from a click or key. */
  unlock() {
    if (!this.context && window.AudioContext) {
      this.context = new AudioContext();
      this.context.onstatechange = () => this.changed();
    }
    if (this.context?.state === 'suspended') this.context.resume().catch(() => {});
    this.changed();
  }

  /** The most urgent priority that rings, and alerts that are new: a new warning sounds once. */
  hear(ringing, fresh) {
    this.ringing = ringing === 'warning' ? null : ringing;
    const warned = fresh.some((a) => a.priority === 'warning' && a.state === 'active-unacknowledged');
    if (warned && !this.ringing) this.once('warning', Date.now());
    this.ring(Date.now());
  }

  /** The link is lost (true) or the officer has heard so (false). */
  setLost(lost) {
    this.lost = lost;
    this.ring(Date.now());
  }

  ring(now) {
    const pattern = this.ringing ?? (this.lost ? 'lost' : null);
    if (pattern && now - (this.lastAt[pattern] ?? 0) >= this.again(pattern)) this.play(pattern, now);
  }

  /** How long until a pattern is heard again; in a flood each but the emergency's is heard more seldom. */
  again(pattern) {
    const usual = AGAIN_MILLIS[pattern];
    return this.isFlood && pattern !== 'emergency' ? Math.max(usual, QUIET_MILLIS) : usual;
  }

  once(pattern, now = Date.now()) {
    if (now - (this.lastAt[pattern] ?? 0) >= QUIET_MILLIS) this.play(pattern, now);
  }

  /** Plays a pattern now, if the browser lets us. */
  play(pattern, now = Date.now()) {
    this.lastAt[pattern] = now;
    if (this.state() !== 'running') return;
    this.played++;
    this.log.push({pattern, at: now});
    if (this.log.length > LOGGED) this.log.shift();
    for (const [start, length, hertz] of PATTERNS[pattern]) this.note(this.context.currentTime + 0.02 + start, length, hertz);
  }

  note(at, length, hertz) {
    const tone = this.context.createOscillator();
    const gain = this.context.createGain();
    tone.frequency.value = hertz;
    tone.type = 'triangle';
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.015);
    gain.gain.setValueAtTime(LOUDNESS, at + length - 0.03);
    gain.gain.linearRampToValueAtTime(0, at + length);
    tone.connect(gain).connect(this.context.destination);
    tone.start(at);
    tone.stop(at + length);
  }
}
