/**
 * What doors in and doors out have in common: who may come, how long to wait before the next
 * attempt, a port that is bound as soon as it is free.
 *
 * <p>Imports: Vert.x. Threads: a port and a back-off belong to one event loop; lists of addresses
 * are immutable.
 */
package bz.keelbill.net;
