/** A read-only window for tests: what the page holds and what it has drawn. */

/** Publishes it as `window.__keelbill`. */
export function publish(app) {
  const views = {
    state: () => ({screen: app.screen, palette: app.palette.name, language: document.documentElement.lang, selected: app.selectedId,
      openAlert: app.openAlertId, evidence: app.evidence.alertId, frozen: app.scene.frozen, sound: app.sound.state(), soundsPlayed: app.sound.played, isSecond: app.isSecondConsole, flood: app.sound.isFlood,
      officer: app.live.welcome?.officer ?? null, door: app.door?.session?.state ?? null, mode: app.shown.welcome?.mode ?? null}),
    tracks: () => ({count: app.shown.tracks.size, inView: app.layer.count, hidden: app.layer.hidden, renderer: app.layer.renderer.name, marked: app.layer.marked ?? null, drawn: drawn(app)}),
    alerts: () => [...app.shown.alerts.byId.values()].map((a) => ({...a})),
    found: () => ({drawn: app.foundLayer.roles(), chosen: app.foundLayer.chosen}),
    trial: () => ({drawn: app.trialLayer.roles()}),
    reach: () => ({drawn: app.reachLayer.roles(), words: app.reachLayer.words}),
    sounds: () => app.sound.log.map((s) => ({...s})),
    link: () => app.linkState(),
    seqs: () => ({alerts: app.live.alerts.seq, epoch: app.live.welcome?.epoch ?? null}),
    fps: () => app.framesPerSecond,
    drawMillis: () => app.layer.drawMillis,
    labels: () => app.layer.labelling.boxes(),
    labelLines: () => app.layer.labelling.placed.map((l) => ({id: l.id, lines: [...l.lines]})),
    sightings: () => ({shown: app.sightingLayer.entries.map((e) => ({...e})), waiting: app.sightingsView.queue.waiting}),
    coverage: () => ({visible: app.coverage.visible, kind: app.coverage.kind, cells: app.coverage.map?.cells.length ?? 0}),
    ruler: () => ({drawn: app.ruler.roles(), words: app.ruler.words, measured: app.ruler.measured ?? null, taking: app.ruler.taking}),
    replay: () => (app.replay ? {...app.replay.session.replay, now: app.now(), pictures: app.replay.session.pictures, a: app.replayView.timeline.a, b: app.replayView.timeline.b, looping: app.replayView.timeline.looping,
      turns: app.replayView.timeline.turns ?? 0, index: app.replayView.timeline.index} : null),
    drawing: () => ({drawn: app.fencesView.fences.drawing.roles(), busy: app.fencesView.fences.drawing.busy, shape: app.fencesView.fences.shape.shape, judged: app.fencesView.fences.shape.judged}),
    picture: () => ({picked: [...app.scene.picked], picking: Boolean(app.picking), only: app.filters.only ? [...app.filters.only] : null, stateOnly: app.filters.stateOnly, times: app.scene.times}),
    tour: () => app.tour.at,
    canary: () => ({...app.live.canary, seen: app.live.alerts.canary?.id ?? null, drawn: app.canaryView.drawn() ?? null}),
    cursor: () => app.cursor ?? null,
    deaf: () => app.deaf.stations(),
    feeds: () => app.live.feeds.map((f) => ({...f})),
  };
  const seen = {};
  for (const [name, view] of Object.entries(views)) Object.defineProperty(seen, name, {get: view, enumerable: true});
  Object.defineProperty(window, '__keelbill', {value: Object.freeze(seen)});
}

function drawn(app) {
  const {layer} = app;
  const {tracks} = app.shown;
  const list = [];
  for (let i = 0; i < layer.count; i++) {
    const slot = layer.drawn[i];
    const row = tracks.rows[slot];
    if (row) list.push({id: row.id, name: row.name ?? null, kind: row.kind, planState: row.planState ?? null, x: layer.px[i], y: layer.py[i], lon: tracks.longitude[slot], lat: tracks.latitude[slot], flags: tracks.flags[slot]});
  }
  return list;
}
