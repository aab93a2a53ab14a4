/**
 * Browsers and machines out: HTTP, websocket, page.
 *
 * <p>Imports: everything up to replay, Vert.x. Threads: one event loop; the Board, the Pusher and
 * the routes belong to it.
 */
package bz.keelbill.web;
