/**
 * A simulated sea and sky, heard through imperfect sensors, speaking the real formats; and the
 * scoring of what a watch made of it. A new threat is a file of its own beside GoFastRun, named in
 * Threat's permits and in Schedule.
 *
 * <p>Imports: geo; Jackson in TruthJson, RaisedAlert and ScoreText; Vert.x in SimulatedFeeds.
 * Threads: a Simulation belongs to one thread at a time; SimulatedFeeds to its Vert.x context.
 */
package bz.keelbill.sim;
