/** The watch's REST interface. A refusal comes back as a Problem with the watch's own words. */

import {told} from './i18n.js';

/** An answer with the faults that it lists in the reader's language. */
export const readable = (body) => (Array.isArray(body?.errors) ? {...body, errors: body.errors.map((e) => ({...e, detail: told(e.detail)}))} : body);

/** What the watch answered instead of doing it; `problem` is its RFC 9457 document, in the reader's language where that has the words. */
export class Problem extends Error {
  constructor(status, problem, etag) {
    super(told(problem.detail || problem.title) || 'HTTP ' + status);
    this.status = status;
    this.problem = readable(problem);
    this.etag = etag;
  }
}

let guard = null;
let refused = () => {};

/** The session's own mark, which goes with each act beside the cookie. */
export const setGuard = (mark) => { guard = mark ?? null; };

/** Whoever wants to know that an act was refused for want of a session (401) or a password (423). */
export const whenRefused = (listener) => { refused = listener; };

/** Fetches with the session's mark: for what `ask` cannot send. */
export async function send(path, options) {
  const answer = await fetch(path, {...options, headers: {...options.headers, ...(guard ? {'X-Keelbill-Guard': guard} : {})}});
  if (answer.status === 401 || answer.status === 423) refused(answer.status);
  return answer;
}

/** Asks; resolves to `{body, etag, status}`. */
export async function ask(method, path, body, headers = {}) {
  const options = {method, headers: {Accept: 'application/json', ...headers}, signal: AbortSignal.timeout(15_000)};
  if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers['Content-Type'] = 'application/json';
  }
  const answer = await send(path, options);
  const text = await answer.text();
  const parsed = readJson(text);
  const etag = answer.headers.get('ETag');
  if (!answer.ok) throw refusal(answer, parsed ?? {title: text.slice(0, 200)}, etag);
  return {body: readable(parsed), etag, status: answer.status};
}

function refusal(answer, problem, etag) {
  const refusal = new Problem(answer.status, problem, etag);
  refusal.retryAfter = Number(answer.headers.get('Retry-After')) || undefined;
  return refusal;
}

function readJson(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

export const get = (path) => ask('GET', path);
export const post = (path, body) => ask('POST', path, body);
export const put = (path, body, etag) => ask('PUT', path, body, {'If-Match': etag});
export const patch = (path, body) => ask('PATCH', path, body);
export const remove = (path) => ask('DELETE', path);

/** A track or alert id as a path segment. */
export const segment = encodeURIComponent;
