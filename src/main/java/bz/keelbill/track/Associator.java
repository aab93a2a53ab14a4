package bz.keelbill.track;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactId.Cot;
import bz.keelbill.report.ContactId.Icao24;
import bz.keelbill.report.ContactId.RadarTarget;
import bz.keelbill.report.ContactLost;
import bz.keelbill.report.Fix;
import bz.keelbill.report.FlightIdentity;
import bz.keelbill.report.Glimpse;
import bz.keelbill.report.OwnForce;
import bz.keelbill.report.Report;
import bz.keelbill.report.SafetyText;
import bz.keelbill.report.VesselIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which track a report belongs to: finds the contact, keeps the epochs of reused radar
 * numbers apart, refuses jumps that no craft can make, and joins the contacts of one craft.
 *
 * <p>Belongs to the one thread of its Watch.
 */
public final class Associator {
  /** What happens to whole tracks. */
  public interface Listener {
    /** A craft is new in the picture. */
    void born(Track track);

    /** {@code gone} turned out to be {@code kept} and is part of it now. */
    void merged(Track gone, Track kept);

    /** Nothing was heard of it for so long that it is forgotten. */
    void forgotten(Track track);
  }

  private static final long SEA_KEPT_MILLIS = 6 * 3_600_000L;
  private static final long RADAR_KEPT_MILLIS = 30 * 60_000L;
  private static final long AIR_KEPT_MILLIS = 90 * 60_000L;

  private final Picture picture = new Picture();
  private final Map<ContactId, Track> byContact = new HashMap<>();
  private final Map<ContactId, Link> links = new HashMap<>();
  private final Fusion fusion = new Fusion(picture);
  private final Listener listener;
  private long nextSerial = 1;

  /** Starts with an empty picture. */
  public Associator(Listener listener) {
    this.listener = listener;
  }

  /** The tracks so far. */
  public Picture picture() {
    return picture;
  }

  /** The track that a contact is part of now, or null. */
  public Track trackOf(ContactId contact) {
    return byContact.get(contact);
  }

  /**
   * Takes one report.
   *
   * @return the track that it changed, or null if it changed none
   */
  public Track apply(Report report) {
    if (report instanceof Fix fix) {
      return applyFix(fix);
    }
    if (report instanceof VesselIdentity said) {
      Track track = trackFor(said.contact(), said.origin().eventAtMillis());
      track.say(said);
      return track;
    }
    if (report instanceof FlightIdentity said) {
      Track track = trackFor(said.contact(), said.origin().eventAtMillis());
      track.say(said);
      return track;
    }
    if (report instanceof SafetyText said) {
      Track track = trackFor(said.contact(), said.origin().eventAtMillis());
      track.say(said);
      return track;
    }
    if (report instanceof OwnForce said) {
      Track track = trackFor(said.contact(), said.origin().eventAtMillis());
      track.say(said);
      return track;
    }
    if (report instanceof Glimpse glimpse) {
      return applyFix(glimpse.asFix());
    }
    if (report instanceof ContactLost lost) {
      return close(lost.contact());
    }
    return null;
  }

  /** Forgets tracks that have been silent for long. */
  public void forgetSilent(long nowMillis) {
    List<Track> gone = new ArrayList<>();
    for (Track track : picture.tracks()) {
      if (nowMillis - track.heardAtMillis() > keptMillis(track)) {
        gone.add(track);
      }
    }
    for (Track track : gone) {
      remove(track);
      listener.forgotten(track);
    }
  }

  private static long keptMillis(Track track) {
    if (track.domain() == Domain.AIR) {
      return AIR_KEPT_MILLIS;
    }
    return track.isRadarOnly() ? RADAR_KEPT_MILLIS : SEA_KEPT_MILLIS;
  }

  private Track applyFix(Fix fix) {
    Link link = links.get(fix.contact());
    if (link != null && Gate.opensNewEpoch(link, fix)) {
      close(fix.contact());
    }
    Track track = byContact.get(fix.contact());
    if (track == null && fix.position() != null && !fix.contact().isCooperative()) {
      track = resume(fix);
    }
    if (track == null) {
      track = trackFor(fix.contact(), fix.atMillis());
    }
    return place(track, fix);
  }

  private Track place(Track track, Fix fix) {
    Link link = links.get(fix.contact());
    link.heardAtMillis = Math.max(link.heardAtMillis, fix.atMillis());
    if (fix.position() == null) {
      track.takeMotion(fix);
      return track;
    }
    if (!Gate.accepts(link, track, fix)) {
      track.takeStatus(fix);
      return track;
    }
    if (Fusion.contradicts(track, link, fix)) {
      return split(track, link, fix);
    }
    track.add(fix, Fusion.isBestSource(track, link, fix));
    if (link.last == null || fix.atMillis() >= link.last.atMillis()) {
      link.last = fix;
    }
    picture.moved(track);
    return joined(track, fix);
  }

  /** A second look at whether this craft is already in the picture under another name. */
  private Track joined(Track track, Fix fix) {
    Track other = fusion.agreeing(track, fix);
    if (other == null) {
      return track;
    }
    boolean otherIsSenior = other.identity().isCooperative() || other.serial() < track.serial();
    Track kept = otherIsSenior ? other : track;
    Track gone = otherIsSenior ? track : other;
    kept.absorb(gone);
    for (Link link : gone.links) {
      // A number that its radar has given up may be another craft's by now.
      if (links.get(link.contact.id()) == link) {
        byContact.put(link.contact.id(), kept);
      }
    }
    picture.remove(gone);
    picture.moved(kept);
    listener.merged(gone, kept);
    return kept;
  }

  private Track resume(Fix fix) {
    Track lost = fusion.lostTrackFor(fix);
    if (lost != null) {
      attach(lost, new Link(new Contact(fix.contact(), fix.atMillis()), fix.atMillis()));
    }
    return lost;
  }

  /** The contact is another craft after all: it begins a track of its own. */
  private Track split(Track track, Link link, Fix fix) {
    track.removeLink(link);
    byContact.remove(fix.contact());
    links.remove(fix.contact());
    Track own = trackFor(fix.contact(), fix.atMillis());
    own.add(fix, true);
    links.get(fix.contact()).last = fix;
    picture.moved(own);
    return own;
  }

  private Track trackFor(ContactId contact, long atMillis) {
    Track track = byContact.get(contact);
    if (track == null) {
      Contact first = new Contact(contact, atMillis);
      track = new Track(nextSerial++, domainOf(contact), first);
      picture.add(track);
      byContact.put(contact, track);
      links.put(contact, track.links.get(0));
      listener.born(track);
    }
    return track;
  }

  private void attach(Track track, Link link) {
    track.addLink(link);
    byContact.put(link.contact.id(), track);
    links.put(link.contact.id(), link);
  }

  /** The sensor's name for it is free again; the track itself lives on in memory. */
  private Track close(ContactId contact) {
    links.remove(contact);
    return byContact.remove(contact);
  }

  private void remove(Track track) {
    for (Link link : track.links) {
      byContact.remove(link.contact.id(), track);
      links.remove(link.contact.id(), link);
    }
    picture.remove(track);
  }

  private static Domain domainOf(ContactId contact) {
    boolean flies =
        contact instanceof Icao24 || contact instanceof Cot device && device.isAirborne();
    return flies ? Domain.AIR : Domain.SEA;
  }

  /** Whether the contact is a radar's. */
  static boolean isRadar(ContactId contact) {
    return contact instanceof RadarTarget;
  }
}
