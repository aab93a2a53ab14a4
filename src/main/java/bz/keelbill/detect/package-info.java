/**
 * What looks wrong: one file per suspicion, what it says of it in the {@code Words} or {@code
 * Terms} of its name; who is listed, known to be good or our own; and how long there is to act.
 *
 * <p>{@link bz.keelbill.detect.Detectors} is the list of them, {@link bz.keelbill.detect.Scene} all
 * that they may look at, {@link bz.keelbill.detect.Findings} who hears them.
 *
 * <p>Imports: geo, report, rule, ais, adsb, plan, track, fence. Threads: detectors are immutable; a
 * Scene belongs to the one thread of its Watch.
 */
package bz.keelbill.detect;
