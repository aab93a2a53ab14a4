/**
 * Browsers and machines out: HTTP, websocket, page; one class for each group of routes.
 *
 * <p>Imports: everything up to replay, Vert.x. Threads: one event loop; the Board, the Pusher and
 * the routes belong to it.
 */
package bz.keelbill.web;
