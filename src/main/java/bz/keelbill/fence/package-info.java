/**
 * Named areas with height and hours, some of which go with a craft: which contain a step, which it
 * crosses.
 *
 * <p>Imports: geo, rule. Threads: Fence and FenceMap are immutable; an Occupancy belongs to the
 * Watch.
 */
package bz.keelbill.fence;
