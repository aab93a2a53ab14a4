/**
 * What is taken out of the record: tracks as files of the formats that others read, and evidence.
 *
 * <p>Imports: the core, json, record, replay, DuckDB. Threads: reads and writes files, so any
 * thread but event loops.
 */
package bz.keelbill.takeout;
