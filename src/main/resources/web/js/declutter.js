/** Which labels can be shown where, so that none covers another. Greedy, by rank; a label keeps its side if it can. */

const CELL = 64;
const GAP = 7;

/** Where a label may stand around its symbol, in the order tried, by its size and its distance g. */
const SIDES = [
  (w, h, g) => [g, -h / 2], // right
  (w, h, g) => [-w - g, -h / 2], // left
  (w, h, g) => [-w / 2, -h - g], // above
  (w, h, g) => [-w / 2, g], // below
  (w, h, g) => [g, -h - 3], // right above
  (w, h, g) => [g, 3], // right below
  (w, h, g) => [-w - g, -h - 3], // left above
  (w, h, g) => [-w - g, 3], // left below
];
const CENTRE = [(w, h) => [-w / 2, -h / 2]];

/** Boxes already taken, in a grid of cells. */
export class Taken {
  constructor() {
    this.cells = new Map();
  }

  /** Takes a box `[x0, y0, x1, y1]`. */
  add(box) {
    this.each(box, (key) => {
      const list = this.cells.get(key);
      if (list) list.push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }

  /** Whether any taken box touches this one. */
  hits(box) {
    return this.each(box, (key) => (this.cells.get(key) ?? []).some((other) => overlaps(box, other)));
  }

  each([x0, y0, x1, y1], visit) {
    for (let cx = Math.floor(x0 / CELL); cx <= Math.floor(x1 / CELL); cx++) {
      for (let cy = Math.floor(y0 / CELL); cy <= Math.floor(y1 / CELL); cy++) {
        if (visit(cx * 65_536 + cy)) return true;
      }
    }
    return false;
  }
}

/** Whether two boxes share more than an edge. */
export function overlaps(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/**
 * Places labels, best rank first.
 *
 * @param wanted list of {x, y, w, h, rank, side, gap, covers, centred} in pixels; `side` is where it stood last, or undefined;
 *     `covers` when it may lie over symbols; `centred` when it has no symbol to stand beside
 * @param limit how many at most
 * @param symbols Taken boxes of symbols that labels should not cover
 * @param bounds [width, height] of the picture
 * @returns the ones that found a place, each with `box` and `side`
 */
export function declutter(wanted, limit, symbols, [width, height], labels = new Taken()) {
  const placed = [];
  wanted.sort((a, b) => b.rank - a.rank);
  for (const label of wanted) {
    if (placed.length >= limit) break;
    if (place(label, labels, symbols, width, height)) {
      labels.add(label.box);
      placed.push(label);
    }
  }
  return placed;
}

function place(label, labels, symbols, width, height) {
  const sides = label.centred ? CENTRE : SIDES;
  const first = label.side ?? 0;
  for (let i = 0; i < sides.length; i++) {
    const side = i === 0 ? first : i <= first ? i - 1 : i;
    const [dx, dy] = sides[side](label.w, label.h, label.gap ?? GAP);
    const box = [label.x + dx, label.y + dy, label.x + dx + label.w, label.y + dy + label.h];
    if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height) continue;
    if (labels.hits(box) || (!label.covers && symbols.hits(box))) continue;
    label.box = box;
    label.side = side;
    return true;
  }
  return false;
}
