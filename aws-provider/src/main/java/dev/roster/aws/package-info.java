/**
 * Memberships in AWS IAM Identity Center, through the official AWS SDK. The doors are {@link
 * dev.roster.aws.AwsMemberships} and, for configuration strings, {@link
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
 * <tr><th>method</th><th>operation</th><th>request</th><th>used of the reply</th></tr>
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
 * <p>A reply that lacks what is used of it, or names a kind of member other than a user, is an
 * error and never skipped. A membership carries the store as the caller spelt it.
 *
 * <h2>Errors</h2>
 *
 * <p>The service answers nearly every error with status 400, so the error code in the reply
 * decides, and for conflicts its {@code Reason}; a conflict without one is settled by reading back.
 * A wait that the service asks for is taken from the body ({@code RetryAfterSeconds}) and from the
 * header {@code Retry-After}, in seconds or as a date; the longer one counts. Where the signature
 * is out of time, the SDK corrects its clock from the reply, and the call is repeated once.
 *
 * <h2>Time and threads</h2>
 *
 * <p>The SDK's own retries are off: one attempt is one request. Requests of a client that the
 * driver makes can be aborted: an interrupt, a passed deadline and {@code close()} end a blocked
 * read at once. See {@link dev.roster.aws.AwsMemberships.Builder#client} for what a ready-made
 * client cannot do.
 *
 * <p>Of the SDK's HTTP clients, Apache 5 comes with this artifact and is recommended, and Apache 4
 * does as well. With url-connection one abort comes late: a reply that stalls after its head has
 * come is read until the client's socket timeout, 30 seconds unless set. None of the three sends a
 * request again when its connection breaks.
 *
 * <h2>Log lines</h2>
 *
 * <p>The driver logs no secret. The SDK's signer ({@code software.amazon.awssdk.http.auth.aws}) and
 * Apache 5 ({@code org.apache.hc.client5.http}) write whole requests at DEBUG, session tokens
 * included: leave both above DEBUG in production.
 */
@NullMarked
package dev.roster.aws;

import org.jspecify.annotations.NullMarked;
