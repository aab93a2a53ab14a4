/**
 * What happens when nobody answers: alerts that wait ring at the second console, sound again, and
 * have contacts called by webhook, mail or a local command.
 *
 * <p>Who waits is looked at twice a second; each step is an order, recorded before anybody is
 * called. Imports: rule, alert, watch, json; Vert.x; Micrometer. Threads: the web's event loop;
 * commands run on workers.
 */
package bz.keelbill.escalation;
