package bz.keelbill;

import bz.keelbill.fence.Fence;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.json.GeoJsonException;
import bz.keelbill.record.RecordedDay;
import bz.keelbill.replay.Backtest;
import bz.keelbill.replay.BacktestFailure;
import bz.keelbill.replay.Comparison;
import bz.keelbill.replay.ComparisonJson;
import bz.keelbill.replay.Proposal;
import bz.keelbill.replay.ReplayScript;
import bz.keelbill.watch.Order;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backtest}: what other fences and rules would have done to recorded days. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Plays recorded days through two watches, one of them with other fences and rules, and"
          + " compares their alerts: new, lost and changed ones, alerts per watch of twelve hours,"
          + " the worst ten minutes, and true cases that would be missed. Nothing is put in force.",
      "The open day of a running watch cannot be read from here; its page can try it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the proposal makes no difference",
      "1:it makes one, or there was no whole result",
      "2:bad usage or configuration"
    })
final class BacktestCommand implements Callable<Integer> {
  private static final int THREADS = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      defaultValue = "config/keelbill.yaml",
      paramLabel = "FILE",
      description = "The configuration of the watch; default: ${DEFAULT-VALUE}.")
  private Path config;

  @Option(names = "--from", paramLabel = "TIME", description = "First moment, RFC 3339 UTC.")
  private Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "First moment after it; default: the end of what is recorded.")
  private Instant to;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Instead of --from: so many days before the end; default: 7.")
  private Integer days;

  @Option(
      names = "--fences",
      paramLabel = "FILE",
      description = {
        "GeoJSON: its fences are put, in place of those of the same id or besides. Others stay."
      })
  private Path fences;

  @Option(
      names = "--remove-fence",
      paramLabel = "ID",
      description = "A fence that is taken away; may be given several times.")
  private List<String> removed = List.of();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = {
        "YAML, of the form of rules.yaml: its values, conditions (when) and areas are set. What it"
            + " does not name stays."
      })
  private Path rules;

  @Option(
      names = "--law",
      defaultValue = "today",
      paramLabel = "today|then",
      description = {
        "What the proposal is compared with: today's fences and rules, or those of then, as they"
            + " stood at each moment. Default: ${DEFAULT-VALUE}."
      })
  private LawWord law;

  @Option(
      names = "--json",
      description = "JSON lines instead of a table: a summary, the watches, every differing alert.")
  private boolean json;

  @Override
  public Integer call() throws IOException, BacktestFailure {
    if (fences == null && rules == null && removed.isEmpty()) {
      throw new ConfigFaults.BadConfig("nothing to try: give --fences, --remove-fence or --rules");
    }
    RecordOnDisk record =
        RecordOnDisk.of(ConfigReader.read(config), spec.commandLine().getErr()::println);
    ReplayScript script = script(record);
    Proposal proposal = new Proposal(orders(script.period().toMillis()));
    String objection = proposal.objection(script);
    if (objection != null) {
      throw new ConfigFaults.BadConfig("the proposal cannot be tried: " + objection);
    }
    Comparison comparison =
        run(new Backtest(Backtest.Trial.of(script, proposal, record.journalled())));
    print(json ? ComparisonJson.lines(comparison) : BacktestText.of(proposal, law, comparison));
    comparison.basis().problems().forEach(spec.commandLine().getErr()::println);
    boolean isProven = comparison.basis().problems().isEmpty();
    return isProven && comparison.difference().isNone() ? Keelbill.DONE : Keelbill.FAILED;
  }

  private ReplayScript script(RecordOnDisk record) throws IOException {
    if (from != null && days != null || days != null && days < 1) {
      throw new ConfigFaults.BadConfig("give either --from or --days, 1 or more");
    }
    Instant end = to == null ? endOf(record.recordings().days()) : to;
    Instant begin = from == null ? end.minus(Duration.ofDays(days == null ? 7 : days)) : from;
    if (!end.isAfter(begin)) {
      throw new ConfigFaults.BadConfig("--to must be after --from");
    }
    return record.script(begin.toEpochMilli(), end.toEpochMilli(), law.law());
  }

  private static Instant endOf(List<RecordedDay> recorded) {
    return recorded.stream()
        .filter(RecordedDay::holdsAny)
        .map(day -> Instant.ofEpochMilli(day.toMillis() + 1))
        .max(Instant::compareTo)
        .orElseThrow(() -> new ConfigFaults.BadConfig("nothing is recorded that can be read"));
  }

  private List<Order> orders(long atMillis) {
    Order.Act act = new Order.Act("back-test", atMillis);
    List<Order> orders = new ArrayList<>();
    for (Fence fence : fences == null ? List.<Fence>of() : read(fences)) {
      orders.add(new Order.PutFence(act, fence));
    }
    removed.forEach(id -> orders.add(new Order.RemoveFence(act, id)));
    if (rules != null) {
      orders.add(RulesFile.change(rules, act));
    }
    return orders;
  }

  private static List<Fence> read(Path file) {
    try {
      return FenceGeoJson.read(file);
    } catch (GeoJsonException defects) {
      throw new ConfigFaults.BadConfig(file + " cannot be used:\n" + defects.getMessage());
    }
  }

  /** Both watches at once, for nothing else is waiting here. */
  private static Comparison run(Backtest backtest) throws IOException, BacktestFailure {
    ExecutorService sides = Executors.newFixedThreadPool(THREADS);
    Progress progress = new Progress("back-test");
    try {
      return backtest.run(new Backtest.Way(sides, () -> progress.at(backtest.progress())));
    } finally {
      progress.end();
      sides.shutdown();
    }
  }

  private static void print(List<String> lines) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    lines.forEach(line -> out.print(line + "\n"));
    out.flush();
  }
}
