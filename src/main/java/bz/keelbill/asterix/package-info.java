/**
 * EUROCONTROL ASTERIX, by tables: blocks of radar plots, system tracks and ADS-B reports to
 * Reports.
 *
 * <p>Imports: geo, report. Threads: a decoder belongs to one feed and one thread; tables and
 * records may be shared.
 */
package bz.keelbill.asterix;
