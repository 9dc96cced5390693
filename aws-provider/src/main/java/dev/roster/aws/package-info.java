/**
 * Memberships in AWS IAM Identity Center, through the official AWS SDK. The entry points are {@link
 * dev.roster.aws.AwsDrivers} and, for configuration strings, {@link
 * dev.roster.aws.AwsDriverFactory}.
 *
 * <h2>What goes over the wire</h2>
 *
 * <p>Every operation is one {@code POST /} in AWS JSON 1.1 ({@code application/x-amz-json-1.1}),
 * signed with Signature Version 4 for {@code identitystore} in the store's region. The header
 * {@code X-Amz-Target} is {@code AWSIdentityStore.} and the operation's name:
 *
 * <table>
 * <caption>Operations and the members of their JSON bodies</caption>
 * <tr><th>method</th><th>operation</th><th>request</th><th>used of the response</th></tr>
 * <tr><td>createMembership</td><td>CreateGroupMembership</td>
 * <td>IdentityStoreId, GroupId, MemberId.UserId</td><td>MembershipId</td></tr>
 * <tr><td>deleteMembership</td><td>DeleteGroupMembership</td>
 * <td>IdentityStoreId, MembershipId</td><td>nothing; the body may be empty</td></tr>
 * <tr><td>getMembership</td><td>DescribeGroupMembership</td>
 * <td>IdentityStoreId, MembershipId</td>
 * <td>MembershipId, GroupId, MemberId, CreatedAt, CreatedBy, UpdatedAt, UpdatedBy</td></tr>
 * <tr><td>findMembership</td><td>GetGroupMembershipId</td>
 * <td>IdentityStoreId, GroupId, MemberId.UserId</td><td>MembershipId</td></tr>
 * <tr><td>listMemberships</td><td>ListGroupMemberships</td>
 * <td>IdentityStoreId, GroupId, MaxResults, after the first page NextToken</td>
 * <td>GroupMemberships, each as for getMembership, and NextToken</td></tr>
 * <tr><td>listMembershipsForMember</td><td>ListGroupMembershipsForMember</td>
 * <td>IdentityStoreId, MemberId.UserId, MaxResults, after the first page NextToken</td>
 * <td>as for listMemberships</td></tr>
 * <tr><td>isMemberInGroups</td><td>IsMemberInGroups</td>
 * <td>IdentityStoreId, MemberId.UserId, GroupIds (at most 100)</td>
 * <td>Results, each GroupId and MembershipExists</td></tr>
 * </table>
 *
 * <p>A response that lacks what is used of it, or names a kind of member other than a user, is an
 * error and never skipped. A membership carries the store as the caller spelt it.
 *
 * <p>A response is the service's own if it has a request id and a body that is empty or one
 * complete JSON object, whatever its content type; it is read whole before any of it counts, up to
 * 4 MiB, of an error 64 KiB. Anything else is {@code BAD_REPLY} or a failure of the transport,
 * transient, and for a write unknown. So is a response that contradicts itself or is about
 * something else than was asked for. A complete error page of something in front of the service is
 * {@code WRONG_ENDPOINT}, or {@code THROTTLED} or {@code UNAVAILABLE} by its status.
 *
 * <h2>Errors</h2>
 *
 * <p>The service responds to nearly every error with status 400, so the error code in the response
 * decides, and for conflicts its {@code Reason}; a conflict without one is settled by reading back.
 * A wait that the service asks for is taken from the body ({@code RetryAfterSeconds}) and from the
 * header {@code Retry-After}, in seconds or as a date, which is measured against the response's own
 * {@code Date}; the longer one counts. Where the service says that the signature is out of time, by
 * its code or in words, the SDK corrects its clock from the response, and the call is retried once.
 *
 * <p>A proxy that refuses the tunnel to the service is {@code UNAVAILABLE}, or {@code
 * WRONG_ENDPOINT} where it wants credentials (407) or forbids it, and nothing was sent.
 *
 * <h2>Credentials</h2>
 *
 * <p>Whatever a provider of credentials throws, or if it gives none, the call fails with {@code
 * UNAUTHENTICATED} and nothing was sent: an error of the service behind it, such as STS, is never
 * the identity store's. The default chain and a named profile are asked by one thread for all calls
 * that wait, at most every five seconds, and after a failure at most every second; credentials that
 * last are kept for five minutes while their source fails. A call's deadline, an interrupt and
 * {@code close()} end its wait for them at once. See {@link
 * dev.roster.aws.AwsDrivers.Builder#credentialsProvider} for a provider of the application's.
 *
 * <h2>Time and threads</h2>
 *
 * <p>The SDK's own retries are off: one attempt is one request. Requests of a client that the
 * driver makes can be aborted: an interrupt, a passed deadline and {@code close()} end a blocked
 * read at once. See {@link dev.roster.aws.AwsDrivers.Builder#client} for what a ready-made client
 * cannot do. While Apache 5 looks up a host's name, an abort waits for that to end.
 *
 * <p>Of the SDK's HTTP clients, Apache 5 is a dependency of this artifact and is recommended, and
 * Apache 4 does as well. With url-connection one abort comes late: a response that stalls after its
 * head has come is read until the client's socket timeout, 30 seconds unless set. None of the three
 * sends a request again when its connection breaks.
 *
 * <h2>Log lines</h2>
 *
 * <p>The driver logs no secret, and takes those that it used lately out of what services and
 * libraries say. The SDK's signer ({@code software.amazon.awssdk.http.auth.aws}) and Apache 5
 * ({@code org.apache.hc.client5.http}) write whole requests at DEBUG, session tokens included:
 * leave both above DEBUG in production.
 */
@NullMarked
package dev.roster.aws;

import org.jspecify.annotations.NullMarked;
