/**
 * Memberships, users and groups in Huawei Cloud IAM Identity Center, over its REST interface,
 * version 1. The entry points are {@link dev.roster.huawei.HuaweiDrivers} for applications and the
 * scheme {@code huawei} of {@link dev.roster.huawei.HuaweiDriverFactory} for configuration strings.
 *
 * <h2>What goes over the wire</h2>
 *
 * <p>Each method of the client makes one request per attempt, under {@code
 * /v1/identity-stores/STORE}:
 *
 * <table>
 *   <caption>Requests</caption>
 *   <tr><th>method</th><th>request</th><th>carries</th></tr>
 *   <tr><td>{@code createMembership}</td><td>{@code POST /group-memberships}</td>
 *       <td>body {@code group_id}, {@code member_id.user_id}; a conflict is settled by the request of
 *       {@code findMembership}</td></tr>
 *   <tr><td>{@code deleteMembership}</td><td>{@code DELETE /group-memberships/MEMBERSHIP}</td>
 *       <td>no body; success is any 2xx with no body or one whole JSON object</td></tr>
 *   <tr><td>{@code getMembership}</td><td>{@code GET /group-memberships/MEMBERSHIP}</td>
 *       <td>no body</td></tr>
 *   <tr><td>{@code findMembership}</td>
 *       <td>{@code POST /group-memberships/retrieve-group-membership-id}</td>
 *       <td>body {@code group_id}, {@code member_id.user_id}</td></tr>
 *   <tr><td>{@code listMemberships}</td><td>{@code GET /group-memberships}</td>
 *       <td>query {@code group_id}, {@code limit}, {@code marker}</td></tr>
 *   <tr><td>{@code listMembershipsForMember}</td>
 *       <td>{@code GET /group-memberships-for-member}</td>
 *       <td>query {@code user_id}, {@code limit}, {@code marker}</td></tr>
 *   <tr><td>{@code isMemberInGroups}</td><td>{@code POST /is-member-in-groups}</td>
 *       <td>body {@code group_ids} (1 to 100), {@code member_id.user_id}</td></tr>
 *   <tr><td>{@code users().get}</td><td>{@code GET /users/USER}</td><td>no body</td></tr>
 *   <tr><td>{@code users().getAll}</td><td>{@code POST /users/batch-query}</td>
 *       <td>body {@code user_ids} (1 to 10)</td></tr>
 *   <tr><td>{@code users().findId}</td><td>{@code POST /users/retrieve-user-id}</td>
 *       <td>body {@code alternate_identifier}: {@code unique_attribute} or {@code
 *       external_id}</td></tr>
 *   <tr><td>{@code users().list}</td><td>{@code GET /users}</td>
 *       <td>query {@code user_name}, {@code limit}, {@code marker}</td></tr>
 *   <tr><td>{@code users().create}</td><td>{@code POST /users}</td>
 *       <td>body with the fields, and {@code password_mode}</td></tr>
 *   <tr><td>{@code users().update}</td><td>{@code PUT /users/USER}</td>
 *       <td>body {@code operations} (1 to 100); success as for {@code deleteMembership}</td></tr>
 *   <tr><td>{@code users().delete}</td><td>{@code DELETE /users/USER}</td>
 *       <td>no body; success as for {@code deleteMembership}</td></tr>
 *   <tr><td>{@code groups()}</td><td>the same under {@code /groups}</td>
 *       <td>{@code retrieve-group-id}, and the filter {@code display_name}</td></tr>
 * </table>
 *
 * <p>{@code password_mode} is a provider field of a new user, {@code OTP} unless given: the service
 * then returns a one-time password and sends nothing to the person.
 *
 * <p>Every request is signed afresh with SDK-HMAC-SHA256 over method, path, query, body and the
 * headers {@code Host}, {@code X-Sdk-Date} and, where there are such, {@code X-Project-Id} and
 * {@code X-Security-Token}. Beyond these it has {@code Authorization}, {@code Content-Type:
 * application/json}, {@code User-Agent: roster-huawei/VERSION} and what HTTP/1.1 itself needs.
 * Nothing describes the machine, the user or the JVM.
 *
 * <h2>What errors mean</h2>
 *
 * <p>A response counts as the service's own where it proves it: a success is one whole JSON object
 * about what was asked, without contradiction (an update's and a delete's can also be empty, and
 * need a request id); an error is one whole JSON object with a code. The content type proves
 * nothing. What ends with its connection, and is nothing whole, may have been cut. Everything else
 * may stand in place of anything that the service said, so that a write may have been applied.
 *
 * <p>Of the service's own errors the status decides first, then the number after the dot of the
 * code:
 *
 * <table>
 *   <caption>Errors of the service</caption>
 *   <tr><th>response</th><th>code</th></tr>
 *   <tr><td>400, 413, 414, 422, 431</td><td>{@code INVALID_ARGUMENT}; {@code INVALID_PAGE_TOKEN}
 *       where a 400 to a later page speaks of the marker; {@code UNSUPPORTED} where a look-up by name
 *       gets a 400, so that the client lists with the filter instead: no document shows how the
 *       attribute is spelt</td></tr>
 *   <tr><td>401</td><td>{@code UNAUTHENTICATED}; {@code CLOCK_SKEW} where the service says that the
 *       signature has expired, after the clock was corrected by the response's time</td></tr>
 *   <tr><td>403</td><td>{@code ACCESS_DENIED}</td></tr>
 *   <tr><td>404</td><td>{@code NOT_FOUND}; {@code WRONG_ENDPOINT} with a code of the gateway ({@code
 *       APIG.}, {@code APIGW.})</td></tr>
 *   <tr><td>409</td><td>{@code CONCURRENT_MODIFICATION} with number 1006, otherwise {@code
 *       CONFLICT}: no number is known to mean that the member is there already or that a name is
 *       taken, so that the client reads the membership or looks the name up to find out</td></tr>
 *   <tr><td>other 4xx</td><td>as in the next table, else {@code UNKNOWN}</td></tr>
 * </table>
 *
 * <table>
 *   <caption>Errors of the service, or of anything before it</caption>
 *   <tr><th>response</th><th>code</th></tr>
 *   <tr><td>429</td><td>{@code THROTTLED}</td></tr>
 *   <tr><td>408</td><td>{@code TIMEOUT}</td></tr>
 *   <tr><td>3xx, 405, 407, 421, a whole 404 that is not the service's, a proxy that refuses a
 *       tunnel</td><td>{@code WRONG_ENDPOINT}; no redirect is followed</td></tr>
 *   <tr><td>5xx, no response, a broken connection</td><td>{@code UNAVAILABLE}</td></tr>
 *   <tr><td>anything else: a 2xx or 4xx that is not the service's, or was cut; a status below 200;
 *       not HTTP</td><td>{@code INVALID_RESPONSE}</td></tr>
 * </table>
 *
 * <p>A not-found response does not name what is missing. {@code Retry-After} is honoured in seconds
 * and as a date, the date against the response's own; one that makes no sense is ignored. Successes
 * are read up to 4 MiB, error bodies up to 64 KiB.
 *
 * <h2>Proxies</h2>
 *
 * <p>Which proxy requests go through, {@link dev.roster.spi.ProxySettings} says, unless an HTTP
 * client is given: then that client does. What opens a tunnel has the proxy's credentials; what
 * goes through the tunnel has not.
 *
 * <h2>The native client</h2>
 *
 * <p>{@link dev.roster.RosterClient#callNative} gives an {@code okhttp3.Call.Factory}. It signs
 * each request afresh, over its method, address and body, and replaces the headers that belong to
 * the signature. A request for another scheme, host or port is refused before anything is signed or
 * sent; so is a second one in the same attempt, and one on another thread or after the function's
 * end. Redirects are not followed, and nothing is sent twice. A success is handed over with a body
 * that has been read to its end, up to 4 MiB. Any other response is thrown as {@link
 * dev.roster.huawei.HuaweiServiceException}, with the meaning that the tables give it; a function
 * can catch what it expects.
 *
 * <p>{@link dev.roster.RosterClient#unwrap} gives the {@code OkHttpClient} that the driver uses:
 * what is sent with it is not signed, not paced and not retried. {@link
 * dev.roster.RosterException#unwrap} gives {@code HuaweiServiceException}, or what the transport
 * threw.
 */
@NullMarked
package dev.roster.huawei;

import org.jspecify.annotations.NullMarked;
