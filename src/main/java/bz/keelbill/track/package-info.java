/**
 * Contacts become tracks: gate, associate, remember; the picture of all live tracks; where sensors
 * hear, whose clocks are off, and which transmissions were taken already; which ways are usual and
 * who called at which port; where a lost craft may be and how one in sight is met.
 *
 * <p>Imports: geo, report. Threads: everything mutable here belongs to the one thread of its Watch.
 */
package bz.keelbill.track;
