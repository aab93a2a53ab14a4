/** The symbols, drawn north up in a box of 24 around 0,0. What is inside a hull tells the class, not its colour. */

export const SHAPES = ['cargo', 'tanker', 'passenger', 'fishing', 'high-speed', 'pleasure', 'tug', 'pilot', 'law', 'sar', 'dive', 'other',
  'round', 'own', 'radar', 'sighting', 'detection', 'aid', 'base', 'beacon', 'jet', 'prop', 'helicopter', 'glider', 'drone', 'aircraft', 'sar-aircraft', 'air-round'];

const INDEX = new Map(SHAPES.map((name, i) => [name, i]));

/** The index of a kind's shape; a kind this page does not know is an `other` vessel. */
export const shapeIndex = (name) => INDEX.get(name) ?? INDEX.get('other');

const ROTATING = new Set(['cargo', 'tanker', 'passenger', 'fishing', 'high-speed', 'pleasure', 'tug', 'pilot', 'law', 'sar', 'dive',
  'other', 'jet', 'prop', 'helicopter', 'glider', 'drone', 'aircraft', 'sar-aircraft'].map(shapeIndex));

/** Whether the symbol turns with the heading. */
export const turns = (index) => ROTATING.has(index);

/** The palette token of a shape's colour. */
export function tokenOf(index) {
  const name = SHAPES[index];
  if (index >= INDEX.get('jet')) return 'aircraft';
  if (name === 'own') return 'own';
  if (name === 'radar' || name === 'sighting' || name === 'detection') return 'unknown';
  if (name === 'aid' || name === 'base') return 'text-2';
  return name === 'beacon' ? 'emergency-line' : 'vessel';
}

/** The outlines that are filled. */
const BODY = {
  cargo: [[0, -10.5], [4, -5], [4, 9], [-4, 9], [-4, -5]],
  tanker: [[0, -10.5], [4, -5], [4, 9], [-4, 9], [-4, -5]],
  passenger: [[0, -10.5], [3, -7], [4.5, -2], [4.5, 7], [3, 9.5], [-3, 9.5], [-4.5, 7], [-4.5, -2], [-3, -7]],
  fishing: [[0, -8.5], [5, 6.5], [-5, 6.5]],
  'high-speed': [[0, -11.5], [4.6, 9], [0, 5], [-4.6, 9]],
  pleasure: [[0, -8.5], [3.8, 6], [0, 4], [-3.8, 6]],
  tug: [[0, -7.5], [4.5, -2.5], [4.5, 6.5], [-4.5, 6.5], [-4.5, -2.5]],
  pilot: [[0, -9.5], [5.2, 7], [-5.2, 7]],
  law: [[0, -10], [4.6, -3], [4.6, 8], [-4.6, 8], [-4.6, -3]],
  sar: [[0, -10], [4.8, -3], [4.8, 8], [-4.8, 8], [-4.8, -3]],
  dive: [[0, -9], [5.2, 6.5], [-5.2, 6.5]],
  other: [[0, -9], [5, 7], [-5, 7]],
  aid: [[0, -6.5], [6.5, 0], [0, 6.5], [-6.5, 0]],
  sighting: [[-9, 0], [-4.5, -4.4], [0, -5.6], [4.5, -4.4], [9, 0], [4.5, 4.4], [0, 5.6], [-4.5, 4.4]],
  detection: [[-4, -7], [4, -7], [7, 0], [4, 7], [-4, 7], [-7, 0]],
  base: [[-5, -5], [5, -5], [5, 5], [-5, 5]],
  jet: mirrored([0, -11.5], [1.5, -7.5], [1.6, -3], [10.5, 4], [10.5, 6], [1.6, 3.2], [1.1, 7.5], [4.4, 10], [4.4, 11.5], [0, 10.4]),
  prop: mirrored([0, -9.5], [1.6, -6.5], [1.6, -4], [10.5, -3.4], [10.5, -0.4], [1.6, 0.6], [1, 6.4], [4.4, 7.4], [4.4, 9.4], [0, 8.8]),
  aircraft: mirrored([0, -10.5], [1.6, -7], [1.6, -3.4], [10, 1], [10, 3.4], [1.6, 1.8], [1, 7], [4, 8.6], [4, 10.2], [0, 9.4]),
  helicopter: mirrored([0, -7], [2.6, -5], [3, -1], [1.6, 3], [0.8, 4], [0.8, 9], [2.8, 9.4], [2.8, 10.8], [0, 10.8]),
  glider: mirrored([0, -8], [1, -6], [1, -2.6], [11.5, -1.6], [11.5, 0], [1, 0], [0.6, 7], [3.4, 7.6], [3.4, 9], [0, 8.6]),
  drone: mirrored([0, -8.5], [1.4, -6], [1.4, -1.4], [10.5, 0.6], [10.5, 2.4], [1.4, 2], [1.2, 5.4], [4.8, 10], [2.8, 10.4], [0, 7]),
};

