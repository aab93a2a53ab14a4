package bz.keelbill;

import bz.keelbill.alert.Alert;
import bz.keelbill.alert.AlertBook.What;
import bz.keelbill.json.AlertJson;
import bz.keelbill.record.Journal;
import bz.keelbill.record.JournalEntry;
import bz.keelbill.record.Journalled;
import bz.keelbill.report.Line;
import bz.keelbill.watch.Order;
import bz.keelbill.web.AlertLog;
import bz.keelbill.web.WatchDesk;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The ledger on disk: journal and record of {@code bz.keelbill.record}. */
final class RecordLedger implements Ledger {
  private final Journal journal;
  private final Context thread;

  private RecordLedger(Journal journal, Context thread) {
    this.journal = journal;
    this.thread = thread;
  }

  static RecordLedger open(Config.Record config, Context thread, LongSupplier clock)
      throws IOException {
    return new RecordLedger(Journal.open(config.dir().resolve("journal"), clock), thread);
  }

  Journal journal() {
    return journal;
  }

  @Override
  public void lines(List<Line> lines) {}

  @Override
  public void tick(long atMillis) {}

  @Override
  public Future<Void> order(Order order) {
    return appended(new JournalEntry.OfOrder(order)).mapEmpty();
  }

  @Override
  public Future<Long> alert(What what, Alert alert) {
    return appended(new JournalEntry.OfAlert(what, alert)).map(Journalled::alertSeq);
  }

  private Future<Journalled> appended(JournalEntry entry) {
    Promise<Journalled> promise = Promise.promise();
    journal
        .append(entry)
        .whenComplete(
            (done, failure) ->
                thread.runOnContext(
                    go -> {
                      if (failure == null) {
                        promise.complete(done);
                      } else {
                        promise.fail(failure);
                      }
                    }));
    return promise.future();
  }

  /** The alerts channel as it was left. */
  AlertLog alertLog() {
    AlertLog log = new AlertLog(journal.epoch(), journal.state().lastAlertSeq());
    return log;
  }

  List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    String degraded = journal.state().degraded();
    if (degraded != null) {
      troubles.add("recording degraded: " + degraded);
    }
    return troubles;
  }

  List<WatchDesk.AuditEntry> audit(int limit) {
    List<WatchDesk.AuditEntry> entries = new ArrayList<>();
    return entries;
  }

  void close() {
    journal.close();
  }

  static String line(Alert alert) {
    return AlertJson.line(alert);
  }
}
