/**
 * Points, distances and areas on the earth; the only place that knows an ellipsoid.
 *
 * <p>Imports: JTS, GeographicLib. Threads: everything here is immutable and may be shared.
 */
package bz.keelbill.geo;
