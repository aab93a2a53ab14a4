package bz.keelbill.detect;

import bz.keelbill.rule.Rules;
import bz.keelbill.rule.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * The literal list of detectors, in the order in which they look, and of every setting they have.
 *
 * @param ofTracks those that look at one track
 * @param ofScenes those that look at the whole scene
 */
public record Detectors(List<Detector.OfTrack> ofTracks, List<Detector.OfScene> ofScenes) {
  private static final List<Setting> SETTINGS = allSettings();

  /** Copies the lists. */
  public Detectors {
    ofTracks = List.copyOf(ofTracks);
    ofScenes = List.copyOf(ofScenes);
  }

  /** All detectors, built for one version of the rules. */
  public static Detectors under(Rules rules) {
    return new Detectors(
        List.of(
            new Distress(rules),
            new Watchlisted(rules),
            new GoFast(rules),
            new Rendezvous(rules),
            new DarkContact(rules),
            new Mothership(rules),
            new Loitering(rules),
            new FenceEntry(rules),
            new FenceExit(rules),
            new FenceDwell(rules),
            new FenceSpeed(rules),
            new ShoreApproach(rules),
            new AisGap(rules),
            new IdentityConflict(rules),
            new ImpossibleMotion(rules),
            new OnLand(rules),
            new UnreportedFlight(rules),
            new PlanDeviation(rules),
            new LowFlight(rules),
            new Circling(rules),
            new Airdrop(rules),
            new ClandestineLanding(rules)),
        List.of(
            new OverdueFlight(rules),
            new DarkDetection(rules),
            new FeedSilent(rules),
            new ClockSkew(rules)));
  }

  /** The kinds of those that look at one track, in their order: these can have conditions. */
  public static List<String> kinds() {
    return under(Rules.defaults()).ofTracks().stream().map(Detector::kind).toList();
  }

  /** Every setting in the order of the detectors. */
  public static List<Setting> settings() {
    return SETTINGS;
  }

  private static List<Setting> allSettings() {
    List<Setting> all = new ArrayList<>();
    all.addAll(Distress.SETTINGS);
    all.addAll(Watchlisted.SETTINGS);
    all.addAll(GoFast.SETTINGS);
    all.addAll(Rendezvous.SETTINGS);
    all.addAll(DarkContact.SETTINGS);
    all.addAll(Mothership.SETTINGS);
    all.addAll(Loitering.SETTINGS);
    all.addAll(FenceEntry.SETTINGS);
    all.addAll(FenceExit.SETTINGS);
    all.addAll(FenceDwell.SETTINGS);
    all.addAll(FenceSpeed.SETTINGS);
    all.addAll(ShoreApproachSettings.SETTINGS);
    all.addAll(AisGap.SETTINGS);
    all.addAll(IdentityConflict.SETTINGS);
    all.addAll(ImpossibleMotion.SETTINGS);
    all.addAll(OnLand.SETTINGS);
    all.addAll(RadarWitness.SETTINGS);
    all.addAll(UnreportedFlight.SETTINGS);
    all.addAll(UnreportedTerms.SETTINGS);
    all.addAll(PlanDeviation.SETTINGS);
    all.addAll(LowFlight.SETTINGS);
    all.addAll(Circling.SETTINGS);
    all.addAll(Airdrop.SETTINGS);
    all.addAll(AirCases.SETTINGS);
    all.addAll(ClandestineLanding.SETTINGS);
    all.addAll(FeedSilent.SETTINGS);
    all.addAll(LastHeard.SETTINGS);
    all.addAll(ClockSkew.SETTINGS);
    all.addAll(Slack.SETTINGS);
    all.addAll(Haunts.SETTINGS);
    all.addAll(SeaOrigin.SETTINGS);
    return List.copyOf(all);
  }
}
