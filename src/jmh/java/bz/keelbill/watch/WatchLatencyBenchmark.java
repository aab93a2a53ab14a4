package bz.keelbill.watch;

import bz.keelbill.report.Report;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * For how long the Watch holds up a report, and for how long the work that a second brings holds up
 * the report behind it: detectors look at the scene each second, and at every track each tenth.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class WatchLatencyBenchmark {

  /** A watch somewhere in ten minutes of traffic, which begin again when they are over. */
  @State(Scope.Thread)
  public static class Playing {
    /** How many light mixes at once: 400 tracks, or 5,200. */
    @Param({"1", "13"})
    public int times;

    private LightTraffic traffic;
    private Setup setup;
    private Blackhole hole;
    private Watch watch;
    private Iterator<Report> reports;
    private int second;

    /** Makes the traffic. */
    @org.openjdk.jmh.annotations.Setup
    public void makeTraffic(Blackhole changes) {
      setup = LightTraffic.setup();
      traffic = new LightTraffic(times);
      hole = changes;
      begin();
    }

    private void begin() {
      watch = new Watch(setup, hole::consume);
      second = -1;
      nextSecond();
    }

    void nextSecond() {
      second++;
      watch.advanceTo(LightTraffic.START_MILLIS + second * 1000L);
      reports = traffic.in(second).iterator();
    }

    void applyOne() {
      while (!reports.hasNext()) {
        nextSecond();
      }
      watch.apply(reports.next());
    }

    void applyAll() {
      reports.forEachRemaining(watch::apply);
    }

    void beginAgainIfOver() {
      if (second == LightTraffic.SECONDS - 1) {
        begin();
      }
    }
  }

  /** Played report by report. */
  public static class EachReport extends Playing {
    /** Not timed: a new watch when the traffic is over. */
    @org.openjdk.jmh.annotations.Setup(Level.Invocation)
    public void goOn() {
      beginAgainIfOver();
    }
  }

  /** Played second by second. */
  public static class EachSecond extends Playing {
    /** Not timed: the reports of the second before. */
    @org.openjdk.jmh.annotations.Setup(Level.Invocation)
    public void goOn() {
      beginAgainIfOver();
      applyAll();
    }
  }

  /** One report; the first of a second waits for that second's work. */
  @Benchmark
  public void report(EachReport playing) {
    playing.applyOne();
  }

  /** The work of one second without a report. */
  @Benchmark
  public void second(EachSecond playing) {
    playing.nextSecond();
  }
}
