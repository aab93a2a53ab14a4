/**
 * The heart: applies reports and orders, lets time pass, lets detectors look, emits changes; and
 * says why there is an alert or none.
 *
 * <p>Imports: every core package but ais, radar, asterix, vms. Threads: one writer; Orders and
 * Changes are immutable.
 */
package bz.keelbill.watch;
