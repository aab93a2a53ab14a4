/** What to say when the watch refuses a change. */

import {Problem} from './api.js';
import {t} from './i18n.js';

/** The message: its tone, its words, and what is wrong where. */
export function refusal(problem) {
  if (!(problem instanceof Problem)) return {tone: 'bad', text: problem.message};
  if (problem.status === 412) return {tone: 'bad', text: t('fences.stale')};
  return {tone: 'bad', text: problem.message, errors: problem.problem?.errors};
}
