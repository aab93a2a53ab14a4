/**
 * What is kept: the journal of orders and alerts, and the record of everything that reached the
 * watch; reading both back.
 *
 * <p>Imports: the core, json, DuckDB, Micrometer. Threads: the journal and the recorder each have
 * one of their own; what they are given never waits.
 */
package bz.keelbill.record;
