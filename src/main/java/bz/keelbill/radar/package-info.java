/**
 * Radar sentences of NMEA 0183 to Reports: what does not say who it is, seen from a mast or from a
 * boat that tells where it is and how it heads.
 *
 * <p>Imports: geo, report. Threads: a decoder belongs to one feed and one thread; records may be
 * shared.
 */
package bz.keelbill.radar;
