/**
 * NMEA 0183 AIS to reports: framing, tag blocks, reassembly, the messages of ITU-R M.1371-5 with
 * the applications of their binary data, and what an MMSI says of its holder.
 *
 * <p>Imports: geo, report. Threads: a reader or decoder belongs to one feed and one thread; the
 * layouts are immutable and shared.
 */
package bz.keelbill.ais;
