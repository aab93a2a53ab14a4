package bz.keelbill.asterix;

import static bz.keelbill.asterix.AsterixEncoder.block;
import static bz.keelbill.asterix.AsterixEncoder.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Geodesy;
import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactLost;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Line;
import bz.keelbill.report.Reject.Reason;
import bz.keelbill.report.StationClock;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsterixDecoderTest extends DecoderContract {
  /** 2026-11-23T12:00:00Z. */
  private static final long NOON = 1_795_435_200_000L;

  private static final Position PLACE = new Position(17.5, -88);
  private static final Site RADAR = Site.of("radar", 25 << 8 | 1, PLACE);
  private static final Fix.Height UNKNOWN_HEIGHT =
      new Fix.Height(Double.NaN, false, Double.NaN, null);
  private static final Site.Targets BY_CATEGORY = Site.Targets.BY_CATEGORY;
  private static final String PLOT = "300011f110190154600020086c649f0007";
  private static final String TRACK = "3e00199b0c190154600000317e4bff06d3a00050ffc404d200";
  private static final String SURFACE =
      "0a0020f9610180190201605460000c5f92c6c1b4e81b0028ffd8004d28280000";
  private static final String NORTH = "220015e9101901015460000140001e0c71c7c16c17";
  private static final String ADSB =
      "150025c319030980190100062fc963e0da740e0ab001546000008c02ab84fa5b3208060820";

  private final Decoder decoder = newDecoder();

  @Override
  protected Decoder newDecoder() {
    return new AsterixDecoder(List.of(RADAR), "feed-station", false);
  }

  @Override
  protected List<byte[]> goodLines() {
    return List.of(hex(PLOT), hex(TRACK), hex(SURFACE), hex(NORTH), hex(ADSB));
  }

  @Override
  protected boolean hasChecksum() {
    return false;
  }

  private Outcome take(byte[] block) {
    return take(decoder, NOON, block);
  }

  private static Outcome take(Decoder decoder, long atMillis, byte[] block) {
    Outcome outcome = new Outcome();
    decoder.decode(new Line("feed", 1, atMillis, block), outcome);
    return outcome;
  }

  private static Fix fix(Outcome outcome) {
    return (Fix) outcome.reports.get(outcome.reports.size() - 1);
  }

  /** A plot of category 048, at noon, of a site. */
  private static AsterixEncoder plot(int type, double nauticalMiles, double degrees) {
    int range = (int) Math.round(nauticalMiles * 256);
    int azimuth = (int) Math.round(degrees * 65_536 / 360);
    return new AsterixEncoder(48)
        .source(25, 1)
        .time("140", 43_200)
        .put("020", "%02x".formatted(type << 5))
        .put("040", "%04x%04x".formatted(range, azimuth));
  }

  @Test
  void placesAPrimaryPlotFromItsRadar() {
    Fix fix = fix(take(hex(PLOT)));
    Position there = Geodesy.destination(PLACE, 141.5, 8.42 * 1852);
    assertTrue(Geodesy.exactDistanceMetres(there, fix.position()) < 10, "" + fix.position());
    assertEquals(new ContactId.RadarTarget("radar", 7), fix.contact());
    assertEquals("radar", fix.origin().station());
    assertEquals(NOON, fix.atMillis());
    assertEquals(Fix.Source.RADAR, fix.state().source());
    assertEquals(51, fix.state().accuracy().alongMetres(), 1, "its height is not known");
    assertEquals(136, fix.state().accuracy().acrossMetres(), 1);
    assertEquals(UNKNOWN_HEIGHT, fix.height(), "but it flies, as far as anybody knows");
  }

  @Test
  void tellsOfASystemTrackWithItsVelocity() {
    Fix fix = fix(take(hex(TRACK)));
    assertEquals(17.4, fix.position().latitude(), 1e-6);
    assertEquals(-87.6, fix.position().longitude(), 1e-5);
    assertEquals(25 * 3600 / 1852.0, fix.motion().speedKnots(), 1e-9);
    assertEquals(126.87, fix.motion().courseDegrees(), 0.01);
    assertEquals(new ContactId.RadarTarget("radar", 1234), fix.contact());
  }

  @Test
  void tellsOfASurfaceTargetOfASourceThatNobodyNamed() {
    Fix fix = fix(take(hex(SURFACE)));
    assertEquals(new ContactId.RadarTarget("feed-station-25-2", 77), fix.contact());
    assertEquals(10 * Math.sqrt(2) * 3600 / 1852, fix.motion().speedKnots(), 1e-9);
    assertEquals(135, fix.motion().courseDegrees(), 1e-9);
    assertEquals(new Fix.Accuracy(10, 10, 90, false), fix.state().accuracy());
  }

  @Test
  void forgetsWhereASourceStandsThatHasNotSaidItForLongerThanADecoderRemembers() {
    byte[] mark = hex(NORTH.replace("1901", "1921"));
    byte[] plot = hex(PLOT.replace("1901", "1921"));
    long remembered = NOON + decoder.memoryMillis();
    take(decoder, NOON, mark);
    assertEquals(1, take(decoder, remembered, plot).reports.size());
    assertEquals(List.of(), take(decoder, remembered + 1, plot).reports);
  }

  @Test
  void tellsOfAnAircraftByItsAddress() {
    Outcome outcome = take(hex(ADSB));
    FlightIdentity who = (FlightIdentity) outcome.reports.get(0);
    Fix fix = fix(outcome);
    assertEquals("V3HHA", who.callsign());
    assertEquals(new ContactId.Icao24(0x0AB001, true), who.contact());
    assertEquals(who.contact(), fix.contact());
    assertEquals(3500, fix.height().altitudeFeet());
    assertEquals(150, fix.motion().speedKnots(), 0.1);
    assertEquals(Fix.Source.ADSB, fix.state().source());
    assertEquals(Fix.Accuracy.circle(50), fix.state().accuracy());
  }

  @Test
  void aNorthMarkProvesThatTheStationLivesAndWhereItStands() {
    StationClock clock = (StationClock) take(hex(NORTH)).reports.get(0);
    assertEquals("radar", clock.origin().station());
    assertEquals(PLACE, clock.position(), "as configured, for it is not far from there");
    assertNull(clock.contact());
    assertEquals(NOON, clock.clockMillis());
  }

  @Test
  void aRadarThatSaysItStandsElsewhereIsCounted() {
    AsterixEncoder mark = new AsterixEncoder(34).source(25, 1).put("000", "01");
    assertEquals(
        List.of(Reason.SITE_MOVED), take(mark.put("120", "001e0c71c7c17000").block()).reasons());
    assertEquals(List.of(), take(mark.put("120", "001e0c71c7c16c17").block()).reasons());
    assertEquals(List.of(), take(hex(PLOT)).reasons(), "its targets count all the same");
  }

  @Test
  void aPlotOfAnUnknownSourceIsPlacedOnceTheSourceSaysWhereItStands() {
    byte[] plot = plot(1, 10, 90).source(9, 9).put("161", "0005").block();
    Outcome unknown = take(plot);
    assertEquals(List.of(Reason.UNKNOWN_STATION), unknown.reasons());
    assertTrue(unknown.reports.isEmpty());
    take(new AsterixEncoder(34).source(9, 9).put("120", "001e0c71c7c16c17").block());
    Fix fix = fix(take(plot));
    assertEquals(new ContactId.RadarTarget("feed-station-9-9", 5), fix.contact());
    assertEquals(18_520, Geodesy.exactDistanceMetres(PLACE, fix.position()), 40);
  }

  @Test
  void theFeedsOwnStationSpeaksForSourcesThatNobodyNames() {
    Decoder own = new AsterixDecoder(List.of(Site.of("own", null, PLACE)), "own", false);
    byte[] plot = plot(1, 10, 90).put("161", "0005").block();
    assertEquals("own", fix(take(own, NOON, plot)).origin().station());
  }

  @Test
  void takesTheSlantOffWhereTheHeightIsKnown() {
    AsterixEncoder low = plot(5, 10, 90).put("220", "0ab001").put("090", "0000");
    AsterixEncoder high = plot(5, 10, 90).put("220", "0ab002").put("090", "0578"); // FL 350
    Fix near = fix(take(high.block()));
    Fix far = fix(take(low.block()));
    assertEquals(18_520, Geodesy.exactDistanceMetres(PLACE, far.position()), 1);
    double expected = Math.sqrt(18_520.0 * 18_520 - 10_648.0 * 10_648);
    assertEquals(expected, Geodesy.exactDistanceMetres(PLACE, near.position()), 20);
    assertEquals(40, near.state().accuracy().alongMetres());
    assertEquals(35_000, near.height().altitudeFeet());
  }

  @Test
  void aHeightThatIsDoubtedCorrectsNothingAndAddsError() {
    Fix fix = fix(take(plot(5, 10, 90).put("220", "0ab001").put("090", "8578").block()));
    assertTrue(Double.isNaN(fix.height().altitudeFeet()));
    assertTrue(fix.state().accuracy().alongMetres() > 900);
  }

  @Test
  void anAircraftThatAnswersIsFollowedByItsAddressAndKeepsItForAMinute() {
    AsterixEncoder full =
        plot(5, 10, 90).put("161", "0007").put("220", "0ab001").put("240", "5b3208060820");
    full.put("070", "0fc0").put("230", "0400");
    FlightIdentity who = (FlightIdentity) take(full.block()).reports.get(0);
    ContactId.Icao24 aircraft = new ContactId.Icao24(0x0AB001, true);
    assertEquals(
        new FlightIdentity(who.origin(), aircraft, "V3HHA", "7700", null, null, null, true), who);
    byte[] primary = plot(1, 10, 91).put("161", "0007").block();
    assertEquals(aircraft, fix(take(primary)).contact());
    Fix later =
        fix(
            take(
                decoder,
                NOON + 61_000,
                plot(1, 10, 91).put("161", "0007").time("140", 43_261).block()));
    assertEquals(new ContactId.RadarTarget("radar", 7), later.contact());
  }

  @Test
  void aNumberWhoseAircraftAnswersAtLastIsGivenUp() {
    take(plot(1, 10, 90).put("161", "0007").block());
    Outcome outcome = take(plot(5, 10, 90).put("161", "0007").put("220", "0ab001").block());
    ContactLost lost = (ContactLost) outcome.reports.get(0);
    assertEquals(new ContactId.RadarTarget("radar", 7), lost.contact());
    assertEquals(new ContactId.Icao24(0x0AB001, true), fix(outcome).contact());
  }

  @Test
  void theEndOfATrackFreesItsNumberButNoAddress() {
    Outcome number = take(plot(1, 10, 90).put("161", "0007").put("170", "0180").block());
    assertEquals(1, number.reports.size());
    assertEquals(new ContactId.RadarTarget("radar", 7), number.reports.get(0).contact());
    assertTrue(number.reports.get(0) instanceof ContactLost);
    byte[] ended =
        plot(5, 10, 90).put("161", "0008").put("220", "0ab001").put("170", "0180").block();
    assertTrue(take(ended).reports.isEmpty(), "others may still hear it");
    Outcome tracks =
        take(new AsterixEncoder(62).source(25, 1).put("040", "ffff").put("080", "0140").block());
    assertEquals(new ContactId.RadarTarget("radar", 65_535), tracks.reports.get(0).contact());
  }

  @Test
  void whatIsSimulatedOrATestOrAGhostIsNoTarget() {
    assertEquals(
        List.of(Reason.SIMULATED), refused(plot(1, 10, 90).put("161", "0001").put("020", "30")));
    assertEquals(List.of(Reason.SIMULATED), refused(plot(1, 10, 90).put("020", "2180")));
    assertEquals(List.of(Reason.NOT_USED), refused(plot(1, 10, 90).put("020", "22")));
    assertEquals(List.of(Reason.NOT_USED), refused(plot(1, 10, 90).put("170", "0140")));
    AsterixEncoder track = new AsterixEncoder(62).source(25, 1).put("105", "00317e4bff06d3a0");
    assertEquals(List.of(Reason.SIMULATED), refused(track.put("080", "0180").put("040", "0001")));
    AsterixEncoder adsb = new AsterixEncoder(21).source(25, 1).put("080", "0ab001");
    assertEquals(List.of(Reason.SIMULATED), refused(adsb.put("040", "0120")));
    assertEquals(List.of(Reason.NOT_USED), refused(adsb.put("040", "02")));
  }

  private List<Reason> refused(AsterixEncoder record) {
    Outcome outcome = take(record.block());
    assertTrue(outcome.reports.isEmpty());
    return outcome.reasons();
  }

  @Test
  void aPlotWithoutNumberAndAddressIsAnEchoOfItsStation() {
    AsterixEncoder echo = plot(1, 10, 90).put("200", "08000000").put("070", "0fc0");
    Outcome outcome = take(echo.put("170", "0180").block());
    assertEquals(List.of(), outcome.reasons());
    assertEquals(1, outcome.reports.size(), "its code is nobody's, and nothing ends");
    Fix fix = fix(outcome);
    assertEquals(new ContactId.Plot("radar"), fix.contact());
    assertEquals("plot:radar", fix.contact().name());
    assertFalse(fix.contact().isCooperative());
    assertEquals(18_520, Geodesy.exactDistanceMetres(PLACE, fix.position()), 40);
    assertEquals(Fix.Motion.UNKNOWN, fix.motion());
    assertEquals(Math.toRadians(0.5) * 18_520, fix.state().accuracy().acrossMetres(), 1);
    assertEquals(UNKNOWN_HEIGHT, fix.height());
  }

  @Test
  void anEchoOfASurfaceRadarHasNoHeight() {
    AsterixEncoder echo = new AsterixEncoder(10).source(25, 1).put("000", "01").put("020", "60");
    Fix fix = fix(take(echo.put("040", "07d04000").block()));
    assertEquals(new ContactId.Plot("radar"), fix.contact());
    assertEquals(2_000, Geodesy.exactDistanceMetres(PLACE, fix.position()), 1);
    assertNull(fix.height());
    assertEquals(40, fix.state().accuracy().alongMetres(), "what is on the sea has no slant");
  }

  @Test
  void whatNoRadarSeesAndNobodyNamesIsNotUsed() {
    AsterixEncoder track = new AsterixEncoder(62).source(25, 1).put("105", "00317e4bff06d3a0");
    assertEquals(List.of(Reason.NOT_USED), refused(track));
    AsterixEncoder adsb = new AsterixEncoder(21).source(25, 1).put("130", "0c5f93c1b4e8");
    assertEquals(List.of(Reason.NOT_USED), refused(adsb.put("040", "00")));
  }

  @Test
  void theCategoryTellsAircraftFromVesselsUnlessTheStationDoes() {
    byte[] plot = plot(1, 10, 90).put("161", "0007").put("090", "0578").block();
    byte[] track = hex(TRACK);
    byte[] surface = hex(SURFACE);
    assertEquals(35_000, fix(take(looking(BY_CATEGORY), NOON, plot)).height().altitudeFeet());
    assertEquals(UNKNOWN_HEIGHT, fix(take(looking(BY_CATEGORY), NOON, track)).height());
    assertNull(fix(take(looking(BY_CATEGORY), NOON, surface)).height());
    assertNull(fix(take(looking(Site.Targets.SEA), NOON, plot)).height());
    assertNull(fix(take(looking(Site.Targets.SEA), NOON, track)).height());
    assertEquals(UNKNOWN_HEIGHT, fix(take(looking(Site.Targets.AIR), NOON, surface)).height());
  }

  @Test
  void aVesselOfACoastalRadarHasNoSlantAndNoCodes() {
    byte[] ship = plot(1, 10, 90).put("161", "0007").put("070", "0fc0").put("090", "0578").block();
    Outcome outcome = take(looking(Site.Targets.SEA), NOON, ship);
    assertEquals(1, outcome.reports.size());
    assertEquals(18_520, Geodesy.exactDistanceMetres(PLACE, fix(outcome).position()), 1);
    assertEquals(40, fix(outcome).state().accuracy().alongMetres());
  }

  @Test
  void anAddressIsAnAircraftsWhateverTheStationLooksAt() {
    byte[] aircraft = plot(5, 10, 90).put("161", "0007").put("220", "0ab001").block();
    byte[] echo = plot(1, 10, 90).put("161", "0007").block();
    Decoder sea = looking(Site.Targets.SEA);
    assertEquals(UNKNOWN_HEIGHT, fix(take(sea, NOON, aircraft)).height());
    assertEquals(UNKNOWN_HEIGHT, fix(take(sea, NOON, echo)).height(), "it keeps its address");
    AsterixEncoder taxiing = new AsterixEncoder(10).source(25, 1).put("000", "01");
    taxiing.put("020", "60").put("040", "07d04000").put("161", "0009");
    assertNull(fix(take(taxiing.block())).height());
    assertEquals(UNKNOWN_HEIGHT, fix(take(taxiing.put("060", "0fc0").block())).height());
    taxiing.put("161", "000a").put("220", "0ab002");
    assertEquals(UNKNOWN_HEIGHT, fix(take(taxiing.block())).height());
  }

  private static Decoder looking(Site.Targets targets) {
    List<Site> sites =
        List.of(
            new Site("radar", 25 << 8 | 1, PLACE, 20, Site.Noise.USUAL, Dialect.NEWEST, targets),
            new Site("airport", 25 << 8 | 2, PLACE, 20, Site.Noise.USUAL, Dialect.NEWEST, targets));
    return new AsterixDecoder(sites, "feed", false);
  }

  @Test
  void sourcesThatNoStationClaimsDoNotCollide() {
    byte[] one = plot(1, 10, 90).source(25, 1).put("161", "0007").block();
    byte[] other = plot(1, 20, 90).source(25, 2).put("161", "0007").block();
    Decoder own = new AsterixDecoder(List.of(Site.of("coast", null, PLACE)), "coast", false);
    assertEquals("radar:coast/7", fix(take(own, NOON, one)).contact().name());
    Fix second = fix(take(own, NOON, other));
    assertEquals("radar:coast-25-2/7", second.contact().name());
    assertEquals("coast-25-2", second.origin().station());
    assertEquals(37_040, Geodesy.exactDistanceMetres(PLACE, second.position()), 60);
    assertEquals("radar:coast/7", fix(take(own, NOON, one)).contact().name());
    Decoder nobodys = new AsterixDecoder(List.of(), "feed", false);
    byte[] track = new AsterixEncoder(62).source(25, 1).put("040", "0007").block();
    byte[] placed =
        new AsterixEncoder(62)
            .source(25, 1)
            .put("040", "0007")
            .put("105", "00317e4bff06d3a0")
            .block();
    assertEquals(List.of(Reason.NOT_USED), take(nobodys, NOON, track).reasons());
    assertEquals("radar:feed-25-1/7", fix(take(nobodys, NOON, placed)).contact().name());
  }

  @Test
  void aPredictedPositionIsNoPosition() {
    AsterixEncoder track = new AsterixEncoder(62).source(25, 1).put("105", "00317e4bff06d3a0");
    track.put("040", "0001");
    assertEquals(List.of(Reason.NOT_USED), refused(track.put("080", "01010180")));
    assertEquals(List.of(), take(track.put("080", "01010108").block()).reasons());
  }

  @Test
  void targetsBeyondTheRadarsRangeOrNowhereAreRefused() {
    Site.Noise near = new Site.Noise(30, 20, 40, 0.5, 0, 0);
    Site site = new Site("near", 25 << 8 | 1, PLACE, 20, near, Dialect.NEWEST, BY_CATEGORY);
    Decoder of = new AsterixDecoder(List.of(site), "feed", false);
    byte[] inside = plot(1, 21.9, 90).put("161", "0001").block();
    byte[] outside = plot(1, 22.1, 90).put("161", "0001").block();
    assertEquals(List.of(), take(of, NOON, inside).reasons());
    assertEquals(List.of(Reason.OUT_OF_RANGE), take(of, NOON, outside).reasons());
    byte[] blind = plot(1, 0, 90).put("161", "0001").block();
    assertEquals(List.of(Reason.OUT_OF_RANGE), take(of, NOON, blind).reasons());
    AsterixEncoder track = new AsterixEncoder(62).source(25, 1).put("040", "0001");
    assertEquals(
        List.of(Reason.OUT_OF_RANGE), take(track.put("105", "0000000000000000").block()).reasons());
    assertEquals(
        List.of(Reason.OUT_OF_RANGE), take(track.put("105", "7fffffff00000000").block()).reasons());
  }

  @Test
  void theBiasOfARadarIsTakenOff() {
    Site.Noise biased = new Site.Noise(30, 60, 40, 0.5, 520, 45);
    Site site = new Site("biased", 25 << 8 | 1, PLACE, 0, biased, Dialect.NEWEST, BY_CATEGORY);
    Decoder of = new AsterixDecoder(List.of(site), "feed", false);
    byte[] plot = plot(1, 10, 135).put("161", "0001").put("090", "0000").block();
    Position there = fix(take(of, NOON, plot)).position();
    assertEquals(18_000, Geodesy.exactDistanceMetres(PLACE, there), 1);
    assertEquals(90, Geodesy.exactBearingDegrees(PLACE, there), 0.01);
  }

  @Test
  void anErrorEllipseIsTurnedToItsAxes() {
    AsterixEncoder track = new AsterixEncoder(62).source(25, 1).put("040", "0001");
    track.put("105", "00317e4bff06d3a0");
    // Both 100 m, covariance 60 m times 60 m: along north-east.
    Fix.Accuracy turned = fix(take(track.put("500", "c000c800c80078").block())).state().accuracy();
    assertEquals(Math.sqrt(13_600), turned.alongMetres(), 0.01);
    assertEquals(Math.sqrt(6_400), turned.acrossMetres(), 0.01);
    assertEquals(45, turned.axisDegrees(), 1e-9);
    Fix.Accuracy plain = fix(take(track.put("500", "800014000a").block())).state().accuracy();
    assertEquals(new Fix.Accuracy(5, 10, 0, false), plain);
    Fix.Accuracy degrees = fix(take(track.put("500", "2001000100").block())).state().accuracy();
    assertEquals(152, degrees.alongMetres(), 1);
  }

  @Test
  void theNavigationAccuracyOfAnAircraftIsItsError() {
    AsterixEncoder adsb = new AsterixEncoder(21).source(25, 1).put("080", "0ab001");
    adsb.put("130", "0c5f93c1b4e8").put("040", "00");
    assertEquals(30 / 2.45, sigma(adsb.put("090", "1112")), 0.01);
    assertEquals(1852 / 2.45, sigma(adsb.put("090", "0a")), 0.01, "integrity category 5");
    assertEquals(50, sigma(adsb.put("090", "10")), 0.01);
  }

  private double sigma(AsterixEncoder record) {
    return fix(take(record.block())).state().accuracy().worstMetres();
  }

  @Test
  void aPositionThatTheStationDoubtsIsNone() {
    AsterixEncoder adsb = new AsterixEncoder(21).source(25, 1).put("080", "0ab001");
    Outcome outcome = take(adsb.put("130", "0c5f93c1b4e8").put("040", "010108").block());
    assertEquals(List.of(Reason.INVALID), outcome.reasons());
    assertTrue(outcome.reports.isEmpty());
  }

  @Test
  void anAddressThatNoStateGaveOutIsMarked() {
    AsterixEncoder adsb = new AsterixEncoder(21).source(25, 1).put("080", "0ab001");
    Fix fix = fix(take(adsb.put("130", "0c5f93c1b4e8").put("040", "60").block()));
    assertEquals(new ContactId.Icao24(0x0AB001, false), fix.contact());
  }

  @Test
  void aTimeOfDayIsDatedByTheNearestArrival() {
    long midnight = NOON + 43_200_000;
    byte[] before = plot(1, 10, 90).put("161", "0001").time("140", 86_399).block();
    byte[] after = plot(1, 10, 90).put("161", "0001").time("140", 1).block();
    assertEquals(midnight - 1_000, fix(take(decoder, midnight + 500, before)).atMillis());
    assertEquals(midnight + 1_000, fix(take(decoder, midnight - 500, after)).atMillis());
  }

  @Test
  void aWrongClockGivesWayToArrivalButIsTold() {
    byte[] plot = plot(1, 10, 90).put("161", "0001").time("140", 43_200 + 3_600).block();
    Fix live = fix(take(plot));
    assertEquals(NOON, live.atMillis());
    assertEquals(NOON + 3_600_000, live.origin().stationAtMillis());
    Decoder recorded = new AsterixDecoder(List.of(RADAR), "feed", true);
    assertEquals(NOON + 3_600_000, fix(take(recorded, NOON, plot)).atMillis());
    byte[] none = plot(1, 10, 90).put("161", "0001").time("140", 90_000).block();
    assertEquals(NOON, fix(take(none)).atMillis());
  }

  @Test
  void aRecordThatDoesNotSayWhoSendsItIsRefused() {
    byte[] record = new AsterixEncoder(62).put("040", "0001").block();
    assertEquals(List.of(Reason.SHORT), take(record).reasons());
  }

  @Test
  void severalBlocksOfOneDatagramAreAllRead() {
    byte[] both = AsterixEncoder.joined(hex(PLOT), block(240, new byte[9]), hex(TRACK));
    Outcome outcome = take(both);
    assertEquals(2, outcome.reports.size());
    assertEquals(List.of(Reason.NOT_USED), outcome.reasons());
    assertFalse(outcome.reports.get(0).contact().equals(outcome.reports.get(1).contact()));
  }
}
