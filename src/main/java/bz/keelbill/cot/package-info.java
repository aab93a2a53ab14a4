/**
 * Cursor on Target events of patrols' devices to Reports; the only place with a parser of XML.
 *
 * <p>Imports: geo, report, the JDK's StAX. Threads: a framing and a decoder belong to one stream
 * and one thread.
 */
package bz.keelbill.cot;
