/**
 * The only place where the domain meets JSON.
 *
 * <p>Imports: geo, report, rule, fence, detect, alert, watch. Threads: readers and writers hold no
 * state and may be shared.
 */
package bz.keelbill.json;
