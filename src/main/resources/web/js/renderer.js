/** Which way the craft's symbols are drawn: by the canvas, or by WebGL where they are many and the machine is made for it. */

/** More craft in view than these are drawn by WebGL. */
const MANY = 8_000;

/** Chooses anew at each drawing; once WebGL has failed, the canvas draws for as long as the page is open. */
export class Renderer {
  /** `wanted` is `canvas` or `webgl` where the page's address says so; then no number and no machine decides. */
  constructor(layer, wanted) {
    this.layer = layer;
    this.wanted = wanted;
    this.name = 'canvas';
    this.trouble = null;
  }

  /** WebGL, if the symbols of so many craft are its to draw now; else null. Its code is fetched when it is first needed. */
  choose(count) {
    const suits = this.wanted === 'webgl' || (this.wanted !== 'canvas' && count > MANY);
    if (suits) this.coming ??= this.fetch();
    const chosen = suits && !this.trouble ? this.webgl ?? null : null;
    this.webgl?.show(chosen !== null);
    this.name = chosen ? 'webgl' : 'canvas';
    return chosen;
  }

  async fetch() {
    try {
      const {WebglSymbols} = await import('./webglsymbols.js');
      this.webgl = WebglSymbols.begin(this.layer, this.wanted !== 'webgl', () => this.lost());
      if (!this.webgl) this.giveUp('none');
      this.layer.redraw();
    } catch {
      this.giveUp('failed');
    }
  }

  /** Draws by WebGL; false when that cannot be, and the canvas must. */
  draw(frame) {
    if (this.webgl.draw(this.layer, frame)) return true;
    this.giveUp(this.webgl.isLost ? 'lost' : 'failed');
    return false;
  }

  lost() {
    this.giveUp('lost');
    this.layer.draw(Date.now());
  }

  giveUp(trouble) {
    this.trouble = trouble;
    this.name = 'canvas';
    this.webgl?.show(false);
    this.layer.redraw();
  }
}
