package bz.keelbill.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How long an officer waits who selects craft among thousands, as the page's own clock says. */
final class Selecting {
  private static final int SELECTIONS = 60;
  private static final long SEED = 60;
  private static final int PAUSE_MILLIS = 400;

  /** So long at least a hand rests on what it has come to, and holds the button down. */
  private static final int RESTS_MILLIS = 100;

  private static final int HELD_MILLIS = 60;

  /**
   * One value for each selection, in milliseconds.
   *
   * @param finding from the last typed letter to the row; empty where nothing was searched for
   * @param painting from the hand's act until the card has been painted
   * @param marking from the same act until the craft's corners are drawn
   */
  record Times(List<Double> finding, List<Double> painting, List<Double> marking) {
    private static Times none() {
      return new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private void add(Map<?, ?> one) {
      painting.add(number(one, "painted"));
      marking.add(number(one, "marked"));
    }
  }

  /** When what was made in an act has been painted, and when the chart shows it; begun is the act's own time. */
  private static final String SEEN =
      """
      const until = async isSo => {
        for (let i = 0; i < 2000 && !isSo(); i++) await new Promise(done => setTimeout(done, 2));
        return isSo() ? performance.now() : NaN;
      };
      const seen = async (id, begun) => {
        await until(() => document.querySelector('.card-name') && window.__keelbill.state.selected === id);
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        const painted = performance.now() - begun;
        const marked = await until(() => window.__keelbill.tracks.marked === id) - begun;
        return {painted, marked};
      };
      """;

  private static final String BY_SEARCH =
      """
      async name => {
        %s
        const field = document.getElementById('search');
        field.focus();
        const typed = performance.now();
        field.value = name;
        field.dispatchEvent(new Event('input', {bubbles: true}));
        const found = await until(() => document.querySelector('.results li b')) - typed;
        const clicked = performance.now();
        document.querySelector('.results li').dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
        return {found, ...await seen('mmsi:' + name, clicked)};
      }
      """
          .formatted(SEEN);

  /**
   * Listens for the next click on the chart, whose time is that of the hand; after the page, which has
   * made the card by then if it makes it at once.
   */
  private static final String LISTEN =
      """
      () => {
        %s
        window.selecting = new Promise(done => addEventListener('pointerup', async event => {
          await until(() => document.querySelector('.card-name'));
          done(await seen(window.__keelbill.state.selected, event.timeStamp));
        }, {once: true}));
      }
      """
          .formatted(SEEN);

  private Selecting() {}

  /** Types a number into the search and takes the first row; the chart goes there. */
  static Times fromSearch(Console console) {
    Times times = Times.none();
    for (int i = 0; i < SELECTIONS; i++) {
      String name = String.valueOf(FullSea.FIRST + (i * 83 + 7) % FullSea.SHIPS);
      Map<?, ?> one = (Map<?, ?>) console.page().evaluate(BY_SEARCH, name);
      times.finding().add(number(one, "found"));
      times.add(one);
      putAway(console);
    }
    return times;
  }

  /** Clicks on craft by the mouse, so near that they stand apart: a quarter of them is in view. */
  static Times onTheChart(Console console) {
    console.page().keyboard().press("v");
    console.page().waitForTimeout(1_000);
    console.page().keyboard().press("+");
    console.page().waitForTimeout(2_000);
    Times times = Times.none();
    Random random = new Random(SEED);
    while (times.painting().size() < SELECTIONS) {
      console.page().evaluate(LISTEN);
      click(console, random);
      times.add((Map<?, ?>) console.page().evaluate("window.selecting"));
      putAway(console);
    }
    return times;
  }

  /** On one of the craft that stand alone, where nothing lies over the chart. */
  private static void click(Console console, Random random) {
    List<?> alone =
        (List<?>)
            console
                .page()
                .evaluate(
                    """
                    () => {
                      const {left, top} = document.getElementById('map').getBoundingClientRect();
                      const all = window.__keelbill.tracks.drawn;
                      const isAlone = c => !all.some(o => o !== c && Math.hypot(o.x - c.x, o.y - c.y) < 12);
                      const isFree = c => document.elementFromPoint(left + c.x, top + c.y)?.closest('#map');
                      return all.filter((c, i) => i % 40 === 0 && isFree(c) && isAlone(c)).map(c => [left + c.x, top + c.y]);
                    }
                    """);
    List<?> at = (List<?>) alone.get(random.nextInt(alone.size()));
    press(console, ((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue(), random);
  }

  /** As a hand does: it comes to the craft, presses a moment later and does not lift at once. */
  private static void press(Console console, double x, double y, Random random) {
    console.page().mouse().move(x, y);
    console.page().waitForTimeout(RESTS_MILLIS + random.nextInt(300));
    console.page().mouse().down();
    console.page().waitForTimeout(HELD_MILLIS);
    console.page().mouse().up();
  }

  private static void putAway(Console console) {
    console.page().keyboard().press("Escape");
    console.page().keyboard().press("Escape");
    console.page().waitForTimeout(PAUSE_MILLIS);
  }

  private static double number(Map<?, ?> of, String key) {
    return ((Number) of.get(key)).doubleValue();
  }
}
