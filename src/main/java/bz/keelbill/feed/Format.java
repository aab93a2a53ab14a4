package bz.keelbill.feed;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The formats that a feed may speak. */
public enum Format {
  /** NMEA 0183 AIS sentences, with or without tag blocks. */
  AIS,
  /** NMEA 0183 radar sentences TTM and TLL. */
  RADAR,
  /** Both of these mixed. */
  NMEA,
  /** SBS-1 (BaseStation) text. */
  SBS,
  /** Mode S frames in the Beast binary format. */
  BEAST,
  /** Mode S frames in the AVR text format. */
  AVR,
  /** EUROCONTROL ASTERIX blocks of radars, radar systems and ADS-B stations. */
  ASTERIX,
  /** Cursor on Target events of patrols' devices, as XML. */
  COT,
  /** Positions of fishing vessels' tracking boxes (VMS), in the North Atlantic Format. */
  VMS,
  /** Air traffic services messages: flight plans and what follows them. */
  PLANS,
  /** The JSON messages of aisstream.io. */
  AISSTREAM,
  /** The JSON or CSV documents of AISHub. */
  AISHUB,
  /** The JSON of readsb, of dump1090 and of the services that run them. */
  READSB,
  /** The JSON documents of the OpenSky Network. */
  OPENSKY,
  /** Tables of satellite detections. */
  DETECTIONS;

  /** The longest JSON message taken; a text message of 161 characters has some 1,000 bytes. */
  static final int MAX_JSON_BYTES = 1 << 16;

  /** NMEA allows 82 bytes; with tag blocks and loggers' prefixes real lines reach some 300. */
  private static final int MAX_LINE_BYTES = 1024;

  private static final long HOUR_MILLIS = 3_600_000;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As the configuration and the command line write it: lower case. */
  public String word() {
    return word;
  }

  /**
   * So long nothing may come without being unusual, milliseconds; 0 where the feeds' own patience
   * counts. Nobody files plans by night, a satellite passes twice in a week, a tracking box speaks
   * every quarter of an hour, a patrol's device while it is out.
   */
  public long pauseMillis() {
    return switch (this) {
      case PLANS, DETECTIONS -> 24 * HOUR_MILLIS;
      case VMS, COT -> HOUR_MILLIS;
      default -> 0;
    };
  }

  /**
   * Whether lines that bear no date may bear the time of day, so that the date alone is wanting. A
   * receiver's counter tells how long ago its start was and nothing else.
   */
  boolean tellsTimeOfDay() {
    return this == ASTERIX || this == RADAR || this == NMEA;
  }

  /** Whether a working feed speaks all the time: no coast is without a ship or a base station. */
  public boolean isNeverSilent() {
    return this == AIS || this == NMEA || this == AISSTREAM || this == AISHUB;
  }

  /**
   * Whether a document that the server says has not changed is a sign of silence: it tells its own
   * time, and a receiver that has died leaves its last one with a server that lives.
   */
  public boolean mustAdvance() {
    return this == READSB || this == OPENSKY;
  }

  /** The ways by which bytes of this format may come. */
  public Set<FeedConfig.Transport> transports() {
    return switch (this) {
      case ASTERIX, VMS, COT ->
          EnumSet.of(
              FeedConfig.Transport.TCP,
              FeedConfig.Transport.TCP_LISTEN,
              FeedConfig.Transport.UDP,
              FeedConfig.Transport.FILE);
      case AIS, RADAR, NMEA, SBS, BEAST, AVR, PLANS ->
          EnumSet.complementOf(
              EnumSet.of(FeedConfig.Transport.WEBSOCKET, FeedConfig.Transport.HTTP));
      case DETECTIONS -> EnumSet.of(FeedConfig.Transport.FILE);
      case AISSTREAM -> EnumSet.of(FeedConfig.Transport.FILE, FeedConfig.Transport.WEBSOCKET);
      case AISHUB, OPENSKY -> EnumSet.of(FeedConfig.Transport.FILE, FeedConfig.Transport.HTTP);
      case READSB ->
          EnumSet.of(
              FeedConfig.Transport.TCP,
              FeedConfig.Transport.TCP_LISTEN,
              FeedConfig.Transport.FILE,
              FeedConfig.Transport.HTTP);
    };
  }

  /** A fresh framing for one stream of this format. */
  public Framing newFraming() {
    return switch (this) {
      case AIS, RADAR, NMEA, SBS, AVR -> Framing.ofLines(MAX_LINE_BYTES);
      case BEAST -> Framing.ofBeast();
      case ASTERIX -> new AsterixPieces();
      case COT -> Framing.ofCot();
      case VMS -> Framing.ofVms();
      case PLANS -> Framing.ofPlans();
      case AISSTREAM -> Framing.ofLines(MAX_JSON_BYTES);
      case AISHUB -> Framing.ofAisHub();
      case READSB, OPENSKY -> Framing.ofFlights();
      case DETECTIONS -> Framing.ofDetections();
    };
  }
}
