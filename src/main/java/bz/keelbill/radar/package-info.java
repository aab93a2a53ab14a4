/**
 * Radar contacts to Reports: what does not say who it is.
 *
 * <p>Imports: geo, report. Threads: a decoder belongs to one feed and one thread; records may be
 * shared.
 */
package bz.keelbill.radar;
