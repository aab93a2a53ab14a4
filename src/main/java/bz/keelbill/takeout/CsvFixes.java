package bz.keelbill.takeout;

import bz.keelbill.record.Craft;
import bz.keelbill.record.PastFix;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A table of fixes as RFC 4180 has it. */
final class CsvFixes implements TrackFormat.Output {
  private final Writer out;
  private Craft craft;

  CsvFixes(OutputStream stream) throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    out.write(String.join(",", Columns.NAMES) + "\r\n");
  }

  @Override
  public void track(Craft next) {
    craft = next;
  }

  @Override
  public void fix(PastFix fix) throws IOException {
    out.write(String.join(",", Columns.row(craft, fix)));
    out.write("\r\n");
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
