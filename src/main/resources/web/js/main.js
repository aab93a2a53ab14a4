/** The page put together by hand: state, map, views, and what ties them. */

import {AlertView} from './alertview.js';
import {App} from './app.js';
import {acts} from './acts.js';
import {alertActs} from './alertacts.js';
import {Basemap} from './basemap.js';
import {CanaryView} from './canary.js';
import {writePositionsAs} from './coord.js';
import {Dialog} from './dialog.js';
import {drawCard} from './card.js';
import {Door} from './door.js';
import {Commands} from './commands.js';
import {CoverageLayer} from './coverage.js';
import {DeafLayer} from './deaflayer.js';
import {DeepLink} from './deeplink.js';
import {goHome, makeChart} from './chart.js';
import {EvidenceLayer} from './evidence.js';
import {FenceLayer} from './fencelayer.js';
import {FencesView} from './fencesview.js';
import {FoundLayer} from './foundlayer.js';
import {Filters} from './filters.js';
import {LANGUAGES, speak, t} from './i18n.js';
import {listen} from './keys.js';
import {Later} from './later.js';
import {countGroups, coveredBoxes, drawAttribution, drawFilters, drawReadout, drawTools} from './mapview.js';
import {drawHelp, drawLost, drawToasts} from './overlays.js';
import {Palette} from './palette.js';
import {listenToPointer} from './pointer.js';
import {pickActs} from './picked.js';
import {publish} from './seen.js';
import {ReachLayer} from './reachlayer.js';
import {ReplayView} from './replayview.js';
import {Ruler} from './ruler.js';
import {SightingLayer} from './sightinglayer.js';
import {SightingsView} from './sightingsview.js';
import {Sound} from './sound.js';
import {drawStrip} from './strip.js';
import {TakingOut} from './takingout.js';
import {TrialLayer} from './triallayer.js';
import {TrackLayer} from './tracklayer.js';
import {wake} from './ticking.js';
import {Tour} from './tour.js';

const $ = (id) => document.getElementById(id);
const storage = window.localStorage;

async function begin() {
  const palette = new Palette(document.documentElement, storage);
  palette.apply(Date.now());
  const wanted = storage.getItem('keelbill.language') ?? navigator.language.slice(0, 2);
  await speak(LANGUAGES.includes(wanted) ? wanted : 'en');
  writePositionsAs(storage.getItem('keelbill.positions'));
  const app = new App({storage, filters: new Filters(storage), palette, sound: new Sound(() => app?.refresh('strip'))});
  Object.assign(app, acts, alertActs, pickActs, {keysOff: storage.getItem('keelbill.keysOff') === 'yes', search: {text: '', rows: [], place: null, at: 0, open: false}});
  makeMap(app);
  makeViews(app);
  app.deepLink = new DeepLink(app);
  listen(app);
  listenToPointer(app);
  publish(app);
  app.onScreen();
  wake(app);
  await app.door.look();
  await app.basemap.load();
  app.chartLoaded();
}

function makeMap(app) {
  app.basemap = new Basemap();
  app.fenceLayer = new FenceLayer();
  app.evidence = new EvidenceLayer();
  app.sightingLayer = new SightingLayer();
  app.reachLayer = new ReachLayer();
  app.foundLayer = new FoundLayer();
  app.trialLayer = new TrialLayer();
  app.ruler = new Ruler(app);
  app.deaf = new DeafLayer();
  app.coverage = new CoverageLayer(app);
  app.scene.drawCoverage = (ctx, frame) => app.coverage.draw(ctx, frame);
  app.map = makeChart($('map'), [...app.basemap.layers, app.deaf.layer, app.fenceLayer.layer, app.reachLayer.layer, app.sightingLayer.layer, app.evidence.layer, app.foundLayer.layer, app.trialLayer.layer, app.ruler.layer]);
  goHome(app.map);
  app.layer = new TrackLayer(app.map, app.scene, new URLSearchParams(location.search).get('renderer'));
  app.recolour();
}

