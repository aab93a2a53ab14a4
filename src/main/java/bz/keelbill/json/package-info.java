/**
 * The only place where the domain meets JSON, both ways: for the page, the journal and files, and
 * from services that send JSON; and the tables in which watch lists come.
 *
 * <p>Imports: the core, Jackson. Threads: writers belong to one thread.
 */
package bz.keelbill.json;
