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
  /** Air traffic services messages: flight plans and what follows them. */
  PLANS,
  /** The JSON messages of aisstream.io. */
  AISSTREAM,
  /** The JSON or CSV documents of AISHub. */
  AISHUB,
  /** The JSON of readsb, of dump1090 and of the services that run them. */
  READSB,
  /** The JSON documents of the OpenSky Network. */
  OPENSKY;

  /** The longest JSON message taken; a text message of 161 characters has some 1,000 bytes. */
  static final int MAX_JSON_BYTES = 1 << 16;

  /** NMEA allows 82 bytes; with tag blocks and loggers' prefixes real lines reach some 300. */
  private static final int MAX_LINE_BYTES = 1024;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As the configuration and the command line write it: lower case. */
  public String word() {
    return word;
  }

  /**
   * Whether lines that bear no date may bear the time of day, so that the date alone is wanting. A
   * receiver's counter tells how long ago its start was and nothing else.
   */
  boolean tellsTimeOfDay() {
    return this == ASTERIX || this == RADAR || this == NMEA;
  }

  /** Whether hours without a line are nothing unusual: nobody files plans by night. */
  public boolean isSeldom() {
    return this == PLANS;
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
      case ASTERIX ->
          EnumSet.of(
              FeedConfig.Transport.TCP,
              FeedConfig.Transport.TCP_LISTEN,
              FeedConfig.Transport.UDP,
              FeedConfig.Transport.FILE);
      case AIS, RADAR, NMEA, SBS, BEAST, AVR, PLANS ->
          EnumSet.complementOf(
              EnumSet.of(FeedConfig.Transport.WEBSOCKET, FeedConfig.Transport.HTTP));
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
      case PLANS -> Framing.ofPlans();
      case AISSTREAM -> Framing.ofLines(MAX_JSON_BYTES);
      case AISHUB -> Framing.ofAisHub();
      case READSB, OPENSKY -> Framing.ofFlights();
    };
  }
}
