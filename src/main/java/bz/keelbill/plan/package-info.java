/**
 * Flight plans and clearances, and which flight they explain.
 *
 * <p>Imports: geo, report. Threads: a decoder and a framing belong to one feed and one thread, the
 * {@link bz.keelbill.plan.PlanBook} to the Watch's; records may be shared.
 */
package bz.keelbill.plan;
