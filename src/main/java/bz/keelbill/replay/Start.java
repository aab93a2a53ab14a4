package bz.keelbill.replay;

import bz.keelbill.checkpoint.ImageFailure;
import bz.keelbill.record.Checkpoint;
import bz.keelbill.record.Recorded;
import bz.keelbill.record.Recording;
import bz.keelbill.report.Decoder;
import bz.keelbill.watch.Change;
import bz.keelbill.watch.Order;
import bz.keelbill.watch.Watch;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a script begins: with the memory of the live watch, or with an empty picture and a warm-up
 * in which tracks are built and nothing is judged.
 */
final class Start {
  private static final System.Logger LOG = System.getLogger(Start.class.getName());

  private final ReplayScript script;

  private Start(ReplayScript script) {
    this.script = script;
  }

  /** Of a script; its memory is left aside if this program, so configured, cannot use it. */
  static Start of(ReplayScript script) {
    try {
      Start start = new Start(script);
      start.watch(change -> {});
      return start;
    } catch (ImageFailure unusable) {
      LOG.log(Level.INFO, "a checkpoint is not used: {0}", unusable.getMessage());
      return new Start(script.remembering(null));
    }
  }

  /** The script as it is begun. */
  ReplayScript script() {
    return script;
  }

  /** The same script begun elsewhere. */
  Start at(Memory memory) {
    return new Start(script.remembering(memory));
  }

  /** How far a watch is that begins here. */
  long atMillis() {
    return remembers() ? script.memory().checkpoint().atMillis() : fromMillis();
  }

  /** What a watch that begins here has been ordered already, the oldest first. */
  List<Order> ordersBefore() {
    List<Order> orders = remembers() ? script.memory().orders() : script.ordersBefore();
    return orders.stream().filter(ReplayScript::isLasting).toList();
  }

  /**
   * The recording from there on; where the watch remembers, after the lines that the decoders do.
   *
   * @throws IOException if it cannot be found
   */
  Recording open(Decoders decoders) throws IOException {
    Recording recording = script.recordings().open(fromMillis(), script.period().toMillis());
    if (remembers()) {
      Checkpoint known = script.memory().checkpoint();
      decoders.hearAgain(recording, known.recordSeq() + 1, known.atMillis());
    }
    return recording;
  }

  /** The first moment of the recording that is read. */
  private long fromMillis() {
    return remembers()
        ? script.memory().checkpoint().atMillis() - Decoder.LONGEST_MEMORY_MILLIS
        : script.period().fromMillis() - script.period().warmUpMillis();
  }

  boolean remembers() {
    return script.memory() != null;
  }

  /** Whether the watch has heard an entry already: it is for the decoders only. */
  boolean isKnown(Recorded entry) {
    return remembers() && entry.seq() <= script.memory().checkpoint().recordSeq();
  }

  /** A watch as it stands there. */
  Watch newWatch(Consumer<Change> out) {
    try {
      return watch(out);
    } catch (ImageFailure impossible) {
      throw new IllegalStateException("a moment ago it could be used", impossible);
    }
  }

  /**
   * The same where it is not known yet whether its memory can be used.
   *
   * @throws ImageFailure if it cannot
   */
  Watch watch(Consumer<Change> out) throws ImageFailure {
    Watch watch = new Watch(script.setup(), out);
    watch.applyAgain(ordersBefore());
    if (remembers()) {
      Memory.into(watch, script.memory().checkpoint());
    } else {
      watch.setCatchingUp(true);
    }
    return watch;
  }
}
