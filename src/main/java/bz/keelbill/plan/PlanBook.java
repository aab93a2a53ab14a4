package bz.keelbill.plan;

/** stub. */
public final class PlanBook {
  public void apply(bz.keelbill.report.PlanMessage m) {}
}
