/** Keeps a websocket to the watch open and hands what comes to a Session. */

import {LOST_MILLIS, retryDelay} from './link.js';

const BEHIND_LIMIT = 3;

/** One connection that is made again for ever until `stop`. */
export class WatchSocket {
  constructor(path, session, acknowledgement) {
    this.path = path;
    this.session = session;
    this.acknowledgement = acknowledgement;
    this.tries = 0;
    this.behind = 0;
    this.stopped = false;
  }

  /** Opens the socket now. */
  start() {
    clearTimeout(this.timer);
    this.stopped = false;
    const url = location.origin.replace(/^http/, 'ws') + this.path;
    const socket = new WebSocket(url, 'keelbill.v1');
    this.socket = socket;
    this.openedAt = Date.now();
    socket.onopen = () => socket.send(JSON.stringify(this.session.hello()));
    socket.onmessage = (event) => this.receive(socket, event.data);
    socket.onclose = (event) => this.closed(socket, event);
  }

  receive(socket, text) {
    if (socket !== this.socket) return;
    const message = JSON.parse(text);
    const now = Date.now();
    const wish = this.session.receive(message, now);
    if (message.type === 'welcome') this.tries = 0;
    if (message.type === 'hb') {
      socket.send(JSON.stringify({type: 'hbAck', ...this.acknowledgement()}));
      this.behind = wish === 'behind' ? this.behind + 1 : 0;
    }
    if (wish === 'resume' || this.behind >= BEHIND_LIMIT) this.again();
  }

  closed(socket, event) {
    if (socket !== this.socket || this.stopped) return;
    this.session.link.closed();
    this.session.changed('link', {code: event.code});
    this.timer = setTimeout(() => this.start(), retryDelay(this.tries++, Math.random()));
  }

  /** Drops a connection that is silent or has a hole, and opens another. */
  again() {
    this.behind = 0;
    const old = this.socket;
    this.closed(old, {code: 0});
    this.socket = null;
    old.close();
  }

  /** Called each second: a socket that is open but silent is a dead one. */
  look(nowMillis) {
    const silent = nowMillis - Math.max(this.session.link.lastHeartbeatAt, this.openedAt) >= LOST_MILLIS;
    if (this.socket && silent && this.socket.readyState <= 1) this.again();
  }

  /** Ends it. */
  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    this.socket?.close(1000);
  }
}
