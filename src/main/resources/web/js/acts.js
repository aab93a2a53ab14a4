/** What keys and buttons do beyond the state of App: the map, the sound, the evidence. Mixed into App by main. */

import {get, segment} from './api.js';
import {goBack, goHome, goTo, viewOf, zoomBy} from './chart.js';
import {formatPosition, positionFormat, POSITION_FORMATS, writePositionsAs} from './coord.js';
import {degreesTrue, plain} from './format.js';
import {latitudeOf, longitudeOf} from './geometry.js';
import {speak, t} from './i18n.js';
import {TRAILS} from './mapview.js';
import {reachWords} from './slackcard.js';
import {FLAG} from './tracks.js';

export const acts = {
  recolour() {
    const {colours} = this.palette;
    this.basemap.recolour(colours);
    this.fenceLayer.refresh(colours, this.now());
    this.evidence.recolour(colours);
    this.sightingLayer.recolour(colours);
    this.reachLayer.recolour(colours);
    this.foundLayer.recolour(colours);
    this.trialLayer.recolour(colours);
    this.ruler.recolour(colours);
    this.fencesView?.fences.drawing.recolour(colours);
    this.deaf.recolour(colours);
    this.coverage.recolour(colours);
    this.layer.recolour(colours);
    this.refresh('palette', 'chart');
  },

  chartLoaded() {
    this.recolour();
    this.placeNames();
    this.refresh('chart', 'system');
  },

  placeNames() {
    this.layer.labelling.setPlaces([...this.basemap.labels, ...(this.fenceLayer.visible ? this.fenceLayer.labels : [])]);
    this.layer.redraw();
  },

  onFences() {
    this.fenceLayer.refresh(this.palette.colours, this.now());
    this.placeNames();
  },

  onConfig() {
    if (this.screen === 'fences' && !this.fencesView.isDirty()) this.fencesView.load();
  },

  onScreen() {
    if (this.screen === 'replay') this.replayView.load();
    if (this.screen === 'fences') this.fencesView.load();
    if (this.screen === 'system') this.systemView.load();
    if (this.screen === 'plans') this.plansView.load();
    if (this.screen === 'sightings') this.sightingsView.load();
    else if (this.sightingsView.picking) this.sightingsView.pick();
    this.sightingLayer.layer.setVisible(this.screen !== 'replay');
    this.trialLayer.layer.setVisible(this.screen === 'fences');
    this.deaf.layer.setVisible(this.screen !== 'replay');
    this.fencesView.fences.drawing.layer.setVisible(this.screen === 'fences');
    if (this.screen !== 'fences') this.fencesView.fences.drawing.rest();
    this.foundLayer.layer.setVisible(this.screen === 'replay' && this.replayView.tab === 'search');
    if (this.screen !== 'replay' && this.replayView.search.picking) this.replayView.search.pick();
    this.dropEvidence();
    requestAnimationFrame(() => this.map.updateSize());
  },

  async speak(language) {
    await speak(language);
    this.storage.setItem('keelbill.language', language);
    this.refresh('language');
  },

  nextPalette() {
    if (this.palette.next(this.live.clock.server(Date.now()))) this.recolour();
    this.toast(t('palette.' + this.palette.choice), 'plain', 'palette');
    this.refresh('palette');
  },

  choosePalette(choice) {
    if (this.palette.choose(choice, this.live.clock.server(Date.now()))) this.recolour();
    this.refresh('palette');
  },

  testSound() {
    this.sound.unlock();
    setTimeout(() => this.sound.play('test'), 150);
  },

  playSample(pattern) {
    this.sound.unlock();
    setTimeout(() => this.sound.play(pattern), 150);
  },

  hearLost() {
    this.lostHeard = true;
    this.sound.setLost(false);
    this.refresh('link');
  },

  showFeeds(name) {
    const open = name === undefined ? false : name ?? true;
    this.feedsOpen = open === this.feedsOpen ? false : open;
    this.refresh('strip');
  },

  toggleHelp() {
    this.helpOpen = !this.helpOpen;
    this.refresh('help');
  },

  /** Keys of one letter rest until this is asked again, for those who speak to their machine or touch keys by mistake. */
  toggleKeys() {
    this.keysOff = !this.keysOff;
    this.storage.setItem('keelbill.keysOff', this.keysOff ? 'yes' : 'no');
    this.refresh('help');
  },

  toggleFilter(group) {
    this.filters.toggle(group);
    this.layer.redraw();
    this.refresh('filters');
  },

  clearFilters() {
    this.filters.clear();
    this.layer.redraw();
    this.refresh('filters');
  },

  toggleLabels() {
    this.scene.labels = !this.scene.labels;
    this.layer.labelling.forget();
    this.layer.redraw();
    this.refresh('tools');
  },

  nextLabelContent() {
    this.scene.labelContent = (this.scene.labelContent + 1) % 3;
    this.layer.labelling.forget();
    this.layer.redraw();
    this.toast(t('labelContent.' + this.scene.labelContent), 'plain', 'labels');
  },

  nextTrail() {
    const at = TRAILS.indexOf(this.scene.trailMinutes);
    this.scene.trailMinutes = TRAILS[(at + 1) % TRAILS.length];
    this.storage.setItem('keelbill.trails', String(this.scene.trailMinutes));
    this.layer.redraw();
    this.refresh('tools');
  },

  unslow() {
    this.scene.slow = false;
    this.scene.labels = true;
    this.layer.redraw();
    this.refresh('strip', 'tools');
  },

  toggleLayers() {
    this.layersOpen = !this.layersOpen;
    this.refresh('tools');
  },

  layerShown(name) {
    if (name === 'coverage') return this.coverage.visible;
    return name === 'fences' ? this.fenceLayer.visible : !this.basemap.hidden.has(name);
  },

  toggleLayer(name) {
    if (name === 'coverage') this.coverage.toggle();
    else if (name === 'fences') {
      this.fenceLayer.toggle();
      this.placeNames();
    } else this.basemap.toggle(name);
    this.refresh('tools');
  },

  zoom(steps) {
    zoomBy(this.map, steps);
  },

  home() {
    goHome(this.map, 250);
  },

  /** Shows every track that has a position. */
  showAllTracks() {
    const t2 = this.shown.tracks;
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let s = 0; s < t2.end; s++) {
      if (!t2.rows[s] || !Number.isFinite(t2.x[s])) continue;
      box[0] = Math.min(box[0], t2.x[s]);
      box[1] = Math.min(box[1], t2.y[s]);
      box[2] = Math.max(box[2], t2.x[s]);
      box[3] = Math.max(box[3], t2.y[s]);
    }
    if (Number.isFinite(box[0])) this.map.getView().fit(box, {duration: 250, padding: [50, 50, 50, 50], maxZoom: 11});
  },

  rememberView() {
    this.lastView ??= viewOf(this.map);
  },

  /** Back to where the officer looked before a jump; takes the evidence away. */
  back() {
    if (this.lastView) goBack(this.map, this.lastView);
    this.lastView = null;
    this.dropEvidence();
  },

  focusSearch() {
    document.getElementById('search').focus();
  },

  goToPlace({latitude, longitude}) {
    this.rememberView();
    goTo(this.map, longitude, latitude, 11);
    this.evidence.mark(longitude, latitude);
    Object.assign(this.search, {text: '', open: false});
    this.refresh('strip');
  },

  goToTrack(id) {
    Object.assign(this.search, {text: '', rows: [], open: false});
    if (this.screen === 'system') this.go('watch');
    this.select(id);
    this.centreOn(id);
  },

  centreOn(id) {
    const slot = this.shown.tracks.find(id);
    if (slot < 0 || !Number.isFinite(this.shown.tracks.x[slot])) return;
    this.rememberView();
    goTo(this.map, this.shown.tracks.longitude[slot], this.shown.tracks.latitude[slot]);
  },

  toggleFollow() {
    if (!this.selectedId) return;
    this.following = !this.following;
    if (this.following) this.centreOn(this.selectedId);
    this.refresh('selection');
  },

  /** Keeps the followed track in the middle; called each second. */
  follow() {
    const slot = this.following ? this.shown.tracks.find(this.selectedId) : -1;
    if (slot >= 0) this.map.getView().animate({center: [this.shown.tracks.x[slot], this.shown.tracks.y[slot]], duration: 200});
  },

  /** Takes the reach and the intercept of what was selected off the map. */
  dropReach() {
    this.reach = null;
    this.interceptShown = false;
    this.reachLayer.clear();
  },

  /** Draws where the selected track may be if it is lost, or its intercept again if that is drawn. */
  async loadReach(id) {
    const {tracks} = this.live;
    const slot = tracks.find(id);
    const lost = slot >= 0 && tracks.flags[slot] & FLAG.LOST;
    if (!lost) {
      this.reach = null;
      this.drawIntercept(slot);
      return;
    }
    const answer = await get('/api/tracks/' + segment(id) + '/reach').catch(() => null);
    if (this.selectedId !== id) return;
    this.interceptShown = false;
    this.reach = answer?.body ?? null;
    if (this.reach) this.reachLayer.showReach(this.reach, tracks.rows[slot].domain === 'air' ? 'aircraft' : 'vessel', reachWords(this));
    else this.reachLayer.clear();
  },

  /** The words over the area keep up with the time; called each second. */
  ageReach() {
    if (this.reach && this.selectedId) this.reachLayer.say(reachWords(this));
  },

  /** `I`: draws how the nearest patrol meets the selected craft, or takes it away. */
  toggleIntercept() {
    if (!this.detail?.slack?.patrol?.possible) {
      if (this.selectedId) this.toast(t('slack.cannotShow'), 'plain', 'intercept');
      return;
    }
    this.interceptShown = !this.interceptShown;
    this.drawIntercept(this.live.tracks.find(this.selectedId));
    const extent = this.interceptShown ? this.reachLayer.extent() : null;
    if (extent) {
      this.rememberView();
      this.map.getView().fit(extent, {duration: 250, maxZoom: 12, padding: [90, 70, 70, 70]});
    }
    this.refresh('selection');
  },

  drawIntercept(slot) {
    const patrol = this.detail?.slack?.patrol;
    this.interceptShown &&= slot >= 0 && Boolean(patrol?.possible);
    if (!this.interceptShown) {
      this.reachLayer.clear();
      return;
    }
    const {tracks} = this.live;
    const words = t('slack.onMap', {name: patrol.name, min: plain(patrol.minutes, 0), course: degreesTrue(patrol.courseDegrees)});
    this.reachLayer.showIntercept(patrol, {lat: tracks.latitude[slot], lon: tracks.longitude[slot]}, words);
  },

  async copyPosition() {
    const slot = this.selectedId ? this.shown.tracks.find(this.selectedId) : -1;
    const {tracks} = this.shown;
    const place = slot >= 0 ? {latitude: tracks.latitude[slot], longitude: tracks.longitude[slot]} : this.cursor;
    if (!place) return;
    const text = formatPosition(place.latitude, place.longitude);
    try {
      await navigator.clipboard.writeText(text);
      this.toast(t('copied', {text}));
    } catch {
      this.toast(text);
    }
  },

  /** Degrees and minutes, with seconds, or decimal: the next of them, everywhere on the page. */
  nextPositionFormat() {
    writePositionsAs(POSITION_FORMATS[(POSITION_FORMATS.indexOf(positionFormat()) + 1) % POSITION_FORMATS.length]);
    this.storage.setItem('keelbill.positions', positionFormat());
    this.refresh('language', 'cursor');
  },

  /** Puts the address of this view on the clipboard. */
  copyLink() {
    return this.deepLink.copy();
  },

  /** Opens the form for a clearance by phone, with what the aircraft says of itself. */
  async clearByPhone(row) {
    this.go('plans');
    (await this.plansView.ready()).write(row);
  },

  /** Opens the form for what somebody saw. */
  writeSighting() {
    if (!this.may('act')) return;
    this.sightingsView.write();
    this.go('sightings');
  },

  highlightFence(id) {
    this.fenceLayer.highlight(id);
    const feature = this.fenceLayer.find(id);
    if (!feature) return;
    this.rememberView();
    this.map.getView().fit(feature.getGeometry().getExtent(), {duration: 250, maxZoom: 11.5, padding: [80, 60, 60, 60]});
  },

  escape() {
    if (this.helpOpen) this.toggleHelp();
    else if (this.tour.at !== null) this.tour.go(null);
    else if (this.feedsOpen) this.showFeeds(undefined);
    else if (this.layersOpen) this.toggleLayers();
    else if (this.fencesView.fences.drawing.busy) this.fencesView.fences.shape.show();
    else if (this.ruler.end()) return;
    else if (this.evidence.alertId) this.dropEvidence();
    else if (this.interceptShown) this.toggleIntercept();
    else if (this.selectedId) this.select(null);
    else if (this.openAlertId) this.openAlert(null);
    else if (this.screen === 'replay' && this.replayView.search.picking) this.replayView.search.pick();
    else if (this.screen === 'plans' && this.plansView.close()) this.refresh('plans');
    else if (this.screen === 'sightings' && this.sightingsView.close()) this.refresh('sightings');
    else if (['replay', 'plans', 'sightings'].includes(this.screen)) this.go('watch');
  },

  placeOf: (coordinate) => ({longitude: longitudeOf(coordinate[0]), latitude: latitudeOf(coordinate[1])}),
};
