/** The watch's REST interface. A refusal comes back as a Problem with the watch's own words. */

/** What the watch answered instead of doing it; `problem` is its RFC 9457 document. */
export class Problem extends Error {
  constructor(status, problem, etag) {
    super(problem.detail || problem.title || 'HTTP ' + status);
    this.status = status;
    this.problem = problem;
    this.etag = etag;
  }
}

/** Asks; resolves to `{body, etag, status}`. */
export async function ask(method, path, body, headers = {}) {
  const options = {method, headers: {Accept: 'application/json', ...headers}, signal: AbortSignal.timeout(15_000)};
  if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers['Content-Type'] = 'application/json';
  }
  const answer = await fetch(path, options);
  const text = await answer.text();
  const parsed = readJson(text);
  const etag = answer.headers.get('ETag');
  if (!answer.ok) throw new Problem(answer.status, parsed ?? {title: text.slice(0, 200)}, etag);
  return {body: parsed, etag, status: answer.status};
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
