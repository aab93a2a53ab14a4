/**
 * AIS out: the sentences that feeds heard, given on as they were to chart plotters and other
 * programs over TCP and UDP.
 *
 * <p>A line's way: a feed's thread hands it to its stream and goes on; the relay's own thread finds
 * the sentences in it and joins the parts of long messages; each {@code Output} chooses, words the
 * tag blocks and gives whole messages to its {@code Door}. A message's parts leave one after the
 * other with nothing between them, in the order in which messages of a feed became whole, so that a
 * plotter that looks at no tags never puts parts of two messages together. Parts whose rest never
 * came do not leave.
 *
 * <p>Every queue is bounded; what finds no room is dropped and counted, and nothing here ever makes
 * a feed or the watch wait.
 *
 * <p>Imports: report, ais, net; Vert.x; Micrometer. Threads: one event loop of its own; streams are
 * called by the feeds' threads.
 */
package bz.keelbill.relay;
