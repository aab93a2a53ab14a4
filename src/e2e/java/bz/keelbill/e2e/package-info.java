/**
 * The real page in a real browser, served by the real program as a process of its own.
 *
 * <p>Imports: no package of the program; it is started, spoken to and killed from outside.
 *
 * <p>Threads: the browser belongs to the thread of the tests; shore stations have their own.
 */
package bz.keelbill.e2e;
