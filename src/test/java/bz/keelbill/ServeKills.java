package bz.keelbill;

import bz.keelbill.record.Flaw;
import bz.keelbill.record.Journal;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.Journalled;
import bz.keelbill.record.RecordCheck;
import bz.keelbill.record.RecordSettings;
import bz.keelbill.record.RecordedDay;
import bz.keelbill.record.Recordings;
import bz.keelbill.watch.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts {@code serve} as a process of its own, loads it over its sockets with lines and orders,
 * kills it by signal 9 at a random moment, looks at what is on the disk, and starts it again.
 *
 * <p>By hand: {@code java -cp ... bz.keelbill.ServeKills FOLDER [KILLS [SEED]]} prints a table;
 * with {@code -Dserve.program="java @jvm.options -jar keelbill.jar"} of what runs on a box.
 */
final class ServeKills {
  private static final long IN_SOCKET_MILLIS = 1_500;
  private static final double MOST_SECONDS_LOST = 1;
  private static final double MOST_SECONDS_TO_READY = 5;
  private static final int CHECKPOINT_SECONDS = 2;
  private static final int SHORTEST_MILLIS = 2_000;
  private static final int SPREAD_MILLIS = 5_000;
  private static final Pattern LOST =
      Pattern.compile("positions from (\\S+) to (\\S+) are lost: the watch was cut off");

  /**
   * One kill and the start after it.
   *
   * @param lines sent since the start before
   * @param linesLost of them not in the record
   * @param secondsLost how long before the kill the first of those was sent
   * @param orders answered as done since the start before
   * @param ordersLost of all ever answered, not in the journal
   * @param flaws what {@code verify} finds
   * @param readySeconds from starting the process to answering that it is ready
   * @param told whether it tells of a lost time that holds all that is lost
   * @param remembered whether it was a checkpoint that it began with
   */
  record Kill(
      int number,
      int lines,
      int linesLost,
      double secondsLost,
      int orders,
      int ordersLost,
      int flaws,
      double readySeconds,
      boolean told,
      boolean remembered) {
    static final String HEAD =
        "kill  lines  lost  s lost  orders  lost  flaws  ready s  told  checkpoint";

    String row() {
      return String.format(
          Locale.ROOT,
          "%4d %6d %5d %7.2f %7d %5d %6d %8.2f %5s %11s",
          number,
          lines,
          linesLost,
          secondsLost,
          orders,
          ordersLost,
          flaws,
          readySeconds,
          told ? "yes" : "NO",
          remembered ? "yes" : "no");
    }

    boolean isAsPromised() {
      return ordersLost == 0
          && flaws == 0
          && told
          && secondsLost <= MOST_SECONDS_LOST
          && readySeconds <= MOST_SECONDS_TO_READY;
    }
  }

  private final Path folder;
  private final Random random;
  private final Set<String> answered = new HashSet<>();
  private final ServeProcess serve;
  private long linesBefore;

  ServeKills(Path folder, long seed) throws IOException {
    this.folder = folder;
    random = new Random(seed);
    System.out.println("ServeKills with seed " + seed);
    serve = new ServeProcess(folder, CHECKPOINT_SECONDS);
  }

  /** Kills so often; each is followed by a start. */
  List<Kill> run(int kills) throws Exception {
    List<Kill> done = new ArrayList<>();
    try (serve) {
      serve.start();
      for (int i = 1; i <= kills; i++) {
        done.add(kill(i));
        System.out.println((i == 1 ? Kill.HEAD + "\n" : "") + done.get(i - 1).row());
      }
    }
    return done;
  }

  private Kill kill(int number) throws Exception {
    ServeLoad load = new ServeLoad(serve, random.nextLong());
    load.begin();
    Thread.sleep(SHORTEST_MILLIS + random.nextInt(SPREAD_MILLIS));
    long killedAt = System.currentTimeMillis();
    load.killing();
    serve.kill();
    load.end();
    answered.addAll(load.answered());
    int ordersLost = ordersLost();
    int flaws = flaws();
    int kept = (int) (linesRecorded() - linesBefore);
    linesBefore += kept;
    int lost = load.lines() - kept;
    long firstLostAt = lost <= 0 ? killedAt : load.sentAtMillis(kept);
    double readySeconds = serve.start();
    return new Kill(
        number,
        load.lines(),
        lost,
        Math.max(0, killedAt - firstLostAt) / 1000.0,
        load.answered().size(),
        ordersLost,
        flaws,
        readySeconds,
        // What lay in the socket for a moment had been sent, and not yet heard.
        tells(Math.min(killedAt, firstLostAt + IN_SOCKET_MILLIS), killedAt),
        serve.log().contains("a checkpoint of"));
  }

  private int ordersLost() throws IOException {
    Set<String> kept = new HashSet<>();
    for (Journalled given : Journal.ordersIn(serve.data().resolve("journal"))) {
      Order order = ((JournalEntry.OfOrder) given.entry()).order();
      if (order instanceof Order.PutFence put) {
        kept.add("put " + put.fence().id());
      } else if (order instanceof Order.RemoveFence remove) {
        kept.add("remove " + remove.fenceId());
      } else if (order instanceof Order.Acknowledge act) {
        kept.add("ack " + act.alertId());
      }
    }
    return (int) answered.stream().filter(each -> !kept.contains(each)).count();
  }

  private int flaws() throws IOException {
    Path temp = Files.createTempDirectory(folder, "verify");
    RecordCheck check = new RecordCheck(temp);
    check.data(serve.data());
    check.flaws().stream().map(Flaw::toString).forEach(System.out::println);
    Folders.delete(temp);
    return check.flaws().size();
  }

  private long linesRecorded() throws IOException {
    RecordSettings settings = RecordSettings.in(serve.data().resolve("days"));
    return Recordings.in(settings).days().stream().mapToLong(RecordedDay::lines).sum();
  }

  private boolean tells(long firstLostAt, long killedAt) {
    Matcher lost = LOST.matcher(serve.troubles());
    return lost.find()
        && Instant.parse(lost.group(1)).toEpochMilli() <= firstLostAt
        && Instant.parse(lost.group(2)).toEpochMilli() >= killedAt;
  }

  /** The table of so many kills. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int kills = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
    List<Kill> done = new ServeKills(folder.toAbsolutePath(), seed).run(kills);
    double[] lost = done.stream().mapToDouble(Kill::secondsLost).sorted().toArray();
    double[] ready = done.stream().mapToDouble(Kill::readySeconds).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%d kills, %d as promised; %d orders answered, %d lost; %d flaws;"
            + " lost at most %.2f s (median %.2f); ready after at most %.2f s (median %.2f)%n",
        done.size(),
        done.stream().filter(Kill::isAsPromised).count(),
        done.stream().mapToInt(Kill::orders).sum(),
        done.get(done.size() - 1).ordersLost(),
        done.stream().mapToInt(Kill::flaws).sum(),
        lost[lost.length - 1],
        lost[lost.length / 2],
        ready[ready.length - 1],
        ready[ready.length / 2]);
    TimeUnit.SECONDS.sleep(1);
    System.exit(done.stream().allMatch(Kill::isAsPromised) ? 0 : 1);
  }
}
