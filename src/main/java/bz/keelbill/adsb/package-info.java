/**
 * What aircraft transmit, in each of the forms in which receivers pass it on, to Reports.
 *
 * <p>Raw frames come by {@link bz.keelbill.adsb.BeastReader} or {@link bz.keelbill.adsb.AvrReader};
 * {@link bz.keelbill.adsb.StampedFrames} gives each its time, {@link bz.keelbill.adsb.ModeSReader}
 * its parity, sender and fields, {@link bz.keelbill.adsb.Trail} its place. SBS lines come by {@link
 * bz.keelbill.adsb.SbsLine}. {@link bz.keelbill.adsb.FlightReports} turns what both say into
 * reports. {@link bz.keelbill.adsb.AddressBlocks} tells whose an address is.
 *
 * <p>Imports: geo, report. Threads: decoders belong to one feed and one thread; records may be
 * shared.
 */
package bz.keelbill.adsb;
