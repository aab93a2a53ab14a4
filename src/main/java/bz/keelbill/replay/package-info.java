/**
 * A second watch fed from a recording: replay with its seeks, back-test, and the first minutes
 * after a restart.
 *
 * <p>Imports: the core, record. Threads: a session or a back-test belongs to one thread at a time,
 * and reads files: no event loop.
 */
package bz.keelbill.replay;
