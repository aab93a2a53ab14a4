package bz.keelbill.web;

import bz.keelbill.record.Craft;
import bz.keelbill.record.FixTaker;
import bz.keelbill.record.PastFix;
import bz.keelbill.record.Recordings;
import bz.keelbill.record.Spot;
import bz.keelbill.record.TrackQuery;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Where craft were, a point each time that they were heard, from the record: track by track, in
 * each by time. Without a time it is the last hour. A point's name is its track's, an at sign and
 * its time.
 */
final class OgcTrackPoints implements OgcRoutes.Source {
  private static final long HOUR_MILLIS = 3_600_000;
  private static final long LONGEST_MILLIS = 24 * HOUR_MILLIS;

  private final WatchDesk desk;
  private final RecordWorkers workers;
  private final LongSupplier clock;

  OgcTrackPoints(WatchDesk desk, RecordWorkers workers, LongSupplier clock) {
    this.desk = desk;
    this.workers = workers;
    this.clock = clock;
  }

  @Override
  public Future<OgcRoutes.Page> page(RoutingContext request, OgcQuery wanted) {
    TrackQuery query = query(wanted);
    if (query == null) {
      Problem.answer(request, 400, "Not readable", "datetime covers a day of the record at most.");
      return null;
    }
    return mayAsk(request, query) ? workers.work(request, () -> read(query, wanted)) : null;
  }

  /** The period asked for, an open end of it an hour from the other or now; null if it is none. */
  private TrackQuery query(OgcQuery wanted) {
    long now = clock.getAsLong();
    boolean hasEnd = wanted.toMillis() != Long.MAX_VALUE;
    boolean hasBegin = wanted.fromMillis() != Long.MIN_VALUE;
    long to = hasEnd ? wanted.toMillis() + 1 : now;
    long from = hasBegin ? wanted.fromMillis() : to - HOUR_MILLIS;
    boolean isOne = from < to && to - from <= LONGEST_MILLIS + 1;
    return isOne ? new TrackQuery(from, to, TrackQuery.Who.ANYBODY, spot(wanted.box())) : null;
  }

  /** A box that can be asked for; over the date line each point is looked at. */
  private static Spot spot(double[] box) {
    boolean isPlain = box != null && box[0] < box[2] && box[1] < box[3];
    return isPlain ? new Spot.Box(box[0], box[1], box[2], box[3]) : null;
  }

  private boolean mayAsk(RoutingContext request, TrackQuery query) {
    boolean may = Officer.of(request).mayLookBackTo(query.fromMillis(), clock.getAsLong());
    if (!may) {
      Problem.answer(request, 403, "Too far back", Problem.TOO_FAR_BACK);
    }
    return may;
  }

  private OgcRoutes.Page read(TrackQuery query, OgcQuery wanted) throws IOException {
    Taker taker = new Taker(wanted);
    try {
      recordings().fixes(query, taker);
    } catch (Enough enough) {
      return new OgcRoutes.Page(taker.features, null, true);
    }
    return new OgcRoutes.Page(taker.features, null, false);
  }

  private Recordings recordings() {
    return desk.takeout().recordings();
  }

  @Override
  public Future<JsonObject> one(RoutingContext request, String id) {
    int at = id.lastIndexOf('@');
    try {
      long millis = Instant.parse(id.substring(at + 1)).toEpochMilli();
      String track = id.substring(0, Math.max(0, at));
      TrackQuery.Who who = new TrackQuery.Who(track, null, null, null, null, null, null);
      TrackQuery query = new TrackQuery(millis, millis + 1, who, null);
      return mayAsk(request, query) ? workers.work(request, () -> first(query)) : null;
    } catch (DateTimeException noTime) {
      return Future.succeededFuture(null);
    }
  }

  private JsonObject first(TrackQuery query) throws IOException {
    Taker taker = new Taker(OgcQuery.first(1));
    try {
      recordings().fixes(query, taker);
    } catch (Enough enough) {
      return taker.features.get(0);
    }
    return taker.features.isEmpty() ? null : taker.features.get(0);
  }

  /** A page is full, and something follows. */
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /** Passes over those before a page and keeps those on it. */
  private static final class Taker implements FixTaker {
    private final OgcQuery wanted;
    private final List<JsonObject> features = new ArrayList<>();
    private Craft craft;
    private int seen;

    Taker(OgcQuery wanted) {
      this.wanted = wanted;
    }

    @Override
    public void track(Craft next) {
      craft = next;
    }

    @Override
    public void fix(PastFix fix) throws IOException {
      if (!wanted.holds(fix.position()) || seen++ < wanted.from()) {
        return;
      }
      if (features.size() == wanted.limit()) {
        throw new Enough();
      }
      features.add(feature(craft, fix));
    }

    private static JsonObject feature(Craft craft, PastFix fix) {
      String time = Replies.time(fix.atMillis());
      JsonObject properties =
          new JsonObject()
              .put("track", craft.track())
              .put("domain", craft.domain())
              .put("name", craft.name())
              .put("time", time)
              .put("station", fix.station());
      OgcPicture.putNumber(properties, "speedKnots", fix.speedKnots());
      OgcPicture.putNumber(properties, "courseDegrees", fix.courseDegrees());
      OgcPicture.putNumber(properties, "altitudeFeet", fix.altitudeFeet());
      return OgcPicture.feature(
          craft.track() + "@" + time, OgcPicture.point(fix.position()), properties);
    }
  }
}
