package bz.keelbill.rule;

import java.util.List;
import java.util.Locale;

/**
 * What a condition may ask of a craft and the moment at which something was said of it: the literal
 * list, with the words that a condition writes.
 */
public enum Attribute {
  /** Of the finding, as {@code go-fast}. */
  KIND(Type.TEXT, "kind of the alert, as 'go-fast'"),
  /** Of the finding by itself. */
  PRIORITY(Type.TEXT, "priority of the alert", "emergency", "alarm", "warning", "caution"),
  /** Ship's name or flight callsign. */
  NAME(Type.TEXT, "ship's name or flight callsign"),
  /** AIS number. */
  MMSI(Type.NUMBER, "AIS number"),
  /** IMO number. */
  IMO(Type.NUMBER, "IMO number"),
  /** Radio call sign, or the mark of a tracking box. */
  CALLSIGN(Type.TEXT, "call sign"),
  /** Of the administration that gave out the AIS number. */
  FLAG(Type.TEXT, "flag by its AIS number, two letters as 'BZ'"),
  /** By the AIS type. */
  SHIP_TYPE(
      Type.TEXT,
      "sort of ship by its AIS type",
      "Fishing",
      "Tug",
      "Dredger",
      "Diving",
      "Military",
      "Sailing",
      "Pleasure",
      "High-speed",
      "Pilot",
      "Rescue",
      "Tender",
      "Law enforcement",
      "Medical",
      "Passenger",
      "Cargo",
      "Tanker",
      "Wing in ground",
      "Other"),
  /** M.1371-5, table 53. */
  SHIP_TYPE_CODE(Type.NUMBER, "AIS type as a number, 0 to 255"),
  /** As the ship says. */
  LENGTH(Type.NUMBER, "length, m"),
  /** Over ground. */
  SPEED(Type.NUMBER, "speed over ground, kn"),
  /** Over ground. */
  COURSE(Type.NUMBER, "course over ground, degrees true"),
  /** Pressure or satellite altitude. */
  ALTITUDE(Type.NUMBER, "altitude, ft"),
  /** Sun more than 6 degrees below the horizon there. */
  NIGHT(Type.FLAG, "whether it is night there"),
  /** In Belize. */
  HOUR(Type.NUMBER, "hour of the day in Belize, 0 to 23"),
  /** In Belize. */
  WEEKDAY(Type.TEXT, "day in Belize", "mon", "tue", "wed", "thu", "fri", "sat", "sun"),
  /** Degrees. */
  LATITUDE(Type.NUMBER, "latitude, degrees"),
  /** Degrees. */
  LONGITUDE(Type.NUMBER, "longitude, degrees"),
  /** Longitude first. */
  POSITION(Type.PLACE, "where it is: BBOX, INTERSECTS, WITHIN and DWITHIN, longitude first"),
  /** The finding's own, and those that it is inside. */
  FENCE(Type.TEXT, "id of a fence that the alert is about or that it is inside"),
  /** Whether it says who it is. */
  IDENTIFIED(Type.FLAG, "whether it says who it is"),
  /** Sea or air. */
  DOMAIN(Type.TEXT, "where it moves", "sea", "air"),
  /** One of ours. */
  OWN(Type.FLAG, "whether it is one of our own");

  /** What sort of value it has. */
  public enum Type {
    /** Compared with = and <> without regard to case, LIKE and IN. */
    TEXT("a text, as 'Cargo'"),
    /** Compared with all operators. */
    NUMBER("a number"),
    /** true or false. */
    FLAG("true or false"),
    /** Asked for by spatial operators only. */
    PLACE("a place");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    /** For messages. */
    String words() {
      return words;
    }
  }

  private final Type type;
  private final String explanation;
  private final List<String> allowed;

  Attribute(Type type, String explanation, String... allowed) {
    this.type = type;
    this.explanation = explanation;
    this.allowed = List.of(allowed);
  }

  /** The word that a condition writes. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What sort of value it has. */
  public Type type() {
    return type;
  }

  /** What it is, in a few words. */
  public String explanation() {
    return explanation;
  }

  /** Every value that it can have; empty if there are too many to list. */
  public List<String> allowed() {
    return allowed;
  }

  /** The attribute of a word, without regard to case, or null. */
  static Attribute ofWord(String word) {
    for (Attribute attribute : values()) {
      if (attribute.word().equalsIgnoreCase(word)) {
        return attribute;
      }
    }
    return null;
  }
}
