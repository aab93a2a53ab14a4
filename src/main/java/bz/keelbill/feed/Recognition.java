package bz.keelbill.feed;

import bz.keelbill.adsb.BeastFraming;
import bz.keelbill.asterix.AsterixFraming;
import bz.keelbill.plan.PlanFraming;
import bz.keelbill.radar.RadarDecoder;
import bz.keelbill.report.LineFraming;
import bz.keelbill.sighting.DetectionDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Knows a recording's format by its content: the majority of the first 200 recognisable lines
 * decides, and the file's ending where they are even or there are none.
 *
 * <p>NMEA sentences of all kinds are one format here, since one recording may mix them. A binary
 * format is looked for before the bytes are cut into lines.
 */
public final class Recognition {

  private static final int VOTES = 200;
  private static final int MOST_BYTES = 4 << 20;
  private static final int PIECE_BYTES = 1 << 13;
  private static final int LINE_BYTES = Format.MAX_JSON_BYTES;

  /** Any talker's VDM or VDO, wherever it begins: loggers put times before it. */
  private static final Pattern AIS = Pattern.compile("![^,]{2}VD[MO],");

  private static final Pattern SBS = Pattern.compile("^(MSG|SEL|ID|AIR|STA|CLK),");

  /** ICAO Doc 4444, appendix 3: a message type after its bracket, with numbers or without. */
  private static final Pattern PLAN = Pattern.compile("\\((FPL|CHG|CNL|DLA|DEP|ARR)[A-Z0-9/]*-");

  /** The beginning of a record of the North Atlantic Format. */
  private static final Pattern VMS = Pattern.compile("//SR//[A-Z0-9]{2}/");

  /** The beginning of a Cursor on Target event. */
  private static final Pattern COT = Pattern.compile("<event\\s");

  private static final Pattern AISSTREAM =
      Pattern.compile("^\\s*\\{(?=.*\"MessageType\"\\s*:)(?=.*\"Message\"\\s*:)");

  /** The header or a vessel of a document, or the columns of the other kind. */
  private static final Pattern AISHUB =
      Pattern.compile(
          "^\\s*\\[\\s*\\{\\s*\"(ERROR|FORMAT|USERNAME)\"\\s*:"
              + "|^[\\s\\[{,]*\"MMSI\"\\s*:|^\"?MMSI\"?,\"?(TSTAMP|TIME)\"?,");

  /** An aircraft, a list of them, or a trace; a list's name may stand alone on its line. */
  private static final Pattern READSB =
      Pattern.compile(
          "^[\\s,]*\\{\\s*\"(hex|icao)\"\\s*:\\s*\"~?[0-9A-Fa-f]{6}\""
              + "|\"(aircraft|ac)\"\\s*:\\s*\\[");

  private static final Pattern OPENSKY = Pattern.compile("\"states\"\\s*:\\s*(\\[|null)");

  /** A frame, behind a counter or not, up to its semicolon. */
  private static final Pattern AVR =
      Pattern.compile("(\\*|@\\p{XDigit}{12}|<\\p{XDigit}{14})(\\p{XDigit}{14}){1,2};");

  private static final Map<String, Format> ENDINGS =
      Map.ofEntries(
          Map.entry("nmea", Format.NMEA),
          Map.entry("nm4", Format.NMEA),
          Map.entry("ais", Format.NMEA),
          Map.entry("aivdm", Format.NMEA),
          Map.entry("ttm", Format.NMEA),
          Map.entry("sbs", Format.SBS),
          Map.entry("beast", Format.BEAST),
          Map.entry("avr", Format.AVR),
          Map.entry("ast", Format.ASTERIX),
          Map.entry("csv", Format.SBS),
          Map.entry("cot", Format.COT),
          Map.entry("naf", Format.VMS),
          Map.entry("vms", Format.VMS),
          Map.entry("fpl", Format.PLANS),
          Map.entry("aftn", Format.PLANS));

  private final Map<Format, Integer> votes = new EnumMap<>(Format.class);
  private int cast;

  private Recognition() {}

  /**
   * The format of a file.
   *
   * @return null if neither content nor ending is known
   */
  public static Format of(Path file) throws IOException {
    try (InputStream in = Contents.open(file)) {
      return of(in, file.getFileName().toString());
    }
  }

