/**
 * Sockets and files in: transports, reconnection, silence; and recorded files in order of time.
 *
 * <p>A feed's way: a {@code Transport} brings bytes, an {@code Inlet} frames and decodes them, the
 * {@code Feed} gathers batches and hands them to the {@link bz.keelbill.feed.Intake}. A new format
 * is one decoder in its own package and one line in {@link bz.keelbill.feed.Format}.
 *
 * <p>Imports: geo, report, track, json, net, ais, adsb, radar, asterix, plan; Vert.x; Micrometer.
 * Threads: each feed lives on one event loop of its own context; states may be read from any
 * thread; recorded files belong to the caller's thread.
 */
package bz.keelbill.feed;
