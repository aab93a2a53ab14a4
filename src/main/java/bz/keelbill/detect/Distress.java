package bz.keelbill.detect;

import bz.keelbill.detect.Finding.Evidence;
import bz.keelbill.detect.Finding.Moment;
import bz.keelbill.detect.Finding.Outlook;
import bz.keelbill.detect.Finding.Term;
import bz.keelbill.detect.Finding.Words;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.FlightIdentity.Emergency;
import bz.keelbill.report.Origin;
import bz.keelbill.report.SafetyText;
import bz.keelbill.rule.Priority;
import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import bz.keelbill.track.Track;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * "Somebody calls for help."
 *
 * <p>AIS-SART 970, man overboard 972, EPIRB-AIS 974, navigational status 14 (M.1371-5); a safety
 * text with a distress word, which a patrol's device sends too; squawks 7500, 7600, 7700 on two
 * replies; a declared ADS-B emergency. A test transmission is a quiet note. Own forces ring too,
 * and so does a call whose station's clock is hours slow.
 */
public final class Distress implements Detector.OfTrack {
  /** The catalogue's word. */
  public static final String KIND = "distress";

  static final Setting ENABLED =
      Setting.onOff("distress.enabled", true, "Whether calls for help are reported");
  static final List<Setting> SETTINGS = List.of(ENABLED);

  private static final int SART_ACTIVE = 14;
  private static final int SART_TEST = 15;
  private static final long TEXT_COUNTS_MILLIS = 10 * 60_000;
  private static final Pattern TEST_WORDS = words("TEST(ING)?|DRILL|EXERCISE");
  private static final Pattern DISTRESS_WORDS =
      words("MAYDAY|SOS|S\\.O\\.S|MAN OVERBOARD|(SART|MOB|EPIRB) (ACTIVE|TEST)");

  private final boolean enabled;

  /** Built for one version of the rules. */
  public Distress(Rules rules) {
    enabled = rules.isOn(ENABLED);
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("\\b(" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  private record Call(String pattern, String meaning, Priority priority) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean judgesLateReports() {
    return true;
  }

  @Override
  public Pace pace() {
    return Pace.EVERY_REPORT;
  }

  @Override
  public void look(Track track, Scene scene, Findings found) {
    if (!enabled) {
      return;
    }
    Call call = call(track);
    if (call != null) {
      found.holds(finding(track, scene, call));
    } else if (isDialling(track)) {
      found.stoppedBy("replies", track.squawkReplies(), "", 2);
    } else {
      found.stoppedBy("no call");
    }
  }

  /** One reply with a code that means something. */
  private static boolean isDialling(Track track) {
    FlightIdentity flight = track.identity().flight();
    return flight != null && flight.squawk() != null && squawk(flight.squawk()) != null;
  }

  private static Call call(Track track) {
    if (track.identity().mmsi() != null) {
      return vessel(track);
    }
    Call declared = aircraft(track);
    return declared != null ? declared : text(track);
  }

  private static Call vessel(Track track) {
    String device = device(track.identity().mmsi() / 1_000_000);
    boolean active = isStatus(track, SART_ACTIVE);
    if (device == null && !active) {
      return text(track);
    }
    String name = device == null ? "AIS distress status" : device;
    boolean test = !active && (isStatus(track, SART_TEST) || saysTest(track));
    return test
        ? new Call("beacon-test", name + " test", Priority.CAUTION)
        : new Call("beacon", name + " active", Priority.EMERGENCY);
  }

  /** ITU-R M.585: devices that transmit only in distress, and in tests. */
  private static String device(int prefix) {
    return switch (prefix) {
      case 970 -> "AIS-SART";
      case 972 -> "man-overboard beacon";
      case 974 -> "EPIRB-AIS";
      default -> null;
    };
  }

  private static boolean isStatus(Track track, int wanted) {
    return track.navigationStatus() != null && track.navigationStatus() == wanted;
  }

  private static boolean saysTest(Track track) {
    return track.lastText() != null && TEST_WORDS.matcher(track.lastText().text()).find();
  }

  /** A text counts for a while only: nobody takes it back. */
  private static Call text(Track track) {
    SafetyText said = track.lastText();
    boolean isNew =
        said != null
            && track.arrivedAtMillis() - said.origin().receivedAtMillis() <= TEXT_COUNTS_MILLIS;
    if (!isNew || !DISTRESS_WORDS.matcher(said.text()).find()) {
      return null;
    }
    return saysTest(track)
        ? new Call("text-test", "sends a test of a distress text", Priority.CAUTION)
        : new Call("text", "sends a distress text", Priority.EMERGENCY);
  }

  private static Call aircraft(Track track) {
    FlightIdentity flight = track.identity().flight();
    if (flight == null) {
      return null;
    }
    Call declared = declared(flight.emergency());
    if (declared != null) {
      return declared;
    }
    // Dialling passes through other codes: one reply is not enough.
    return track.squawkReplies() >= 2 && flight.squawk() != null ? squawk(flight.squawk()) : null;
  }

  private static Call squawk(String code) {
    return switch (code) {
      case "7500" ->
          new Call("unlawful", "squawks 7500, unlawful interference", Priority.EMERGENCY);
      case "7600" -> new Call("no-radio", "squawks 7600, radio failure", Priority.WARNING);
      case "7700" -> new Call("squawk", "squawks 7700, emergency", Priority.EMERGENCY);
      default -> null;
    };
  }

  private static Call declared(Emergency emergency) {
    if (emergency == null) {
      return null;
    }
    return switch (emergency) {
      case NONE, LIFEGUARD -> null;
      case NO_RADIO -> new Call("no-radio", "declares radio failure", Priority.WARNING);
      case GENERAL, MINIMUM_FUEL, UNLAWFUL, DOWNED ->
          new Call(
              "declared",
              "declares " + emergency.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              Priority.EMERGENCY);
    };
  }

  private static Finding finding(Track track, Scene scene, Call call) {
    String who = Describe.who(track);
    String where =
        track.position() == null
            ? "position unknown"
            : Whereabouts.of(track.position(), scene.geography());
    return new Finding(
        KIND,
        call.priority(),
        Describe.subject(track),
        new Moment(track.heardAtMillis(), decidedAtMillis(track), track.position()),
        new Words(
            who + ": " + call.meaning() + ", " + where,
            "alert.distress." + call.pattern(),
            Map.of("who", who),
            null,
            List.of("nature of the distress")),
        List.of(Term.fact(call.meaning(), Double.NaN)),
        Outlook.NONE,
        evidence(track));
  }

  /** Not before we heard it, whatever the station's clock says: the alert is of now. */
  private static long decidedAtMillis(Track track) {
    return Math.max(track.heardAtMillis(), track.arrivedAtMillis());
  }

  private static List<Evidence> evidence(Track track) {
    if (track.latest() != null) {
      return Describe.newest(track);
    }
    if (track.lastText() == null) {
      return List.of();
    }
    Origin origin = track.lastText().origin();
    return List.of(
        new Evidence(origin.feed() + "#" + origin.lineNumber(), origin.eventAtMillis(), null));
  }
}
