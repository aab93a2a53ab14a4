/**
 * What looks wrong: one file per suspicion; and how long there is to act on a craft.
 *
 * <p>Imports: geo, report, rule, track, fence, plan, adsb. Threads: detectors are immutable; a
 * Scene belongs to the one thread of its Watch.
 */
package bz.keelbill.detect;
