package bz.keelbill.plan;

/** stub. */
public record PlanMatch(Object plan) {}
