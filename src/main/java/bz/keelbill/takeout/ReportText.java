package bz.keelbill.takeout;

/** Words down the pages of a report, a new page where one is full. One thread. */
final class ReportText {
  private static final double LEFT = 40;
  private static final double LOWEST = 45;
  private static final double HIGHEST = 795;
  private static final double SIZE = 9;

  /** So many of Helvetica's letters of this size surely fit into a line. */
  private static final int LETTERS = 112;

  private final PdfPages pages;
  private double y = HIGHEST;

  ReportText(PdfPages pages) {
    this.pages = pages;
    pages.newPage();
    pages.pen(0, 0, 0, 1);
  }

  void title(String words) {
    put(words, 16, true, 22);
  }

  void heading(String words) {
    y -= 6;
    put(words, 11, true, 15);
  }

  void bold(String words) {
    wrapped(words, true);
  }

  void line(String words) {
    wrapped(words, false);
  }

  /** Goes on below something that was drawn. */
  void moveTo(double lower) {
    y = Math.min(y, lower);
    pages.pen(0, 0, 0, 1);
  }

  private void wrapped(String words, boolean bold) {
    String rest = words;
    while (rest.length() > LETTERS) {
      int blank = rest.lastIndexOf(' ', LETTERS);
      int end = blank > 0 ? blank : LETTERS;
      put(rest.substring(0, end), SIZE, bold, 12);
      rest = "    " + rest.substring(end).strip();
    }
    put(rest, SIZE, bold, 12);
  }

  private void put(String words, double size, boolean bold, double down) {
    if (y < LOWEST) {
      pages.newPage();
      pages.pen(0, 0, 0, 1);
      y = HIGHEST;
    }
    pages.text(LEFT, y, size, bold, words);
    y -= down;
  }
}
