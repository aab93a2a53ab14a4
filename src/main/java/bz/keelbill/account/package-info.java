/**
 * Who may come in and what they may do: accounts, passwords, roles, sessions, tokens.
 *
 * <p>Imports: nothing of ours; Jackson, Bouncy Castle's argon2. Threads: the web's event loop,
 * except where a type says otherwise.
 */
package bz.keelbill.account;
