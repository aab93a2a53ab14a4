/**
 * The only place where the domain meets JSON: what leaves as JSON, and what services send as JSON.
 *
 * <p>Imports: the core, Jackson. Threads: writers belong to one thread.
 */
package bz.keelbill.json;
