/**
 * The tunable numbers, versioned, everywhere and inside a fence, with the priorities they lead to;
 * and conditions in ECQL.
 *
 * <p>Imports: geo, and GeoTools' parser of ECQL. Threads: everything here is immutable and may be
 * shared.
 */
package bz.keelbill.rule;
