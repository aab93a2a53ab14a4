package bz.keelbill.web;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Who reads the record for requests: few at a time, for the live watch has the machine first. */
final class RecordWorkers {
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 6;

  private WorkerExecutor workers;
  private int busy;

  /** Too many questions wait already. */
  private static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Does it on a thread that may wait; on the event loop of the request. */
  <T> Future<T> work(RoutingContext request, Callable<T> work) {
    if (busy >= AT_ONCE + MOST_WAITING) {
      return Future.failedFuture(new Busy());
    }
    if (workers == null) {
      workers =
          request
              .vertx()
              .createSharedWorkerExecutor("record-questions", AT_ONCE, 1, TimeUnit.HOURS);
    }
    busy++;
    return workers.executeBlocking(work, false).onComplete(done -> busy--);
  }

  /** Tells that it could not be done. */
  static void failed(RoutingContext request, Throwable failure) {
    if (failure instanceof Busy) {
      Problem.answer(request, 503, "Busy", "Others are asking the record; try again in a minute.");
    } else {
      Problem.failed(request, failure);
    }
  }
}
