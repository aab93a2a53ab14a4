/** Several craft at once: picking them, showing them alone, craft of State alone, and times along trails. Mixed into App by main. */

import {t} from './i18n.js';

export const pickActs = {
  /** `M`: each click takes a craft to those picked or puts it back, until `M` again. */
  togglePicking() {
    this.picking = !this.picking;
    if (!this.picking) this.scene.picked.clear();
    else if (this.selectedId) this.scene.picked.add(this.selectedId);
    this.toast(t(this.picking ? 'picked.on' : 'picked.off'), 'plain', 'picked');
    this.pickedChanged();
  },

  /** Picks one craft, or puts it back; its past is fetched, so that its trail is whole. */
  pick(id) {
    if (!this.scene.picked.delete(id)) {
      this.scene.picked.add(id);
      const {session} = this.scene;
      const slot = session.tracks.find(id);
      if (session === this.live && slot >= 0) {
        this.points(id).then((points) => session.trails.fill(id, session.tracks.rows[slot]?.domain, points)).catch(() => null);
      }
    }
    this.pickedChanged();
  },

  pickedChanged() {
    if (this.filters.only) this.filters.only = this.alone();
    this.layer.redraw();
    this.refresh('filters', 'second');
  },

  alone() {
    return new Set([...this.scene.picked, ...(this.selectedId ? [this.selectedId] : [])]);
  },

  /** `Shift+I`: shows what is selected or picked, with what has an alert or is ours, and nothing else. */
  toggleIsolate() {
    const only = this.alone();
    if (!this.filters.only && !only.size) return this.toast(t('picked.none'), 'plain', 'picked');
    this.filters.only = this.filters.only ? null : only;
    this.layer.redraw();
    this.refresh('filters');
    return undefined;
  },

  /** `U`: craft of State alone. */
  toggleState() {
    this.filters.stateOnly = !this.filters.stateOnly;
    this.layer.redraw();
    this.refresh('filters');
  },

  /** `K`: times along the trails of what is selected or picked. */
  toggleTimes() {
    this.scene.times = !this.scene.times;
    this.toast(t(this.scene.times ? 'times.on' : 'times.off'), 'plain', 'times');
    this.layer.redraw();
  },
};
