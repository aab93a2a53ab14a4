package bz.keelbill.sim;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/** Where flight plans are filed and passed on, as messages in their AFTN envelope. */
final class PlanOffice implements Sensor {

  /**
   * What a pilot files.
   *
   * @param from indicator, ZZZZ where there is none
   * @param to indicator, ZZZZ where there is none
   * @param route field 15, level included
   * @param places field 18's words on places without an indicator, such as {@code
   *     DEST/1712N08736W}; may be empty
   */
  record Filing(
      Papers.Aircraft aircraft,
      String from,
      long offBlockMillis,
      String to,
      int enrouteMinutes,
      String route,
      boolean scheduled,
      String places) {
    Filing(
        Papers.Aircraft aircraft,
        String from,
        long offBlockMillis,
        String to,
        int enrouteMinutes,
        String route,
        boolean scheduled) {
      this(aircraft, from, offBlockMillis, to, enrouteMinutes, route, scheduled, "");
    }
  }

  private record Message(long atMillis, long number, String text) {}

  private static final DateTimeFormatter DAY_HOUR = utc("ddHHmm");
  private static final DateTimeFormatter HOUR = utc("HHmm");
  private static final DateTimeFormatter DAY = utc("yyMMdd");

  /** Whoever leaves later is still up when visual rules end. */
  private static final double LAST_VISUAL_HOUR = 17;

  private final PriorityQueue<Message> pending =
      new PriorityQueue<>(
          Comparator.comparingLong(Message::atMillis).thenComparingLong(Message::number));
  private long filed;

  /** Takes a plan; it is passed on at its filing time, or at once when that is past. */
  void file(Filing filing, long atMillis) {
    pending.add(new Message(atMillis, filed++, message(filing, atMillis)));
  }

  @Override
  public void listen(long atMillis, List<Craft> craft, Outbox out) {
    while (!pending.isEmpty() && pending.peek().atMillis() <= atMillis) {
      out.say(Spoken.line(Spoken.PLANS, atMillis, pending.poll().text()));
    }
  }

  private static String message(Filing filing, long atMillis) {
    Papers.Aircraft aircraft = filing.aircraft();
    return String.join(
        "\r\n",
        "FF MZBZZQZX MHTGYGYX",
        DAY_HOUR.format(Instant.ofEpochMilli(atMillis)) + " " + filing.from() + "ZPZX",
        "(FPL-" + aircraft.callsign() + rules(filing),
        "-" + aircraft.type() + (filing.scheduled() ? "/L-SDG/S" : "/M-SDFGRWY/LB1"),
        "-" + filing.from() + HOUR.format(Instant.ofEpochMilli(filing.offBlockMillis())),
        "-" + filing.route(),
        "-" + filing.to() + hours(filing.enrouteMinutes()),
        String.format(
            Locale.ROOT,
            "-%sDOF/%s REG/%s CODE/%06X)",
            filing.places().isEmpty() ? "" : filing.places() + " ",
            DAY.format(Instant.ofEpochMilli(filing.offBlockMillis())),
            aircraft.registration(),
            aircraft.address()));
  }

  /** Small aircraft fly by visual rules by day, by instruments when those are over. */
  private static String rules(Filing filing) {
    double hour = Hours.local(filing.offBlockMillis());
    boolean byDay = hour >= 6 && hour < LAST_VISUAL_HOUR;
    return filing.scheduled() ? (byDay ? "-VS" : "-IS") : "-IN";
  }

  private static String hours(int minutes) {
    return String.format(Locale.ROOT, "%02d%02d", minutes / 60, minutes % 60);
  }

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
