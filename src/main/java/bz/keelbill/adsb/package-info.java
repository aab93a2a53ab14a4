/**
 * What aircraft transmit, in each of the forms in which receivers pass it on, to Reports.
 *
 * <p>Each form has its own reader ({@link bz.keelbill.adsb.SbsLine}) that yields {@link
 * bz.keelbill.adsb.FlightMessage}s; {@link bz.keelbill.adsb.FlightReports} turns those into reports
 * for all of them. A new form is a new reader and a decoder beside {@link
 * bz.keelbill.adsb.SbsDecoder}.
 *
 * <p>Imports: geo, report. Threads: decoders belong to one feed and one thread; records may be
 * shared.
 */
package bz.keelbill.adsb;
