package bz.keelbill.relay;

import io.vertx.core.Future;
import java.util.List;

/** How the lines of one output leave. Belongs to the relay's thread and never waits. */
interface Door {

  /** Begins; goes on trying if it cannot. */
  void open();

  /** Takes the lines of one message, each with its line end. */
  void give(List<String> lines);

  /** Nothing more comes for now: what was gathered leaves. */
  void flush();

  /** Looks after its readers; called regularly. */
  void tick();

  /** Ends; what was gathered leaves first if it can. */
  Future<Void> close();
}
