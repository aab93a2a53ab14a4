/**
 * The only place where the domain meets JSON.
 *
 * <p>Imports: the core, Jackson. Threads: writers belong to one thread.
 */
package bz.keelbill.json;
