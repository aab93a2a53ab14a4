/**
 * A simulated sea and sky, heard through imperfect sensors, speaking the real formats; and the
 * scoring of what a watch made of it. A new threat is a file of its own that makes a SeaThreat or
 * an AirThreat, and a line in SeaFamilies or AirFamilies; an ordinary day is a Traffic in Library.
 *
 * <p>Imports: geo; Jackson in TruthJson, RaisedAlert and ScoreText; Vert.x in SimulatedFeeds.
 * Threads: a Simulation belongs to one thread at a time; SimulatedFeeds to its Vert.x context.
 */
package bz.keelbill.sim;
