/** The keyboard. Dead in text fields and with Ctrl, Alt or Meta; `?` lists it. */

/** Keys in groups: [group, [[key as shown, event key, what to call, message key]…]]. */
export const KEYS = [
  ['alerts', [
    ['A', 'a', (app) => app.acknowledgeOpen(), 'key.ack'],
    ['Shift+A', 'A', (app) => app.acknowledgeOpen(true), 'key.ackMine'],
    ['S', 's', (app) => app.silenceOpen(), 'key.silence'],
    ['Z', 'z', (app) => app.shelveOpen(), 'key.shelve'],
    ['E', 'e', (app) => app.escalateOpen(), 'key.escalate'],
    ['D', 'd', (app) => app.closeOpen(), 'key.close'],
    ['N', 'n', (app) => app.showNext(1), 'key.next'],
    ['P', 'p', (app) => app.showNext(-1), 'key.previous'],
    ['Enter', 'Enter', (app) => app.showOpen(), 'key.jump'],
    ['Backspace', 'Backspace', (app) => app.back(), 'key.back'],
  ]],
  ['tools', [
    ['/', '/', (app) => app.focusSearch(), 'key.search'],
    ['G', 'g', (app) => app.focusSearch(), 'key.goto'],
    ['C', 'c', (app) => app.copyPosition(), 'key.copy'],
    ['I', 'i', (app) => app.toggleIntercept(), 'key.intercept'],
    ['R', 'r', (app) => app.ruler.toggle(), 'key.ruler'],
    ['Ctrl+K', 'Ctrl+K', (app) => app.commands.toggle(), 'key.commands'],
    ['X', 'x', (app) => app.ruler.toggle(true), 'key.pair'],
    ['Shift+R', 'R', (app) => app.ruler.toggleRings(), 'key.rings'],
    ['1', '1', (app) => app.go('watch'), 'key.watch'],
    ['2', '2', (app) => app.go('replay'), 'key.replay'],
    ['3', '3', (app) => app.go('fences'), 'key.fences'],
    ['4', '4', (app) => app.go('system'), 'key.system'],
    ['5', '5', (app) => app.go('plans'), 'key.plans'],
    ['6', '6', (app) => app.go('sightings'), 'key.sightings'],
    ['W', 'w', (app) => app.writeSighting(), 'key.writeSighting'],
    ['?', '?', (app) => app.toggleHelp(), 'key.help'],
  ]],
  ['picture', [
    ['L', 'l', (app) => app.toggleLabels(), 'key.labels'],
    ['O', 'o', (app) => app.nextLabelContent(), 'key.content'],
    ['K', 'k', (app) => app.toggleTimes(), 'key.times'],
    ['T', 't', (app) => app.nextTrail(), 'key.trails'],
    ['F', 'f', (app) => app.toggleFollow(), 'key.follow'],
    ['H', 'h', (app) => app.home(), 'key.home'],
    ['M', 'm', (app) => app.togglePicking(), 'key.multi'],
    ['Shift+I', 'I', (app) => app.toggleIsolate(), 'key.isolate'],
    ['U', 'u', (app) => app.toggleState(), 'key.state'],
    ['V', 'v', (app) => app.showAllTracks(), 'key.all'],
    ['B', 'b', (app) => app.nextPalette(), 'key.palette'],
    ['Shift+B', 'B', (app) => app.choosePalette('day'), 'key.day'],
    ['+', '+', (app) => app.zoom(1), 'key.zoomIn'],
    ['−', '-', (app) => app.zoom(-1), 'key.zoomOut'],
    ['Esc', 'Escape', (app) => app.escape(), 'key.escape'],
  ]],
  ['replay', [
    ['Space', ' ', (app) => app.replayView.togglePlay(), 'key.play'],
    ['←', 'ArrowLeft', (app, event) => app.replayView.jump(event?.shiftKey ? -100 : -10), 'key.stepBack'],
    ['→', 'ArrowRight', (app, event) => app.replayView.jump(event?.shiftKey ? 100 : 10), 'key.stepAhead'],
    ['[', '[', (app) => app.replayView.faster(-1), 'key.slower'],
    [']', ']', (app) => app.replayView.faster(1), 'key.faster'],
    [',', ',', (app) => app.replayView.timeline.set('a'), 'key.setA'],
    ['.', '.', (app) => app.replayView.timeline.set('b'), 'key.setB'],
    ['Home', 'Home', (app) => app.go('watch'), 'key.live'],
  ]],
];

const REPLAY_ONLY = new Set([' ', 'ArrowLeft', 'ArrowRight', '[', ']', ',', '.', 'Home']);
const PRESSED_BY = new Set(['Enter', ' ']);

/** Starts listening. */
export function listen(app) {
  const byKey = new Map(KEYS.flatMap(([, keys]) => keys.map(([, key, act]) => [key, act])));
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && !app.door.isOut) {
      event.preventDefault();
      app.commands.toggle();
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || isText(event.target) || document.querySelector('dialog[open]')) return;
    if (app.keysOff && event.key.length === 1 && event.key !== '?') return;
    if (PRESSED_BY.has(event.key) && event.target.closest?.('button, a, select, input')) return;
    if (REPLAY_ONLY.has(event.key) && (app.screen !== 'replay' || !app.replay)) return;
    const act = byKey.get(event.key) ?? (event.key.length === 1 && !event.shiftKey ? byKey.get(event.key.toLowerCase()) : undefined);
    if (!act) return;
    event.preventDefault();
    act(app, event);
  });
}

function isText(target) {
  return target.matches?.('input:not([type=checkbox]), textarea, select');
}
