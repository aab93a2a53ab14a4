/** What a fence says of itself, as fields: their kinds, limits and what they are called. */

import {PRIORITIES} from './alerts.js';
import {t} from './i18n.js';

const HOURS = '([01]\\d|2[0-3]):[0-5]\\d';
export const KINDS = ['restricted', 'monitored', 'marine-reserve-core', 'reef-passage', 'landing-watch', 'strip-watch', 'border'];
const APPLIES_TO = ['any', 'vessel', 'aircraft'];

/** All of them in the order of the form: [name, input type, more]. */
export const FIELDS = [
  ['name', 'text', {maxlength: 120, required: true}],
  ['kind', 'choice', {choices: KINDS, words: (k) => t('fenceKind.' + k)}],
  ['priority', 'choice', {choices: PRIORITIES, words: (p) => t('priority.' + p)}],
  ['appliesTo', 'choice', {choices: APPLIES_TO, words: (a) => t('appliesTo.' + a)}],
  ['activeFrom', 'text', {placeholder: 'fences.asHours', pattern: HOURS}],
  ['activeTo', 'text', {placeholder: 'fences.asHours', pattern: HOURS}],
  ['floorFeet', 'number', {min: -2000, max: 200_000}],
  ['ceilingFeet', 'number', {min: -2000, max: 200_000}],
  ['minSpeedKnots', 'number', {min: 0, max: 1000}],
  ['maxSpeedKnots', 'number', {min: 0, max: 1000}],
  ['dwellSeconds', 'number', {min: 0, max: 86_400}],
  ['validFrom', 'text', {placeholder: 'fences.asMoment'}],
  ['validUntil', 'text', {placeholder: 'fences.asMoment'}],
  ['reason', 'words', {maxlength: 500}],
];

const NUMBERS = new Set(FIELDS.filter(([, type]) => type === 'number').map(([name]) => name));
const DEFAULTS = {priority: 'caution', appliesTo: 'any', kind: 'monitored'};

/** The fields of a fence's properties, as texts. */
export function fieldsOf(properties) {
  return Object.fromEntries(FIELDS.map(([name]) => [name, String(properties[name] ?? DEFAULTS[name] ?? '')]));
}

/** The properties that fields stand for; what is empty is not said. */
export function propertiesOf(fields) {
  return Object.fromEntries(FIELDS.map(([name]) => [name, fields[name] === '' ? null : NUMBERS.has(name) ? Number(fields[name]) : fields[name]]));
}

/** What a field is called on the page. */
export const wordsOf = (name) => t('fenceField.' + name);

/** A fence's id, wherever its file put it. */
export const idOf = (feature) => feature.properties?.id ?? feature.id;

/** An id that nobody has: the name, and the moment. */
export function newId(name) {
  const plainName = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  return (plainName || 'fence') + '-' + Date.now().toString(36);
}
