/**
 * Contacts become tracks: gate, associate, remember; the picture of all live tracks; where sensors
 * hear.
 *
 * <p>Imports: geo, report, rule. Threads: everything mutable here belongs to the one thread of its
 * Watch.
 */
package bz.keelbill.track;
