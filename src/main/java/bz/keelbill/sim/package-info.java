/**
 * A simulated sea and sky, heard through imperfect sensors, speaking the real formats; and the
 * scoring of what a watch made of it.
 *
 * <p>Imports: geo, json; Vert.x only in SimulatedFeeds. Threads: a Simulation belongs to one thread
 * at a time; SimulatedFeeds to its Vert.x context.
 */
package bz.keelbill.sim;
