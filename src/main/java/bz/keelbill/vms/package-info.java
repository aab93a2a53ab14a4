/**
 * Fishing vessels' tracking boxes (VMS), as records of the North Atlantic Format, to Reports.
 *
 * <p>Imports: geo, report. Threads: a framing and a decoder belong to one feed and one thread;
 * messages may be shared.
 */
package bz.keelbill.vms;
