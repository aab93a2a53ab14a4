/** A screen whose code is fetched once the picture stands, or when somebody opens it before. */

import {html, render} from '/lib/lit-html/lit-html.js';
import {t} from './i18n.js';

const ONCE_THE_PICTURE_STANDS_MILLIS = 15_000;

/** Stands for a view with load(), draw() and close(). */
export class Later {
  /** How it is fetched, and where it will be drawn; `changed` is called when there is something to draw. */
  constructor(fetch, element, changed) {
    this.fetch = fetch;
    this.element = element;
    this.changed = changed;
    setTimeout(() => this.ready().catch(() => undefined), ONCE_THE_PICTURE_STANDS_MILLIS);
  }

  /** The view itself. What failed is tried again the next time. */
  ready() {
    this.coming ??= this.fetch().then((view) => this.came(view), (problem) => this.failed(problem));
    return this.coming;
  }

  came(view) {
    this.view = view;
    this.problem = null;
    return view;
  }

  failed(problem) {
    this.coming = null;
    this.problem = problem.message;
    this.changed();
    throw problem;
  }

  async load() {
    // What went wrong is written where the screen would be.
    const view = await this.ready().catch(() => null);
    await view?.load();
    this.changed();
  }

  draw() {
    if (this.view) this.view.draw();
    else render(html`<p class="empty">${this.problem ?? t('loading')}</p>`, this.element);
  }

  close() {
    return this.view?.close() ?? false;
  }
}
