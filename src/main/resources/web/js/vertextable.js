/** The corners of a shape as a table: the way to draw without a pointer, and to the second. */

import {html, nothing} from '/lib/lit-html/lit-html.js';
import {live} from '/lib/lit-html/directives/live.js';
import {formatPosition, parsePosition} from './coord.js';
import {t} from './i18n.js';

const SHOWN = 200;

/** The path that the table shows: the outer ring without its closing corner, or the line. */
export function pathOf(shape) {
  if (shape.type === 'Point') return [shape.coordinates];
  if (shape.type === 'LineString') return shape.coordinates;
  return shape.type === 'Polygon' ? (shape.coordinates[0] ?? []).slice(0, -1) : [];
}

/** The shape with another path. */
export function withPath(shape, path) {
  if (shape.type === 'Point') return {...shape, coordinates: path[0]};
  if (shape.type === 'LineString') return {...shape, coordinates: path};
  const ring = path.length ? [...path, path[0]] : [];
  return {...shape, coordinates: [ring, ...shape.coordinates.slice(1)]};
}

/** Draws the shape of an editor, which is asked anew at each act: somebody may type faster than the page draws. */
export function vertexTable(editor) {
  const {shape} = editor;
  const path = pathOf(shape);
  const least = shape.type === 'Polygon' ? 3 : shape.type === 'LineString' ? 2 : 1;
  const change = (edit) => editor.set(withPath(editor.shape, edit(pathOf(editor.shape))));
  const set = (i, input) => {
    const place = parsePosition(input.value);
    input.setAttribute('aria-invalid', String(!place));
    if (place) change((now) => now.with(i, [place.longitude, place.latitude]));
  };
  const insert = (i) => change((now) => [...now.slice(0, i + 1), middle(now[i], now[(i + 1) % now.length]), ...now.slice(i + 1)]);
  const drop = (i) => change((now) => now.filter((_, j) => j !== i));
  return html`<table class="vertices"><tbody>${path.slice(0, SHOWN).map((p, i) => html`<tr><td class="num">${i + 1}</td>
      <td><input class="mono" aria-label=${t('shape.corner', {n: i + 1})} .value=${live(formatPosition(p[1], p[0]))} @change=${(e) => set(i, e.target)}></td>
      <td>${shape.type === 'Point' ? nothing : html`<button type="button" class="icon" title=${t('shape.insert')} aria-label=${t('shape.insert')} @click=${() => insert(i)}>+</button>
        <button type="button" class="icon" ?disabled=${path.length <= least} title=${t('shape.drop')} aria-label=${t('shape.drop')} @click=${() => drop(i)}>×</button>`}</td></tr>`)}</tbody></table>
    ${path.length > SHOWN ? html`<p class="small">${t('shape.more', {n: path.length - SHOWN})}</p>` : nothing}`;
}

const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
