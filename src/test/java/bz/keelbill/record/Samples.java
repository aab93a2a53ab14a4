package bz.keelbill.record;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.alert.Tending;
import bz.keelbill.alert.Verdict;
import bz.keelbill.detect.Finding;
import bz.keelbill.detect.Patrol;
import bz.keelbill.geo.Position;
import bz.keelbill.rule.Priority;
import bz.keelbill.track.Intercept;
import bz.keelbill.watch.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Alerts and orders to write down; everything that may be unknown sometimes is. */
public final class Samples {
  /** 2026-11-23T03:12:05.123Z. */
  public static final long AT_MILLIS = 1_795_403_525_123L;

  private static final String[] TEXTS = {
    "Unknown boat, 41 kn", "Año \"Nuevo\"\n\\", "tab\there", "", "鳥 🦜", "</script>", "\u0000\u001f"
  };

  private Samples() {}

  /** An alert whose every field comes from the seed. */
  public static Alert alert(String id, Alert.State state, Random random) {
    boolean seen = state == Alert.State.ACTIVE_ACKNOWLEDGED;
    return new Alert(
        id,
        "c-" + random.nextInt(1_000),
        Priority.values()[random.nextInt(4)],
        state,
        finding(random),
        random.nextInt(9) + 1,
        new Alert.History(
            random.nextInt(99) + 1,
            AT_MILLIS - random.nextInt(),
            AT_MILLIS + random.nextInt(),
            seen ? text(random) : null,
            seen ? AT_MILLIS : 0,
            state == Alert.State.CLOSED && random.nextBoolean() ? verdict(random) : null,
            tending(random)),
        random.nextBoolean() ? List.of() : List.of("gf-1", "fe-2"));
  }

  private static Tending tending(Random random) {
    long at = AT_MILLIS + random.nextInt();
    if (random.nextBoolean()) {
      return Tending.untouched(at);
    }
    boolean isGiven = random.nextBoolean();
    return new Tending(
        at,
        random.nextInt(),
        isGiven ? new Tending.Transfer(text(random), text(random), at, random.nextInt(2)) : null,
        isGiven ? null : new Tending.Shelf(text(random), at, at + random.nextInt(), text(random)),
        List.of(
            new Tending.Comment(text(random), at, text(random)),
            new Tending.Comment(text(random), at, text(random))),
        List.of(new Tending.Escalation(Tending.Step.values()[random.nextInt(3)], at, "watch")));
  }

  private static Verdict verdict(Random random) {
    Verdict.Ruling ruling = Verdict.Ruling.values()[random.nextInt(4)];
    return new Verdict(text(random), AT_MILLIS + random.nextInt(), ruling, text(random));
  }

  private static Finding finding(Random random) {
    return new Finding(
        "go-fast",
        Priority.values()[random.nextInt(4)],
        new Finding.Subject(
            "radar:st/" + random.nextInt(1_000),
            random.nextBoolean() ? List.of() : List.of("mmsi:312000123", "radar:st/49@1795230510"),
            random.nextBoolean() ? null : "territorial-sea"),
        new Finding.Moment(AT_MILLIS - 205_000, AT_MILLIS, position(random)),
        new Finding.Words(text(random), "alert.go-fast", values(random), orNull(random), unknown()),
        List.of(
            new Finding.Term("speed", number(random), "kn", number(random), number(random)),
            Finding.Term.fact("night", random.nextDouble())),
        new Finding.Outlook(number(random), orNull(random), orNull(random), patrol(random)),
        List.of(
            new Finding.Evidence("st#" + random.nextInt(), AT_MILLIS - 2_000, position(random)),
            new Finding.Evidence("st#1", AT_MILLIS, null)));
  }

  private static Patrol patrol(Random random) {
    boolean meets = random.nextBoolean();
    Position at = new Position(17.5, -88 + random.nextDouble());
    double minutes = meets ? random.nextDouble() * 60 : Double.NaN;
    Intercept meeting =
        new Intercept(
            minutes,
            meets ? random.nextDouble() * 360 : Double.NaN,
            meets ? at : null,
            minutes,
            Double.NaN,
            random.nextDouble() * 40);
    return random.nextBoolean()
        ? null
        : new Patrol("mmsi:312990001", text(random), at, 31, 1e-7, meeting, random.nextBoolean());
  }

  private static List<String> unknown() {
    return List.of("identity", "crew");
  }

  private static Map<String, Object> values(Random random) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("who", text(random));
    values.put("speedKnots", (long) random.nextInt(60));
    values.put("count", random.nextInt());
    values.put("big", random.nextLong());
    values.put("score", number(random));
    values.put("whole", 5.0);
    values.put("night", random.nextBoolean());
    return values;
  }

  private static Position position(Random random) {
    return random.nextInt(4) == 0
        ? null
        : new Position(15 + random.nextDouble() * 4, -90 + random.nextDouble() * 6);
  }

  private static double number(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> -0.0;
      case 3 -> 35;
      case 4 -> random.nextDouble() * 1e-7;
      default -> random.nextGaussian() * 1e3;
    };
  }

  private static String orNull(Random random) {
    return random.nextBoolean() ? null : text(random);
  }

  private static String text(Random random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  /** An alert entry. */
  public static JournalEntry alertEntry(int number, What what, Alert.State state) {
    return new JournalEntry.OfAlert(what, alert("gf-" + number, state, new Random(number)));
  }

  /** A new alert's entry. */
  public static JournalEntry raised(int number) {
    return alertEntry(number, What.RAISED, Alert.State.ACTIVE_UNACKNOWLEDGED);
  }

  /** An order's entry. */
  public static JournalEntry order(int number) {
    return new JournalEntry.OfOrder(
        new Order.SetRules(
            new Order.Act("Ana", AT_MILLIS + number),
            Map.of("go-fast.warningScore", 2.5 + number)));
  }
}
