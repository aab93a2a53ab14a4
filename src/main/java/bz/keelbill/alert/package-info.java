/**
 * The life of a finding on the officer's desk; cases.
 *
 * <p>Imports: geo, report, rule, detect. Threads: Alert is immutable; the AlertBook belongs to the
 * one thread of its Watch.
 */
package bz.keelbill.alert;
