/**
 * Symbol pictures: each symbol in each state and each of 72 directions is drawn once, then only copied. Each is a
 * bitmap of its own: bitmaps never change, so the browser need not look whether they did each time one is copied.
 */

import {cutOut, details, isOutline, outline, SHAPES, tokenOf} from './shapes.js';

export const VARIANT = {SOLID: 0, CLASS_B: 1, MOORED: 2, STALE: 3, LOST: 4, TENTATIVE: 5, NOT_OURS: 6, UNEXPLAINED: 7};
const VARIANTS = 8;
/** Small: what lies still, and aircraft whose plans are not ours to hold. */
const SCALE = {[VARIANT.MOORED]: 0.72, [VARIANT.NOT_OURS]: 0.85};
const TURNS = 72;
const SIZE = 30;
const HOLLOW = new Set([VARIANT.STALE, VARIANT.LOST, VARIANT.TENTATIVE, VARIANT.NOT_OURS]);

/** Sprites for one palette and one pixel ratio. */
export class Sprites {
  constructor(colours, ratio) {
    this.colours = colours;
    this.ratio = ratio;
    this.side = Math.ceil(SIZE * ratio);
    this.pictures = new Array(SHAPES.length * VARIANTS * TURNS);
  }

  /** The key of a symbol; `degrees` NaN for one that does not turn. */
  static key(shape, variant, degrees) {
    const turn = Number.isFinite(degrees) ? Math.round(degrees / 5) % TURNS : 0;
    return (shape * VARIANTS + variant) * TURNS + (turn < 0 ? turn + TURNS : turn);
  }

  /** Copies a symbol so that it is centred on x, y (device pixels). */
  draw(ctx, key, x, y) {
    const half = this.side / 2;
    ctx.drawImage(this.picture(key), Math.round(x - half), Math.round(y - half));
  }

  /** The picture of a symbol, `side` device pixels a side. */
  picture(key) {
    return this.pictures[key] ?? this.make(key);
  }

  make(key) {
    const turn = key % TURNS;
    const variant = Math.floor(key / TURNS) % VARIANTS;
    const shape = Math.floor(key / TURNS / VARIANTS);
    const canvas = new OffscreenCanvas(this.side, this.side);
    this.paint(canvas.getContext('2d'), shape, variant, turn * 5);
    this.pictures[key] = canvas.transferToImageBitmap();
    return this.pictures[key];
  }

  paint(ctx, shape, variant, degrees) {
    const scale = this.ratio * (SCALE[variant] ?? 1);
    ctx.translate(this.side / 2, this.side / 2);
    ctx.rotate(degrees * Math.PI / 180);
    ctx.scale(scale, scale);
    ctx.lineJoin = 'round';
    const faded = variant === VARIANT.STALE || variant === VARIANT.LOST;
    const colour = this.colours[faded ? 'stale' : variant === VARIANT.UNEXPLAINED ? 'warning-line' : tokenOf(shape)];
    this.halo(ctx, shape);
    this.body(ctx, shape, variant, colour);
    if (variant === VARIANT.LOST) this.crossOut(ctx, colour, degrees);
  }

  /** A rim in the colour of water keeps neighbours apart. */
  halo(ctx, shape) {
    outline(ctx, shape);
    ctx.strokeStyle = this.colours.water;
    ctx.lineWidth = 3.4;
    ctx.globalAlpha = 0.85;
    ctx.stroke();
    ctx.globalAlpha = 1;
  }

  body(ctx, shape, variant, colour) {
    const hollow = isOutline(shape) || HOLLOW.has(variant);
    ctx.fillStyle = hollow ? this.colours.water : colour;
    ctx.strokeStyle = colour;
    outline(ctx, shape);
    ctx.fill();
    if (variant === VARIANT.CLASS_B && !hollow) this.hollowCentre(ctx, shape);
    else if (!hollow && variant !== VARIANT.MOORED) cutOut(ctx, shape);
    ctx.lineWidth = hollow ? 1.7 : 0.8;
    if (variant === VARIANT.TENTATIVE) ctx.setLineDash([2.2, 2.2]);
    outline(ctx, shape);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.lineWidth = 1.5;
    details(ctx, shape);
    if (variant === VARIANT.MOORED) this.dot(ctx);
  }

  hollowCentre(ctx, shape) {
    ctx.save();
    ctx.scale(0.5, 0.5);
    ctx.translate(0, 2);
    outline(ctx, shape);
    ctx.fillStyle = this.colours.water;
    ctx.fill();
    ctx.restore();
  }

  dot(ctx) {
    ctx.beginPath();
    ctx.arc(0, 1, 2, 0, 2 * Math.PI);
    ctx.fillStyle = this.colours.water;
    ctx.fill();
  }

  crossOut(ctx, colour, degrees) {
    ctx.rotate(-degrees * Math.PI / 180);
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.6;
    ctx.beginPath();
    ctx.moveTo(-9, -9);
    ctx.lineTo(9, 9);
    ctx.moveTo(9, -9);
    ctx.lineTo(-9, 9);
    ctx.stroke();
  }
}
