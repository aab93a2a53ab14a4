/**
 * The composition by hand, the command line, the configuration.
 *
 * <p>Imports: everything. Threads: the live watch runs on an event loop of its own; commands run on
 * the main thread.
 */
package bz.keelbill;
