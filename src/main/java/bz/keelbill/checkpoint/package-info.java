/**
 * The memory of a Watch as bytes, and a Watch that remembers what the bytes say (decision 14).
 *
 * <p>Imports: watch. Threads: whoever owns the Watch.
 */
package bz.keelbill.checkpoint;
