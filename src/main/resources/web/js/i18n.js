/** Every word of the page comes from here, by key. */

let words = {};
let plural = new Intl.PluralRules('en');
let current = 'en';
let sentences = [];

const LONGEST_SENTENCE = 400;

export const LANGUAGES = ['en', 'es'];

/** Fetches a language and makes it the page's. */
export async function speak(language) {
  const answer = await fetch('/i18n/' + language + '.json');
  if (!answer.ok) throw new Error('language ' + language + ': ' + answer.status);
  words = await answer.json();
  plural = new Intl.PluralRules(language);
  current = language;
  sentences = sentencesOf(words);
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
export const wordsOr = (key, english) => (has(key) ? words[key] : english);

/** A sentence that the watch said in English, in the language in force if that has it: by itself, or by one with `{places}` for what differs, which are said so too. */
export function told(english) {
  if (!english || english.length > LONGEST_SENTENCE || !sentences.length) return english;
  if (has('told.' + english)) return words['told.' + english];
  for (const {key, pattern} of sentences) {
    const found = pattern.exec(english);
    if (found) return t(key, Object.fromEntries(Object.entries(found.groups).map(([name, value]) => [name, told(value)])));
  }
  return english;
}

/** Pieces of a sentence that the watch said in English, each with its places, in the language in force; what stands in a place is said too if it is a word of the place's name. */
export const worded = (pieces) => pieces.map(({words: text, values}) => {
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wordsOr(name + '.' + value, value)]));
  return wordsOr('worded.' + text, text).replace(/\{(\w+)\}/g, (whole, name) => said[name] ?? whole);
}).join('');

/** Sentences with places, the longest first: what says most of itself fits best. */
function sentencesOf(language) {
  return Object.keys(language).filter((key) => key.startsWith('told.') && key.includes('{')).sort((a, b) => b.length - a.length).map((key) => ({key, pattern: patternOf(key.slice('told.'.length))}));
}

function patternOf(sentence) {
  const literal = sentence.replaceAll(/[.*+?^$|()[\]\\]/g, '\\$&');
  return new RegExp('^' + literal.replaceAll(/\{(\w+)}/g, '(?<$1>.+?)') + '$');
}

/** A span of time in words; see time.span. */
export const say = ({key, values}) => t(key, values);
