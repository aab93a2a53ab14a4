/**
 * The heart: applies reports and orders, lets time pass, emits changes.
 *
 * <p>Imports: every core package. Threads: one writer; Orders and Changes are immutable.
 */
package bz.keelbill.watch;
