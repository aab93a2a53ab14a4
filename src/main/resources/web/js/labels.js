/** Label pictures: text is drawn once with its rim and then copied, which is what makes 200 of them cheap. */

const MOST = 1500;
const FAMILY = '"Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif';

/** Font size, weight, colour token and box of each style. */
const STYLES = {
  rest: {size: 11, weight: 400, token: 'text'},
  air: {size: 11, weight: 400, token: 'text'},
  strong: {size: 12, weight: 600, token: 'text', plate: 'border'},
  own: {size: 11, weight: 600, token: 'own'},
  emergency: {size: 12, weight: 600, token: 'text', plate: 'emergency-line'},
  alarm: {size: 12, weight: 600, token: 'text', plate: 'alarm-line'},
  warning: {size: 12, weight: 600, token: 'text', plate: 'warning-line'},
  caution: {size: 12, weight: 600, token: 'text', plate: 'caution-line'},
  city: {size: 12.5, weight: 600, token: 'text-2', rim: 'land'},
  town: {size: 11, weight: 400, token: 'text-2', rim: 'land'},
  caye: {size: 11, weight: 400, token: 'text-2'},
  sea: {size: 11, weight: 400, italic: true, token: 'text-2'},
  aerodrome: {size: 10.5, weight: 400, token: 'text-2', rim: 'land'},
  fence: {size: 10.5, weight: 400, italic: true, token: 'fence'},
};

/** Pictures of labels for one palette and pixel ratio. */
export class Labels {
  constructor(colours, ratio) {
    this.colours = colours;
    this.ratio = ratio;
    this.pictures = new Map();
    this.measure = new OffscreenCanvas(1, 1).getContext('2d');
  }

  /** The picture `{bitmap, w, h}` (CSS pixels) of up to three lines in a style. */
  of(style, lines) {
    const key = style + '\n' + lines.join('\n');
    let picture = this.pictures.get(key);
    if (picture) return picture;
    if (this.pictures.size > MOST) this.forgetOldest();
    picture = this.make(STYLES[style], lines);
    this.pictures.set(key, picture);
    return picture;
  }

  forgetOldest() {
    let n = MOST / 2;
    for (const key of this.pictures.keys()) {
      if (n-- <= 0) break;
      this.pictures.delete(key);
    }
  }

  make(style, lines) {
    const font = (style.italic ? 'italic ' : '') + style.weight + ' ' + style.size + 'px ' + FAMILY;
    this.measure.font = font;
    const pad = style.plate ? 4 : 2;
    const lineHeight = Math.round(style.size * 1.2);
    const w = Math.ceil(Math.max(...lines.map((line) => this.measure.measureText(line).width))) + 2 * pad;
    const h = lineHeight * lines.length + 2 * (style.plate ? 2 : 1);
    const canvas = new OffscreenCanvas(Math.ceil(w * this.ratio), Math.ceil(h * this.ratio));
    const ctx = canvas.getContext('2d');
    ctx.scale(this.ratio, this.ratio);
    if (style.plate) this.plate(ctx, style, w, h);
    this.write(ctx, style, lines, font, pad, lineHeight);
    return {bitmap: canvas.transferToImageBitmap(), w, h};
  }

  plate(ctx, style, w, h) {
    ctx.fillStyle = this.colours.panel;
    ctx.globalAlpha = 0.9;
    ctx.fillRect(0, 0, w, h);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = this.colours[style.plate];
    ctx.lineWidth = 1;
    ctx.strokeRect(0.5, 0.5, w - 1, h - 1);
  }

  write(ctx, style, lines, font, pad, lineHeight) {
    ctx.font = font;
    ctx.textBaseline = 'middle';
    ctx.lineJoin = 'round';
    lines.forEach((line, i) => {
      const y = (style.plate ? 2 : 1) + lineHeight * (i + 0.5) + 0.5;
      if (!style.plate) {
        ctx.strokeStyle = this.colours[style.rim ?? 'water'];
        ctx.globalAlpha = 0.8;
        ctx.lineWidth = 3;
        ctx.strokeText(line, pad, y);
        ctx.globalAlpha = 1;
      }
      ctx.fillStyle = this.colours[i === 0 ? style.token : 'text-2'];
      ctx.fillText(line, pad, y);
    });
  }
}
