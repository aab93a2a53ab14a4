package bz.keelbill.track;

import bz.keelbill.report.ContactId;
import bz.keelbill.report.ContactId.Cot;
import bz.keelbill.report.ContactId.Icao24;
import bz.keelbill.report.ContactId.Mmsi;
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
import java.util.Collection;
import java.util.Comparator;
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
  private static final long UNCONFIRMED_KEPT_MILLIS = 2 * 60_000L;

  private final Picture picture = new Picture();
  private final Map<ContactId, Link> links = new HashMap<>();
  private final Room room = new Room(picture);
  private final Fusion fusion = new Fusion(picture);
  private final Resumption resumption = new Resumption(picture);
  private final Plots plots = new Plots(picture);
  private final Glimpses glimpses = new Glimpses(picture);
  private final List<Track> unsettled = new ArrayList<>();
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
    Link link = linked(contact);
    return link == null ? null : link.track;
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
      Track track = trackFor(said);
      track.say(said);
      return track;
    }
    if (report instanceof FlightIdentity said) {
      Track track = trackFor(said);
      track.say(said);
      return track;
    }
    if (report instanceof SafetyText said) {
      Track track = trackFor(said);
      track.say(said);
      return track;
    }
    if (report instanceof OwnForce said) {
      Track track = trackFor(said);
      track.say(said);
      return track;
    }
    if (report instanceof Glimpse glimpse) {
      return applyGlimpse(glimpse);
    }
    if (report instanceof ContactLost lost) {
      return isGlimpse(lost.contact()) ? withdraw(lost.contact()) : close(lost.contact());
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
    if (track.domain() == Domain.AIR && !track.isRadarOnly()) {
      return AIR_KEPT_MILLIS;
    }
    if (track.isRadarOnly()) {
      return track.isConfirmed() ? RADAR_KEPT_MILLIS : UNCONFIRMED_KEPT_MILLIS;
    }
    return SEA_KEPT_MILLIS;
  }

  /**
   * The plots since the last second whose radar does not follow them, each now with the number of
   * the target that it belongs to: to be applied like any report.
   */
  public List<Fix> numberedPlots() {
    return plots.number();
  }

  /**
   * Decides once a second which tracks are one craft, over all that have been heard since.
   *
   * @param nowMillis event time
   */
  public void associate(long nowMillis) {
    if (unsettled.isEmpty()) {
      return;
    }
    List<Track> targets = new ArrayList<>(unsettled);
    unsettled.clear();
    targets.removeIf(track -> !track.isLive());
    targets.forEach(track -> track.isUnsettled = false);
    targets.sort(Comparator.comparingLong(Track::serial));
    resumption.resolve(targets, nowMillis, this::join);
    targets.removeIf(track -> !track.isLive());
    fusion.resolve(targets, nowMillis, this::join);
  }

  private Track applyFix(Fix fix) {
    if (fix.contact() instanceof ContactId.Plot) {
      plots.hold(fix);
      return null;
    }
    Link link = linked(fix.contact());
    if (link != null && Gate.opensNewEpoch(link, fix)) {
      close(fix.contact());
      link = null;
    }
    return place(link == null ? begin(fix.contact(), fix.atMillis(), domainOf(fix)) : link, fix);
  }

  private Track place(Link link, Fix fix) {
    Track track = link.track;
    if (link.isRadar() && link.last != null) {
      room.scans().heard(fix.origin().station(), fix.atMillis() - link.last.atMillis());
    }
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
    track.add(fix, link, Fusion.useOf(track, link, fix), room);
    if (link.last == null || fix.atMillis() >= link.last.atMillis()) {
      link.last = fix;
    }
    picture.moved(track);
    if (!track.isUnsettled && track.mayBeAnother()) {
      track.isUnsettled = true;
      unsettled.add(track);
    }
    return track;
  }

  /**
   * A craft seen for a moment is one that was there then; else a sighting is all there is of it.
   */
  private Track applyGlimpse(Glimpse glimpse) {
    withdraw(glimpse.contact());
    Track craft = glimpses.craftOf(glimpse);
    if (craft != null) {
      attach(
          craft, new Link(new Contact(glimpse.contact(), glimpse.atMillis()), glimpse.atMillis()));
      craft.seenAs(glimpse.looks());
      return craft;
    }
    if (glimpse.contact() instanceof ContactId.Detection) {
      glimpses.keep(glimpse);
      return null;
    }
    return applyFix(glimpse.asFix());
  }

  /**
   * Takes back a sighting or a detection, as if it had never been told.
   *
   * @return the track that it was a part of and that remains, or null
   */
  public Track withdraw(ContactId contact) {
    glimpses.forget(contact);
    Link link = linked(contact);
    if (link == null) {
      return null;
    }
    Track track = link.track;
    if (track.links.size() == 1) {
      remove(track);
      listener.forgotten(track);
      return null;
    }
    track.removeLink(link, room);
    close(contact);
    return track;
  }

  /** What satellites saw and no track explains, oldest first; bounded. */
  public Collection<Glimpse> unexplained() {
    return glimpses.unexplained();
  }

  private void attach(Track track, Link link) {
    track.addLink(link);
    links.put(link.contact.id(), link);
  }

  /** Two tracks have turned out to be one craft. */
  private void join(Track target, Track partner) {
    // The one that has been in the picture for longer stays: nobody sees another take its place.
    Track kept = partner.sureSinceMillis() <= target.sureSinceMillis() ? partner : target;
    Track gone = kept == partner ? target : partner;
    kept.absorb(gone, room);
    picture.remove(gone);
    picture.moved(kept);
    listener.merged(gone, kept);
  }

  /**
   * The contact is another craft after all: it is again the track that it was before it was joined
   * to this one, with its own past. If this track bears its name, it stays and all others go.
   */
  private Track split(Track track, Link link, Fix fix) {
    boolean stays = track.links.get(0).family == link.family;
    List<Link> leaving = new ArrayList<>();
    for (Link one : track.links) {
      boolean isOfFamily = one.family == link.family;
      if (isOfFamily != stays) {
        leaving.add(one);
      }
    }
    if (leaving.isEmpty()) {
      leaving.add(track.links.newest());
    }
    long family = leaving.get(0).family;
    boolean isFree = family != 0 && picture.find(family) == null;
    Track other = track.split(isFree ? family : nextSerial++, leaving, room);
    picture.add(other);
    listener.born(other);
    picture.moved(other);
    Track own = link.track;
    own.add(fix, link, Track.Use.ALL, room);
    link.last = fix;
    picture.moved(track);
    picture.moved(own);
    return own;
  }

  private Link begin(ContactId contact, long atMillis, Domain domain) {
    Track track = new Track(nextSerial++, domain, new Contact(contact, atMillis));
    Link link = track.links.get(0);
    picture.add(track);
    links.put(contact, link);
    listener.born(track);
    return link;
  }

  private Track trackFor(Report report) {
    ContactId contact = report.contact();
    Link link = linked(contact);
    if (link == null) {
      Domain domain = flies(contact) ? Domain.AIR : Domain.SEA;
      link = begin(contact, report.origin().eventAtMillis(), domain);
    }
    return link.track;
  }

  /** A track holds so many contacts; one that it has let go means nothing any more. */
  private Link linked(ContactId contact) {
    Link link = links.get(contact);
    if (link != null && link.track == null) {
      links.remove(contact);
      return null;
    }
    return link;
  }

  /** The sensor's name for it is free again; the track itself lives on in memory. */
  private Track close(ContactId contact) {
    Link link = links.remove(contact);
    if (link == null) {
      return null;
    }
    link.isClosed = true;
    return link.track;
  }

  private void remove(Track track) {
    for (Link link : track.links) {
      links.remove(link.contact.id(), link);
    }
    picture.remove(track);
  }

  /** What a radar gives a height flies; a rescue aircraft's AIS has one too and is the sea's. */
  private static Domain domainOf(Fix fix) {
    boolean isHigh = fix.height() != null && !(fix.contact() instanceof Mmsi);
    return isHigh || flies(fix.contact()) ? Domain.AIR : Domain.SEA;
  }

  private static boolean flies(ContactId contact) {
    return contact instanceof Icao24 || contact instanceof Cot device && device.isAirborne();
  }

  static boolean isGlimpse(ContactId contact) {
    return contact instanceof ContactId.Sighting || contact instanceof ContactId.Detection;
  }

  /** Whether the contact is a radar's. */
  static boolean isRadar(ContactId contact) {
    return contact instanceof RadarTarget;
  }
}