  /**
   * The format of a stream that supports marks, such as {@link Contents#unzipped} gives; it stands
   * at its beginning again afterwards.
   *
   * @param name whose ending counts if the content leaves it open
   * @return null if neither content nor ending is known
   */
  public static Format of(InputStream in, String name) throws IOException {
    Recognition recognition = new Recognition();
    in.mark(MOST_BYTES + PIECE_BYTES);
    recognition.read(in);
    in.reset();
    return recognition.verdict(name);
  }

  private void read(InputStream in) {
    LineFraming framing = new LineFraming(LINE_BYTES);
    LineFraming.Sink sink = new Ballot();
    byte[] piece = new byte[PIECE_BYTES];
    int total = 0;
    int count = piece(in, piece);
    if (count > 0 && isBeast(piece, count)) {
      votes.put(Format.BEAST, VOTES);
      return;
    }
    if (count > 0 && AsterixFraming.isMostlyBlocks(piece, count)) {
      votes.put(Format.ASTERIX, VOTES);
      return;
    }
    while (count > 0 && cast < VOTES && total < MOST_BYTES) {
      framing.push(piece, 0, count, sink);
      total += count;
      count = piece(in, piece);
    }
    framing.finish(sink);
  }

  private static int piece(InputStream in, byte[] piece) {
    try {
      return in.read(piece);
    } catch (IOException damaged) {
      return -1; // what came before it still votes
    }
  }

  /** Whether frames hold more of a recording's beginning than what lies between them. */
  private static boolean isBeast(byte[] piece, int count) {
    int[] frames = new int[1];
    int[] others = new int[1];
    BeastFraming.Sink sink =
        new BeastFraming.Sink() {
          @Override
          public void frame(byte[] bytes, int from, int to) {
            frames[0] += to - from;
          }

          @Override
          public void garbage(byte[] bytes, int from, int to) {
            others[0] += to - from;
          }
        };
    new BeastFraming().push(piece, 0, count, sink);
    return frames[0] > others[0];
  }

  private Format verdict(String name) {
    int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Format byEnding = ofEnding(name);
    List<Format> leaders =
        votes.keySet().stream().filter(format -> votes.get(format) == most).toList();
    if (leaders.isEmpty() || leaders.contains(byEnding)) {
      return byEnding;
    }
    return leaders.get(0);
  }

  private static Format ofEnding(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    return ENDINGS.get(plain.substring(plain.lastIndexOf('.') + 1));
  }

  private static Format ofLine(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (AIS.matcher(text).find() || RadarDecoder.isRadar(bytes)) {
      return Format.NMEA;
    }
    if (SBS.matcher(text).find()) {
      return Format.SBS;
    }
    if (AVR.matcher(text).find()) {
      return Format.AVR;
    }
    boolean isPlan = PLAN.matcher(text).find() || PlanFraming.isTableHeader(text);
    if (isPlan) {
      return Format.PLANS;
    }
    return DetectionDecoder.isHeader(text) ? Format.DETECTIONS : ofBeginning(text);
  }

  /** What a stream without line ends may begin with. */
  private static Format ofBeginning(String text) {
    if (VMS.matcher(text).find()) {
      return Format.VMS;
    }
    return COT.matcher(text).find() ? Format.COT : ofJson(text);
  }

  private static Format ofJson(String text) {
    if (AISSTREAM.matcher(text).find()) {
      return Format.AISSTREAM;
    }
    if (AISHUB.matcher(text).find()) {
      return Format.AISHUB;
    }
    if (READSB.matcher(text).find()) {
      return Format.READSB;
    }
    return OPENSKY.matcher(text).find() ? Format.OPENSKY : null;
  }

  private final class Ballot implements LineFraming.Sink {
    @Override
    public void line(long number, byte[] bytes) {
      cast(ofLine(bytes));
    }

    /** A whole document may stand on one line; its beginning tells. */
    @Override
    public void tooLong(long number, byte[] start) {
      cast(ofBeginning(new String(start, StandardCharsets.ISO_8859_1)));
    }

    private void cast(Format format) {
      if (format != null && cast < VOTES) {
        votes.merge(format, 1, Integer::sum);
        cast++;
      }
    }
  }
}
