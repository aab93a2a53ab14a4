/** Every word of the page comes from here, by key. */

let words = {};
let plural = new Intl.PluralRules('en');
let current = 'en';

export const LANGUAGES = ['en', 'es'];

/** Fetches a language and makes it the page's. */
export async function speak(language) {
  const answer = await fetch('/i18n/' + language + '.json');
  if (!answer.ok) throw new Error('language ' + language + ': ' + answer.status);
  words = await answer.json();
  plural = new Intl.PluralRules(language);
  current = language;
  document.documentElement.lang = language;
}

/** The language in force. */
export const language = () => current;

/** Whether a key has words. */
export const has = (key) => Object.hasOwn(words, key);

/** The words of a key with `{name}` places filled in; the key itself when there are none, so that it is seen. */
export function t(key, values) {
  const text = words[key];
  if (text === undefined) return key;
  return values ? text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole) : text;
}

/** Like `t`, choosing `key.one` or `key.other` by a count, which is the value `n`. */
export function tn(key, n, values) {
  return t(key + '.' + plural.select(n), {n, ...values});
}

/** The words of `prefix.name`, or the name made readable when nobody translated it. */
export function term(prefix, name) {
  if (name === null || name === undefined) return '—';
  const key = prefix + '.' + name;
  return has(key) ? words[key] : String(name).replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[-_]/g, ' ').toLowerCase();
}

/** The words of a key, or the watch's own English where the language has none. */
export const told = (key, english) => (has(key) ? words[key] : english);

/** A span of time in words; see time.span. */
export const say = ({key, values}) => t(key, values);
