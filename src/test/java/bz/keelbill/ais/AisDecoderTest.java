package bz.keelbill.ais;

import static bz.keelbill.ais.AisEncoder.bytes;
import static bz.keelbill.ais.AisEncoder.message;
import static bz.keelbill.ais.AisEncoder.position;
import static bz.keelbill.ais.AisEncoder.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bz.keelbill.geo.Position;
import bz.keelbill.report.ContactId;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.DecoderContract;
import bz.keelbill.report.Fix;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import bz.keelbill.report.SafetyText;
import bz.keelbill.report.StationClock;
import bz.keelbill.report.VesselIdentity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AisDecoderTest extends DecoderContract {
  private static final int SHIP = 312_000_001;
  private static final long RECEIVED = 1_790_000_000_000L;

  @Override
  protected Decoder newDecoder() {
    return new AisDecoder("mast", AisReader.Timing.LIVE);
  }

  @Override
  protected List<byte[]> goodLines() {
    return List.of(
        bytes(position(SHIP, 17.5, -88.1, 20).sentence()),
        bytes(message(24, SHIP, 160).text(40, 20, "LA MANCHE").sentence()),
        bytes(message(14, 970_000_001, 94).text(40, 9, "SART TEST").sentence()),
        bytes(aid().sentence()));
  }

  @Test
  void aShipsPositionIsAFix() {
    AisEncoder encoder = position(SHIP, 17.5, -88.25, 20).put(38, 4, 7).put(50, 10, 123);
    Fix fix = fix(encoder.put(116, 12, 2705).put(128, 9, 268).put(60, 1, 1).sentence());
    assertEquals(new ContactId.Mmsi(SHIP), fix.contact());
    assertEquals(new Position(17.5, -88.25), fix.position());
    assertEquals(new Fix.Motion(12.3, 270.5, 268), fix.motion());
    assertNull(fix.height());
    assertEquals(new Fix.State(Fix.Source.AIS_CLASS_A, Fix.Accuracy.circle(5), 7), fix.state());
  }

  @Test
  void unknownValuesAreNanAndAnUnknownPositionIsNull() {
    Fix fix = fix(position(SHIP, 91, 181, 60).sentence());
    assertNull(fix.position());
    assertEquals(Fix.Motion.UNKNOWN, fix.motion());
    assertEquals(0, fix.state().navigationStatus());
  }

  @Test
  void halfAPositionIsNone() {
    assertNull(fix(position(SHIP, 17, 181, 60).sentence()).position());
    assertNull(fix(position(SHIP, 91, -88, 60).sentence()).position());
  }

  @Test
  void classBHasNoStatus() {
    Fix fix = fix(classB(18, 168).sentence());
    assertEquals(Fix.Source.AIS_CLASS_B, fix.state().source());
    assertNull(fix.state().navigationStatus());
    assertEquals(new Position(17.25, -88), fix.position());
  }

  @Test
  void extendedClassBIsAFixAndAnIdentity() {
    AisEncoder encoder = classB(19, 312).text(143, 20, "GO SLOW").put(263, 8, 37);
    List<Report> reports = reports(encoder.put(271, 9, 8).put(280, 9, 4).sentence());
    assertInstanceOf(Fix.class, reports.get(0));
    VesselIdentity identity = assertInstanceOf(VesselIdentity.class, reports.get(1));
    assertEquals("GO SLOW", identity.name());
    assertNull(identity.callsign());
    assertEquals(37, identity.shipType());
    assertEquals(new VesselIdentity.Hull(8, 4, 0, 0), identity.hull());
    assertNull(identity.voyage());
  }

  @Test
  void staticDataIsAnIdentityWithAVoyage() {
    AisEncoder encoder = message(5, SHIP, 424).put(40, 30, 9_074_729).text(70, 7, "V3AB");
    encoder.text(112, 20, "SEA EAGLE").put(232, 8, 70).put(240, 9, 100).put(274, 4, 12);
    encoder.put(278, 5, 31).put(283, 5, 24).put(288, 6, 60).put(294, 8, 73).text(302, 20, "BZBZE");
    VesselIdentity identity = identity(encoder.sentences(2, "3", "B"));
    assertEquals("SEA EAGLE", identity.name());
    assertEquals("V3AB", identity.callsign());
    assertEquals(9_074_729, identity.imoNumber());
    assertEquals(70, identity.shipType());
    assertEquals(new VesselIdentity.Hull(100, 0, 0, 0), identity.hull());
    assertEquals(new VesselIdentity.Voyage("BZBZE", 7.3, 12, 31, null, null), identity.voyage());
  }

  @Test
  void emptyStaticDataSaysNothing() {
    AisEncoder encoder = message(5, SHIP, 424).put(283, 5, 24).put(288, 6, 60);
    VesselIdentity identity = identity(encoder.sentences(2, "3", "B"));
    assertEquals(
        new VesselIdentity(
            identity.origin(),
            identity.contact(),
            new VesselIdentity.Names(null, null, null),
            null,
            null,
            new VesselIdentity.Voyage("", Double.NaN, null, null, null, null),
            null,
            null),
        identity);
  }

  @Test
  void anOfficialNumberIsNoImoNumber() {
    AisEncoder encoder = message(5, SHIP, 424).put(40, 30, 10_000_000);
    assertNull(identity(encoder.sentences(2, "3", "B")).imoNumber());
  }

  @Test
  void bothHalvesOfType24AreIdentities() {
    AisEncoder name = message(24, SHIP, 160).text(40, 20, "LA MANCHE");
    assertEquals("LA MANCHE", identity(List.of(name.sentence())).name());
    AisEncoder rest = message(24, SHIP, 168).put(38, 2, 1).put(40, 8, 30).text(90, 7, "V3XYZ");
    VesselIdentity identity = identity(List.of(rest.put(132, 9, 8).sentence()));
    assertNull(identity.name());
    assertEquals("V3XYZ", identity.callsign());
    assertEquals(new VesselIdentity.Hull(8, 0, 0, 0), identity.hull());
  }

  @Test
  void anAuxiliaryCraftsParentIsNoHull() {
    AisEncoder encoder = message(24, 983_120_001, 168).put(38, 2, 1).put(132, 30, SHIP);
    VesselIdentity identity = identity(List.of(encoder.sentence()));
    assertNull(identity.hull());
    assertEquals(SHIP, identity.parentMmsi());
  }

  @Test
  void anAuxiliaryCraftMayNameNoParentAndAShipHasNone() {
    AisEncoder nobodys = message(24, 983_120_001, 168).put(38, 2, 1);
    assertNull(identity(List.of(nobodys.sentence())).parentMmsi());
    AisEncoder ship = message(24, SHIP, 168).put(38, 2, 1).put(132, 30, SHIP);
    assertNull(identity(List.of(ship.sentence())).parentMmsi());
  }

  @Test
  void anImoNumberWithAWrongCheckDigitIsKept() {
    AisEncoder encoder = message(5, SHIP, 424).put(40, 30, 9_074_728);
    assertEquals(9_074_728, identity(encoder.sentences(2, "3", "B")).imoNumber());
  }

  @Test
  void anAircraftHasAHeight() {
    AisEncoder encoder = message(9, 111_312_001, 168).put(38, 12, 305).put(50, 10, 120);
    encoder.put(61, 28, -88 * 600_000).put(89, 27, 17 * 600_000).put(128, 6, 60).put(134, 1, 1);
    Fix fix = fix(encoder.sentence());
    assertEquals(Fix.Source.AIS_AIRCRAFT, fix.state().source());
    assertEquals(1_000.66, fix.height().altitudeFeet(), 0.01);
    assertEquals(false, fix.height().geometric());
    assertEquals(120, fix.motion().speedKnots());
  }

  @Test
  void longRangeReportsAreRounded() {
    AisEncoder encoder = message(27, SHIP, 96).put(44, 18, -88 * 600).put(62, 17, 17 * 600);
    Fix fix = fix(encoder.put(79, 6, 12).put(85, 9, 90).sentence());
    assertEquals(Fix.Source.AIS_CLASS_A, fix.state().source());
    assertTrue(fix.state().accuracy().worstMetres() > 50);
    assertEquals(new Fix.Motion(12, 90, Double.NaN), fix.motion());
  }

  @Test
  void anAidIsAFixAndAName() {
    List<Report> reports = reports(aid().sentence());
    assertEquals(Fix.Source.AIS_AID, ((Fix) reports.get(0)).state().source());
    assertEquals("CAY LIGHT", ((VesselIdentity) reports.get(1)).name());
  }

  @Test
  void anAidsNameGoesOnBehindTheFixedPart() {
    AisEncoder encoder = message(21, 993_120_001, 320).text(43, 20, "GLOVERS REEF NORTH E");
    encoder.text(272, 8, "AST BUOY");
    assertEquals("GLOVERS REEF NORTH EAST BUOY", aidIdentity(encoder).name());
  }

  @Test
  void anAidIsOffItsPlaceOnlyWhileItKnowsIts() {
    AisEncoder drifting = aid().put(38, 5, 14).put(253, 6, 59).put(259, 1, 1);
    assertEquals(new VesselIdentity.Aid(14, true, false), aidIdentity(drifting).aid());
    assertEquals(
        new VesselIdentity.Aid(14, null, false), aidIdentity(drifting.put(253, 6, 60)).aid());
    AisEncoder virtual = aid().put(253, 6, 0).put(269, 1, 1);
    assertEquals(new VesselIdentity.Aid(null, false, true), aidIdentity(virtual).aid());
  }

  @Test
  void onlyAnAidIsAnAid() {
    assertNull(identity(List.of(message(24, SHIP, 160).text(40, 20, "X").sentence())).aid());
  }

  @Test
  void aBaseStationsTimeIsAClock() {
    List<Report> reports = reports(base(2026, 11, 23).sentence());
    Fix fix = (Fix) reports.get(0);
    assertEquals(Fix.Source.AIS_BASE, fix.state().source());
    assertEquals(new Position(17, -88), fix.position());
    assertEquals(Fix.Motion.UNKNOWN, fix.motion());
    StationClock clock = (StationClock) reports.get(1);
    assertEquals(1_795_435_199_000L, clock.clockMillis());
    assertEquals(new Position(17, -88), clock.position());
  }

  @Test
  void aBaseStationWithoutARealDateGivesNoClock() {
    assertInstanceOf(Fix.class, fix(base(0, 0, 0).sentence()));
    assertInstanceOf(Fix.class, fix(base(2026, 2, 30).sentence()));
    assertInstanceOf(Fix.class, fix(base(2026, 13, 1).sentence()));
  }

  @Test
  void safetyTextsCarryTheirAddressee() {
    SafetyText broadcast =
        (SafetyText) reports(message(14, SHIP, 76).text(40, 6, "MAYDAY").sentence()).get(0);
    assertEquals("MAYDAY", broadcast.text());
    assertNull(broadcast.addressedTo());
    AisEncoder encoder = message(12, SHIP, 108).put(40, 30, 3_120_001).text(72, 6, "MAYDAY");
    assertEquals(3_120_001, ((SafetyText) reports(encoder.sentence()).get(0)).addressedTo());
  }

  @Test
  void ownShipIsNeverATarget() {
    String body = position(SHIP, 17, -88, 10).sentence();
    String own = AisEncoder.withChecksum("AIVDO" + body.substring(6, body.length() - 3));
    Outcome outcome = decode(newDecoder(), List.of(bytes(own)));
    assertEquals(List.of(), outcome.reports);
    assertEquals(List.of(), outcome.rejects);
  }

  @Test
  void binaryMessagesAreUnderstoodButSayNothing() {
    for (int type : new int[] {6, 7, 8, 10, 13, 15, 16, 17, 20, 22, 23, 25, 26}) {
      Outcome outcome = decode(newDecoder(), List.of(bytes(message(type, SHIP, 168).sentence())));
      assertEquals(List.of(), outcome.reports, "type " + type);
      assertEquals(List.of(), outcome.rejects, "type " + type);
    }
  }

  @Test
  void refusalsCarryTheirLineAndReason() {
    Outcome outcome = decode(newDecoder(), List.of(bytes("!AIVDM,1,1,,A,15,0*00")));
    assertEquals(1, outcome.rejects.get(0).line().number());
    assertEquals(Reject.Reason.CHECKSUM, outcome.rejects.get(0).reason());
  }

  @Test
  void theStationIsTheTagsSourceElseTheConfiguredOne() {
    String sentence = position(SHIP, 17, -88, 60).sentence();
    assertEquals("mast", fix(sentence).origin().station());
    assertEquals("reef", fix(tag("s:reef") + sentence).origin().station());
  }

  @Test
  void theEventTimeIsTheTagsDrawnToThePositionsSecond() {
    String sentence = position(SHIP, 17, -88, 18).sentence();
    Origin origin = fix(tag("c:" + (RECEIVED / 1000 - 5)) + sentence).origin();
    assertEquals(RECEIVED - 2_000, origin.eventAtMillis());
    assertEquals(RECEIVED, origin.receivedAtMillis());
  }

  @Test
  void aBadClockIsNotBelievedLive() {
    String sentence = position(SHIP, 17, -88, 60).sentence();
    long seconds = RECEIVED / 1000;
    assertEquals(RECEIVED + 60_000, eventAt(tag("c:" + (seconds + 60)) + sentence));
    assertEquals(RECEIVED, eventAt(tag("c:" + (seconds + 61)) + sentence));
    assertEquals(RECEIVED - 86_400_000, eventAt(tag("c:" + (seconds - 86_400)) + sentence));
    assertEquals(RECEIVED, eventAt(tag("c:" + (seconds - 86_401)) + sentence));
  }

  @Test
  void inAReplayOnlyTheTagsTimeCounts() {
    Decoder decoder = new AisDecoder("mast", AisReader.Timing.REPLAY);
    String sentence = tag("c:1500000000") + position(SHIP, 17, -88, 60).sentence();
    Outcome outcome = decode(decoder, List.of(bytes(sentence)));
    assertEquals(1_500_000_000_000L, outcome.reports.get(0).origin().eventAtMillis());
  }

  @Test
  void aMessageOfSeveralLinesHasTheNumberOfItsLast() {
    List<String> lines = message(5, SHIP, 424).text(112, 20, "X").sentences(3, "1", "A");
    assertEquals(3, identity(lines).origin().lineNumber());
  }

  private long eventAt(String line) {
    return fix(line).origin().eventAtMillis();
  }

  private Fix fix(String line) {
    List<Report> reports = reports(line);
    assertEquals(1, reports.size());
    return assertInstanceOf(Fix.class, reports.get(0));
  }

  private VesselIdentity identity(List<String> lines) {
    List<Report> reports = reports(lines.toArray(String[]::new));
    assertEquals(1, reports.size());
    return assertInstanceOf(VesselIdentity.class, reports.get(0));
  }

  private VesselIdentity aidIdentity(AisEncoder aid) {
    return assertInstanceOf(VesselIdentity.class, reports(aid.sentence()).get(1));
  }

  private List<Report> reports(String... lines) {
    Decoder decoder = newDecoder();
    Outcome outcome = new Outcome();
    long number = 0;
    for (byte[] line : Arrays.stream(lines).map(AisEncoder::bytes).toList()) {
      decoder.decode(new Line("feed", ++number, RECEIVED, line), outcome);
    }
    assertEquals(List.of(), outcome.reasons());
    return outcome.reports;
  }

  private static AisEncoder classB(int type, int length) {
    AisEncoder encoder = message(type, SHIP, length).put(46, 10, 1023).put(57, 28, -88 * 600_000);
    return encoder.put(85, 27, 10_350_000).put(112, 12, 3600).put(124, 9, 511).put(133, 6, 60);
  }

  private static AisEncoder aid() {
    AisEncoder encoder = message(21, 993_120_001, 272).text(43, 20, "CAY LIGHT");
    return encoder.put(164, 28, -88 * 600_000).put(192, 27, 17 * 600_000).put(253, 6, 60);
  }

  private static AisEncoder base(int year, int month, int day) {
    AisEncoder encoder = message(4, 3_120_001, 168).put(38, 14, year).put(52, 4, month);
    encoder.put(56, 5, day).put(61, 5, 11).put(66, 6, 59).put(72, 6, 59);
    return encoder.put(79, 28, -88 * 600_000).put(107, 27, 17 * 600_000);
  }
}
