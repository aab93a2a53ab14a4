/**
 * The life of a finding on the officer's desk: one alert a situation, one case for those that share
 * a craft, what rises in company, and a storm when they are more than can be read.
 *
 * <p>Imports: rule, detect. Threads: Alert is immutable; the AlertBook belongs to the one thread of
 * its Watch.
 */
package bz.keelbill.alert;
