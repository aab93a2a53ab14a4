package bz.keelbill.e2e;

import java.util.List;
import java.util.Map;

/**
 * What a page must be for those who do not see well or use no pointer: WCAG 2.2 AA as far as it can
 * be measured on what is drawn. Colours are taken from the page and contrasts computed from them.
 */
final class Reading {
  /** Contrast of two colours, and what lies behind an element. */
  private static final String COLOURS =
      """
      const rgb = text => (text.match(/[\\d.]+/g) ?? []).map(Number);
      const isSrgb = text => text.startsWith('color(srgb');
      const parse = text => {
        const [r, g, b, a = 1] = rgb(text);
        return isSrgb(text) ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
      };
      const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
      const behind = element => {
        const layers = [];
        for (let e = element; e; e = e.parentElement) {
          const colour = parse(getComputedStyle(e).backgroundColor);
          layers.push(colour);
          if (colour[3] >= 1) break;
        }
        return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
      };
      const linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      const contrast = (a, b) => {
        const [x, y] = [luminance(a), luminance(b)];
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
      };
      const isShown = e => {
        const box = e.getBoundingClientRect();
        const style = getComputedStyle(e);
        return box.width > 0 && box.height > 0 && style.visibility !== 'hidden' && !e.closest('.unseen, [hidden]')
          && e.checkVisibility({opacityProperty: true});
      };
      const name = e => e.tagName.toLowerCase() + '.' + [...e.classList].join('.') + ' "'
        + (e.innerText || e.ariaLabel || e.title || '').trim().slice(0, 30) + '"';
      """;

  private static final String UNREADABLE =
      "() => {"
          + COLOURS
          + """
            const faults = new Set();
            for (const e of document.querySelectorAll('body *')) {
              const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
              if (!own || !isShown(e) || e.closest('button:disabled, option, noscript, canvas')) continue;
              const style = getComputedStyle(e);
              const big = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
              const ground = behind(e);
              const found = contrast(over(parse(style.color), ground), ground);
              if (found < (big ? 3 : 4.5) - 0.005) faults.add(found.toFixed(2) + ' ' + name(e));
            }
            return [...faults];
          }
          """;

  private static final String UNHANDY =
      "() => {"
          + COLOURS
          + """
            const faults = new Set();
            for (const e of document.querySelectorAll('button, input, select, textarea, a[href], summary, [tabindex]')) {
              if (!isShown(e)) continue;
              const box = (e.closest('label') ?? e).getBoundingClientRect();
              const inline = e.matches('.link, a');
              if (!inline && (box.width < 23.5 || box.height < 23.5)) faults.add(Math.round(box.width) + 'x' + Math.round(box.height) + ' ' + name(e));
              const label = e.ariaLabel || e.innerText?.trim() || e.title || e.labels?.[0]?.innerText || e.placeholder;
              if (!label) faults.add('no name: ' + name(e));
            }
            return [...faults];
          }
          """;

  private static final String RING =
      "() => {"
          + COLOURS
          + """
            const e = document.activeElement;
            const style = getComputedStyle(e);
            return {element: name(e), width: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
              contrast: contrast(parse(style.outlineColor), behind(e.parentElement ?? e)), body: e === document.body,
              inView: e.getBoundingClientRect().bottom > 0 && e.getBoundingClientRect().top < innerHeight};
          }
          """;

  private Reading() {}

  /** Words with too little contrast to what lies behind them, with their contrast. */
  static List<?> unreadable(Console console) {
    return (List<?>) console.page().evaluate(UNREADABLE);
  }

  /** What is smaller than 24 pixels to hit, or has no name. */
  static List<?> unhandy(Console console) {
    return (List<?>) console.page().evaluate(UNHANDY);
  }

  /** The ring around what has the focus: {@code element width contrast body inView}. */
  static Map<?, ?> ring(Console console) {
    return (Map<?, ?>) console.page().evaluate(RING);
  }
}
