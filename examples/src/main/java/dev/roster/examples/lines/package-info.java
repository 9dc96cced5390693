/**
 * A third provider, written from nothing: the worked example of {@code docs/writing-a-provider.md}.
 *
 * <p>It speaks for a small directory service that listens on a TCP port. A request is one line of
 * words with tabs between them, a response is one line too, and a connection serves one request:
 *
 * <pre>
 * JOIN     store group user        OK request-id membership
 * LEAVE    store membership        OK request-id
 * SHOW     store membership        OK request-id membership group user
 * FIND     store group user        OK request-id membership
 * MEMBERS  store group size token  OK request-id next-token (membership group user)...
 * GROUPS   store user  size token  OK request-id next-token (membership group user)...
 * CHECK    store user  group...    OK request-id (group yes|no)...
 * JOIN-ALL and LEAVE-ALL
 *          store group user...     OK request-id (user changed|unchanged|code)...
 * </pre>
 *
 * <p>It keeps users and groups, each with a name and a text. A value begins with {@code =}; {@code
 * -} is no value, and {@code *} in a change leaves the value as it is. The same verbs with {@code
 * GROUP} are about groups:
 *
 * <pre>
 * USER-SHOW  store user            OK request-id user name text
 * USER-FIND  store name            OK request-id user
 * USER-LIST  store size token      OK request-id next-token (user name text)...
 * USER-NEW   store name text       OK request-id user
 * USER-SET   store user name text  OK request-id
 * USER-DROP  store user            OK request-id
 * </pre>
 *
 * <p>A token is {@code -} where there is none. A refusal is {@code NO request-id code}, after which
 * {@code slow-down} and {@code broken} may give seconds to wait.
 */
@NullMarked
package dev.roster.examples.lines;

import org.jspecify.annotations.NullMarked;
