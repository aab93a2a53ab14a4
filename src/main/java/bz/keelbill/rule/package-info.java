/**
 * The tunable numbers, versioned, with the priorities they lead to.
 *
 * <p>Imports: nothing of ours. Threads: everything here is immutable and may be shared.
 */
package bz.keelbill.rule;
