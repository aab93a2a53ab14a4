package bz.keelbill.takeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A document of A4 pages in PDF 1.4: words in Helvetica, which every reader has, and lines. Lengths
 * are points, a 72nd of an inch, from the lower left corner. One thread.
 */
final class PdfPages {
  static final double WIDTH = 595;
  static final double HEIGHT = 842;

  /** What the fonts that every reader has can write. */
  private static final Charset LATIN = Charset.forName("windows-1252");

  private static final int FIRST_PAGE = 5;

  private final List<StringBuilder> pages = new ArrayList<>();
  private StringBuilder page;

  void newPage() {
    page = new StringBuilder();
    pages.add(page);
  }

  /** One line of words; a character that the font does not have is a question mark. */
  void text(double x, double y, double size, boolean bold, String words) {
    page.append(
        String.format(
            Locale.ROOT,
            "BT /%s %.1f Tf %.1f %.1f Td (%s) Tj ET\n",
            bold ? "F2" : "F1",
            size,
            x,
            y,
            escaped(words)));
  }

  private static String escaped(String words) {
    StringBuilder text = new StringBuilder();
    for (char c : words.toCharArray()) {
      if (c == '(' || c == ')' || c == '\\') {
        text.append('\\');
      }
      text.append(c < ' ' ? ' ' : c);
    }
    return text.toString();
  }

  /** The colour of what follows: red, green and blue from 0 to 1, and how wide lines are. */
  void pen(double red, double green, double blue, double width) {
    page.append(
        String.format(
            Locale.ROOT,
            "%.2f %.2f %.2f RG %.2f %.2f %.2f rg %.2f w\n",
            red,
            green,
            blue,
            red,
            green,
            blue,
            width));
  }

  /** Only within a box, until {@link #everywhere}. */
  void within(double x, double y, double width, double height) {
    page.append(String.format(Locale.ROOT, "q %.1f %.1f %.1f %.1f re W n\n", x, y, width, height));
  }

  void everywhere() {
    page.append("Q\n");
  }

  void box(double x, double y, double width, double height, boolean filled) {
    page.append(
        String.format(
            Locale.ROOT, "%.1f %.1f %.1f %.1f re %s\n", x, y, width, height, filled ? "f" : "S"));
  }

  void moveTo(double x, double y) {
    page.append(String.format(Locale.ROOT, "%.1f %.1f m\n", x, y));
  }

  void lineTo(double x, double y) {
    page.append(String.format(Locale.ROOT, "%.1f %.1f l\n", x, y));
  }

  void stroke() {
    page.append("S\n");
  }

  /** Fills what was outlined; an outline within another is a hole. */
  void fill() {
    page.append("f*\n");
  }

  /** Writes the document. */
  void write(OutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Integer> places = new ArrayList<>();
    put(bytes, "%PDF-1.4\n");
    object(bytes, places, "<< /Type /Catalog /Pages 2 0 R >>");
    object(bytes, places, "<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids() + "] >>");
    object(bytes, places, font("Helvetica"));
    object(bytes, places, font("Helvetica-Bold"));
    for (int i = 0; i < pages.size(); i++) {
      object(
          bytes,
          places,
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R"
              + " /F2 4 0 R >> >> /Contents "
              + (FIRST_PAGE + 2 * i + 1)
              + " 0 R >>");
      int length = pages.get(i).toString().getBytes(LATIN).length;
      object(
          bytes, places, "<< /Length " + length + " >>\nstream\n" + pages.get(i) + "\nendstream");
    }
    int table = bytes.size();
    put(bytes, "xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
    for (int place : places) {
      put(bytes, String.format(Locale.ROOT, "%010d 00000 n \n", place));
    }
    put(
        bytes,
        "trailer\n<< /Size "
            + (places.size() + 1)
            + " /Root 1 0 R >>\nstartxref\n"
            + table
            + "\n%%EOF\n");
    bytes.writeTo(out);
    out.flush();
  }

  private String kids() {
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(FIRST_PAGE + 2 * i).append(" 0 R ");
    }
    return kids.toString();
  }

  private static String font(String name) {
    return "<< /Type /Font /Subtype /Type1 /BaseFont /" + name + " /Encoding /WinAnsiEncoding >>";
  }

  private static void object(ByteArrayOutputStream bytes, List<Integer> places, String body) {
    places.add(bytes.size());
    put(bytes, places.size() + " 0 obj\n" + body + "\nendobj\n");
  }

  private static void put(ByteArrayOutputStream bytes, String text) {
    bytes.writeBytes(text.getBytes(LATIN));
  }
}
