package bz.keelbill.watch;

import bz.keelbill.plan.PlanDecoder;
import bz.keelbill.report.Decoder;
import bz.keelbill.report.Line;
import bz.keelbill.report.Origin;
import bz.keelbill.report.PlanMessage;
import bz.keelbill.report.Reject;
import bz.keelbill.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What orders tell of flights, as the messages that the plan book takes. */
public final class FlightOrders {
  /** The feed that typed clearances name as theirs. */
  public static final String PHONE = "phone";

  /** The feed that imported text names as its own. */
  public static final String IMPORT = "import";

  private FlightOrders() {}

  /** Why a clearance cannot stand; null if it can. */
  static String objectionTo(Order.ClearFlight order) {
    PlanMessage.Flight flight = order.flight();
    PlanMessage.Details details = order.details();
    boolean isNobody =
        flight.callsign() == null
            && details.registration() == null
            && details.address() == null
            && details.squawk() == null
            && order.clearance().track() == null;
    if (isNobody) {
      return "the clearance names no aircraft";
    }
    Long until = order.clearance().untilMillis();
    Long offBlock = flight.offBlockAtMillis();
    boolean isOver = until != null && offBlock != null && until <= offBlock;
    return isOver ? "the clearance ends before it begins" : null;
  }

  /** Where the plan that a typed clearance makes says that it comes from. */
  public static Origin origin(Order.ClearFlight order) {
    long at = order.act().atMillis();
    return new Origin(PHONE, order.act().person(), 0, at, at);
  }

  static List<PlanMessage> messages(Order.ClearFlight order) {
    String by = order.clearance().clearedBy();
    return List.of(
        new PlanMessage(
            origin(order),
            PlanMessage.Type.CLEARANCE,
            order.flight(),
            order.details(),
            PlanMessage.Extras.NONE,
            order.clearance(),
            "cleared by " + (by == null ? "?" : by) + ", entered by " + order.act().person()));
  }

  /** What can be read of the pieces; the same pieces give the same. */
  static List<PlanMessage> messages(Order.FilePlans order) {
    List<PlanMessage> messages = new ArrayList<>();
    PlanDecoder decoder = new PlanDecoder(order.act().person(), false);
    for (Order.FilePlans.Piece piece : order.pieces()) {
      byte[] bytes = piece.text().getBytes(StandardCharsets.UTF_8);
      Line line = new Line(IMPORT, piece.line(), order.act().atMillis(), bytes);
      decoder.decode(line, new Taken(messages));
    }
    return messages;
  }

  private record Taken(List<PlanMessage> messages) implements Decoder.Output {
    @Override
    public void report(Report report) {
      messages.add((PlanMessage) report);
    }

    @Override
    public void reject(Reject reject) {
      // Whoever brought it in has been told.
    }
  }
}
