/**
 * What people saw and what satellites' pictures show: told in words, in forms and in tables.
 *
 * <p>Imports: geo, report. Threads: a decoder and a framing belong to one feed and one thread;
 * everything else is immutable or made anew for each text.
 */
package bz.keelbill.sighting;