function makeViews(app) {
  const side = $('side');
  const [alerts, card, replay, fences, plans, sightings] = ['alerts', 'card', 'replay', 'fences', 'plans', 'sightings'].map((name) => {
    const section = document.createElement('section');
    section.className = 'side-part ' + name;
    side.append(section);
    return section;
  });
  app.alertView = new AlertView(app, alerts);
  app.replayView = new ReplayView(app, replay, $('timeline'), $('banner'));
  app.fencesView = new FencesView(app, fences);
  app.fencesView.fences.drawing.recolour(app.palette.colours);
  app.map.addLayer(app.fencesView.fences.drawing.layer);
  app.plansView = new Later(async () => new (await import('./plansview.js')).PlansView(app, plans), plans, () => app.refresh('plans'));
  app.sightingsView = new SightingsView(app, sightings);
  app.canaryView = new CanaryView(app);
  app.dialog = new Dialog($('ask'));
  app.takingOut = new TakingOut(app);
  app.systemView = new Later(async () => new (await import('./systemview.js')).SystemView(app, $('page')), $('page'), () => app.refresh('system'));
  app.door = new Door(app, $('door'));
  app.commands = new Commands(app, $('commands'));
  app.tour = new Tour(app, $('tour'));
  const every = ['language', 'palette'];
  app.view(() => drawStrip(app, $('strip')), 'strip', 'alerts', 'feeds', 'heartbeat', 'link', 'second', ...every);
  app.view(() => app.alertView.draw(), 'alerts', 'second', 'link', 'screen', 'fences', ...every);
  app.view(() => app.deaf.look([...app.live.alerts.byId.values()]), 'alerts', 'language');
  app.view(() => drawCard(app, card), 'selection', 'second', 'alerts', 'link', ...every);
  app.view(() => drawFilters(app, $('filters')), 'second', 'filters', ...every);
  app.view(() => drawTools(app, $('tools')), 'tools', 'door', ...every);
  app.view(() => drawReadout(app, $('readout')), 'cursor', 'second', 'ruler', ...every);
  app.view(() => app.ruler.follow(), 'second', 'language');
  app.view(() => drawAttribution(app, $('attribution')), 'chart', ...every);
  app.view(() => drawLost(app, $('lost')), 'link', 'second', ...every);
  app.view(() => drawToasts(app, $('notices')), 'toasts');
  app.view(() => { $('spoken').textContent = app.spoken ?? ''; }, 'spoken');
  app.view(() => app.door.draw(), 'door', ...every);
  app.view(() => app.tour.draw(), 'tour', 'screen', 'second', ...every);
  app.view(() => app.dialog.draw(), ...every);
  app.view(() => drawHelp(app, $('dialog')), 'help', ...every);
  app.view(() => app.screen === 'replay' && app.replayView.draw(), 'replay', 'screen', 'second', ...every);
  app.view(() => app.screen === 'fences' && app.fencesView.draw(), 'fences', 'screen', ...every);
  app.view(() => app.screen === 'system' && app.systemView.draw(), 'system', 'screen', 'second', 'heartbeat', ...every);
  app.view(() => app.screen === 'plans' && app.plansView.draw(), 'plans', 'screen', 'second', 'link', ...every);
  app.view(() => app.screen === 'sightings' && app.sightingsView.draw(), 'sightings', 'screen', 'link', ...every);
  app.measure = () => {
    app.groupCounts = countGroups(app.shown.tracks);
    $('chart').style.setProperty('--foot', $('attribution').offsetHeight + 'px');
    app.covered = [...coveredBoxes($('chart')), ...app.reachLayer.boxes(app.map), ...app.ruler.boxes(app.map)];
  };
  app.refresh('strip');
}

begin().catch((problem) => {
  const words = t('begin.failed');
  $('strip').textContent = 'Keelbill: ' + (words === 'begin.failed' ? 'the page could not start' : words) + ': ' + problem.message;
  throw problem;
});
