/**
 * The only place where the domain meets JSON.
 *
 * <p>Imports: everything of levels 0 to 5. Threads: stateless, or one instance per stream.
 */
package bz.keelbill.json;