BODY['sar-aircraft'] = BODY.aircraft;

function mirrored(...right) {
  return right.concat(right.filter(([x]) => x > 0).reverse().map(([x, y]) => [-x, y]));
}

/** What is cut out of a solid body: lines of width 1.8. */
const CUT = {
  tanker: [[[-4, -2], [4, -2]], [[-4, 3], [4, 3]]],
  passenger: [[[0, -5], [0, 7]]],
  fishing: [[[-5, 2.6], [5, 2.6]]],
  tug: [[[0, -1], [0, 4.5]], [[-2.5, 1.7], [2.5, 1.7]]],
  law: [[[-4.6, 3], [4.6, -2]]],
  sar: [[[0, -3], [0, 6]], [[-3, 1.5], [3, 1.5]]],
  dive: [[[-4, 6], [2, -2]]],
  'sar-aircraft': [[[0, -5], [0, 5]], [[-5, 0], [5, 0]]],
};

/** Traces a shape's outline into the path of a context. */
export function outline(ctx, index) {
  const name = SHAPES[index];
  ctx.beginPath();
  if (BODY[name]) {
    BODY[name].forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
  } else {
    ctx.arc(0, 0, {round: 4.6, 'air-round': 4.6, radar: 5, own: 7.5, beacon: 7.5}[name], 0, 2 * Math.PI);
  }
}

/** Cuts the class mark out of a body that has just been filled. */
export function cutOut(ctx, index) {
  const lines = CUT[SHAPES[index]];
  const round = SHAPES[index] === 'pilot';
  if (!lines && !round) return;
  ctx.save();
  ctx.globalCompositeOperation = 'destination-out';
  ctx.lineWidth = 1.8;
  ctx.beginPath();
  if (round) ctx.arc(0, 3, 2.2, 0, 2 * Math.PI);
  for (const [[x0, y0], [x1, y1]] of lines ?? []) {
    ctx.moveTo(x0, y0);
    ctx.lineTo(x1, y1);
  }
  if (round) ctx.fill();
  else ctx.stroke();
  ctx.restore();
}

/** Strokes that stand on top of a body: rotors, propellers, the second ring of an own unit, a beacon's cross. */
export function details(ctx, index) {
  const name = SHAPES[index];
  ctx.beginPath();
  if (name === 'own') ctx.arc(0, 0, 3.6, 0, 2 * Math.PI);
  if (name === 'beacon') cross(ctx, 7.5);
  if (name === 'sighting') ctx.arc(0, 0, 2, 0, 2 * Math.PI);
  if (name === 'detection') cross(ctx, 3);
  if (name === 'prop') line(ctx, -3.4, -9.8, 3.4, -9.8);
  if (name === 'helicopter') cross(ctx, 7, 0.7, -2);
  ctx.stroke();
}

function cross(ctx, r, turn = 0, y = 0) {
  const c = turn ? r * 0.8 : 0;
  line(ctx, -(c || r), y - c, c || r, y + c);
  line(ctx, turn ? c : 0, turn ? y - c : -r, turn ? -c : 0, turn ? y + c : r);
}

function line(ctx, x0, y0, x1, y1) {
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
}

/** Symbols that are always drawn as outlines. */
export const isOutline = (index) => ['own', 'radar', 'sighting', 'detection', 'aid', 'base', 'beacon'].includes(SHAPES[index]);
