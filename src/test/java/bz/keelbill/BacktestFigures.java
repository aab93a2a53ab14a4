package bz.keelbill;

import bz.keelbill.json.AlertJson;
import bz.keelbill.json.FenceGeoJson;
import bz.keelbill.record.RecordedDay;
import bz.keelbill.replay.Backtest;
import bz.keelbill.replay.Comparison;
import bz.keelbill.replay.Proposal;
import bz.keelbill.replay.ReplayScript;
import bz.keelbill.watch.Order;
import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a back-test of everything recorded costs: {@code CONFIG FENCES [PREDICTED]}. Run by hand.
 * Into the last file goes every word that is predicted of alerts, to compare two ways of working it
 * out.
 */
final class BacktestFigures {
  private BacktestFigures() {}

  /** Does it. */
  public static void main(String[] args) throws Exception {
    RecordOnDisk record = RecordOnDisk.of(ConfigReader.read(Path.of(args[0])), System.err::println);
    List<RecordedDay> days = record.recordings().days();
    long from = days.get(0).fromMillis();
    long to = days.get(days.size() - 1).toMillis() + 1;
    List<Order> orders = new ArrayList<>();
    FenceGeoJson.read(Path.of(args[1]))
        .forEach(fence -> orders.add(new Order.PutFence(new Order.Act("Ana", to), fence)));
    ReplayScript script = record.script(from, to, ReplayScript.Law.OF_TODAY);
    Backtest.Trial trial = Backtest.Trial.of(script, new Proposal(orders), record.journalled());
    PrintStream out =
        args.length > 2 ? new PrintStream(Path.of(args[2]).toFile(), StandardCharsets.UTF_8) : null;
    Backtest backtest =
        out == null
            ? new Backtest(trial)
            : new Backtest(
                trial, told -> out.print(told.what() + " " + AlertJson.line(told.alert()) + "\n"));
    ExecutorService sides = Executors.newFixedThreadPool(Integer.getInteger("sides", 2));
    long begun = System.nanoTime();
    try {
      tell(backtest.run(new Backtest.Way(sides, () -> {})), System.nanoTime() - begun);
    } finally {
      sides.shutdown();
      if (out != null) {
        out.close();
      }
    }
  }

  private static void tell(Comparison comparison, long nanos) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double java = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      double seconds = Math.max(0, threads.getThreadCpuTime(thread.getThreadId())) / 1e9;
      java += seconds;
      if (seconds > 0.5) {
        System.out.printf(Locale.ROOT, "%s: %.1f s%n", thread.getThreadName(), seconds);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%,d lines in %.1f s, %.1f s of processor time (%.1f of it ours, not the compiler's); %d alerts before, %d after; %d new,"
            + " %d lost, %d changed, %d the same%n",
        comparison.basis().lines(),
        nanos / 1e9,
        system.getProcessCpuTime() / 1e9,
        java,
        comparison.before().alerts(),
        comparison.after().alerts(),
        comparison.difference().added().size(),
        comparison.difference().lost().size(),
        comparison.difference().changed().size(),
        comparison.difference().same());
  }
}
