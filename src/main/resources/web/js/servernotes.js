/** What the watch says is wrong with itself, in the reader's language: its sentences are English, and their beginnings are known. */

import {t} from './i18n.js';

/** [how it begins, message key]; what follows in brackets is told as it came. */
const KNOWN = [
  [/^journal degraded: (?<why>.*)$/s, 'servernote.journalDegraded'],
  [/^journal damaged: (?<why>.*)$/s, 'servernote.journalDamaged'],
  [/^recording degraded: the record is (?<n>\d+) s behind$/, 'servernote.recordBehind'],
  [/^recording degraded: (?<n>\d+) rows could not be kept$/, 'servernote.recordLost'],
  [/^recording degraded: (?<why>.*)$/s, 'servernote.recordDegraded'],
  [/^the clock of this machine jumped at (?<at>\S+) and is (?<n>\S+) s from the watch's: the watch follows.*$/, 'servernote.clockFollows'],
  [/^the clock of this machine jumped at (?<at>\S+) and is (?<n>\S+) s from the watch's: .*$/, 'servernote.clockGoesOn'],
  [/^coverage is not kept: (?<why>.*)$/s, 'servernote.coverage'],
  [/^no checkpoint is kept: (?<why>.*)$/s, 'servernote.checkpoint'],
  [/^proposals of before cannot be read; it was set aside as (?<file>.*)$/, 'servernote.proposals'],
  [/^contact (?<name>.+?) was not reached: (?<why>.*); given up after (?<n>\d+) tries$/s, 'servernote.contactGivenUp'],
  [/^contact (?<name>.+?) was not reached: (?<why>.*)$/s, 'servernote.contact'],
  [/^nobody was called: .*$/, 'servernote.nobodyToCall'],
  [/^the chain was last proved alive (?<at>\S+)$/, 'servernote.canaryStale'],
];

/** Told by a chip of its own. */
const TOLD_ELSEWHERE = /^the canary of /;

/** One sentence in the reader's language; one that is not known as it came. */
export function noteWords(sentence) {
  for (const [pattern, key] of KNOWN) {
    const found = pattern.exec(sentence);
    if (found) return t(key, {...found.groups});
  }
  return sentence;
}

/** The sentences for the strip. */
export const notesOf = (session) => session.notes.filter((note) => !TOLD_ELSEWHERE.test(note)).map(noteWords);
