/** The name of a country or territory in the page's language; the browser knows them, without asking anybody. */

import {has, language, t} from './i18n.js';

let names = null;
let spoken = null;

/** The name of an ISO 3166-1 code; words of our own where ISO has no such code, the code itself where nobody knows it. */
export function countryName(code) {
  if (!code) return null;
  if (has('country.' + code)) return t('country.' + code);
  if (spoken !== language()) {
    names = new Intl.DisplayNames([language()], {type: 'region'});
    spoken = language();
  }
  return names.of(code);
}
