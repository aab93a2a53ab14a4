/**
 * What a feed can say, and the contract of a decoder.
 *
 * <p>Imports: geo. Threads: records are immutable and may be shared; a decoder belongs to one feed
 * and one thread.
 */
package bz.keelbill.report;
