/**
 * Memberships, users and groups in AWS IAM Identity Center, through the official AWS SDK. The entry
 * points are {@link dev.roster.aws.AwsDrivers} and, for configuration strings, {@link
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
 * <tr><td>users().get</td><td>DescribeUser</td>
 * <td>IdentityStoreId, UserId, Extensions</td><td>every member</td></tr>
 * <tr><td>users().find</td><td>GetUserId</td>
 * <td>IdentityStoreId, AlternateIdentifier (UniqueAttribute or ExternalId)</td>
 * <td>UserId</td></tr>
 * <tr><td>users().list</td><td>ListUsers</td>
 * <td>IdentityStoreId, Extensions, MaxResults, after the first page NextToken, with a filter
 * Filters</td><td>Users, each as for get, and NextToken</td></tr>
 * <tr><td>users().create</td><td>CreateUser</td>
 * <td>IdentityStoreId and the fields that are set</td><td>UserId</td></tr>
 * <tr><td>users().update</td><td>UpdateUser</td>
 * <td>IdentityStoreId, UserId, Operations (AttributePath, and AttributeValue unless cleared)</td>
 * <td>nothing; the body may be empty</td></tr>
 * <tr><td>users().delete</td><td>DeleteUser</td>
 * <td>IdentityStoreId, UserId</td><td>nothing; the body may be empty</td></tr>
 * <tr><td>groups()</td><td>the same six with Group in place of User</td>
 * <td>as for users, without Extensions</td><td>as for users</td></tr>
 * <tr><td>users().update and delete with a revision, groups() the same</td>
 * <td>UpdateUser, DeleteUser, UpdateGroup, DeleteGroup</td>
 * <td>as above, and Revision</td><td>the id, if it is there</td></tr>
 * <tr><td>AwsStores.list</td><td>ListIdentityStores</td>
 * <td>MaxResults, after the first page NextToken</td>
 * <td>IdentityStores, each IdentityStoreId and IdentityStoreArn, and NextToken</td></tr>
 * <tr><td>AwsStores.describe</td><td>DescribeIdentityStore</td>
 * <td>IdentityStoreId</td>
 * <td>IdentityStoreId, IdentityStoreArn, NetworkConfiguration</td></tr>
 * <tr><td>AwsStores.update</td><td>UpdateIdentityStore</td>
 * <td>IdentityStoreId, NetworkConfiguration</td><td>nothing</td></tr>
 * </table>
 *
 * <p>The last four rows are newer than the SDK, which knows neither these three operations nor a
 * revision. Their requests are made here, signed by the SDK's {@code AwsV4HttpSigner}, and sent to
 * the address, with the credentials and over the HTTP client of the SDK's client. The SDK's
 * interceptors and metric publishers do not see them. With a ready-made client there are none of
 * them. The revision of a user or group that is read is taken from the response of the SDK's own
 * request.
 *
 * <p>A response that lacks a used member is an error. So is one that names a kind of member other
 * than a user: nothing is skipped. A membership carries the store as the caller spelt it.
 *
 * <p>In a find, {@code UnknownOperationException} and a {@code ValidationException} about the
 * attribute path are {@code UNSUPPORTED}: the store does not look up in this way, and the client
 * tries the next one. What a request says of people is in no message, even where the service
 * repeats it.
 *
 * <p>A response is the service's own if it has a request id and a body that is empty or one
 * complete JSON object, whatever its content type. It is read whole before it is used: a success up
 * to 32 MiB, an error up to 64 KiB. Anything else is {@code INVALID_RESPONSE} or a failure of the
 * transport. Such a failure is transient, and the outcome of a write is then unknown. The same
 * holds for a response that contradicts itself, and for one about another object than the requested
 * one. A complete error page of something in front of the service is {@code WRONG_ENDPOINT}, or
 * {@code THROTTLED} or {@code UNAVAILABLE} by its status.
 *
 * <h2>Errors</h2>
 *
 * <p>Nearly every error of the service has status 400, so the error code in the response decides,
 * and for conflicts its {@code Reason}. A conflict without a reason is settled by a read. The delay
 * before a retry is taken from the body ({@code RetryAfterSeconds}) and from the header {@code
 * Retry-After}, in seconds or as a date; the longer one counts. A date is compared with the
 * response's own {@code Date}. Where the service says that the signature is out of time, the SDK
 * corrects its clock by the response, and the call is retried once.
 *
 * <p>A refusal whose words speak of the primary Region is {@code WRONG_ENDPOINT}, whatever its code
 * is: a Region with a replica of the store takes no writes.
 *
 * <h2>Proxies</h2>
 *
 * <p>Which proxy requests go through, {@link dev.roster.spi.ProxySettings} says. The SDK's HTTP
 * clients look for none by themselves, unless one was given to the builder: then it is theirs. The
 * requests of the SDK's providers of credentials have proxies by the SDK's rules.
 *
 * <p>A proxy that refuses the tunnel to the service is {@code UNAVAILABLE}. It is {@code
 * WRONG_ENDPOINT} where the proxy demands credentials (407) or forbids the tunnel. In both cases
 * nothing was sent.
 *
 * <h2>The native client</h2>
 *
 * <p>{@link dev.roster.RosterClient#callNative} and {@link dev.roster.RosterClient#unwrap} give the
 * SDK's {@code IdentitystoreClient}, the one that the driver uses, with the SDK's retries off. In a
 * native call its request is aborted and paced as every other, and a second request in the same
 * attempt is refused; taken out with {@code unwrap} it has none of that. A request that a function
 * makes on another thread cannot be aborted. A uniqueness conflict of a native call is {@code
 * CONFLICT}. {@link dev.roster.RosterException#unwrap} gives {@code IdentitystoreException}, or
 * what the transport threw.
 *
 * <h2>Credentials</h2>
 *
 * <p>Where a provider of credentials throws or has none, the call fails with {@code
 * UNAUTHENTICATED}, and nothing was sent. An error of the service behind the provider, such as STS,
 * never counts as one of the identity store. The default chain and a named profile are asked by one
 * thread for all calls that wait: at most every five seconds, and after a failure at most every
 * second. While their source fails, or does not respond to the call that has it asked, credentials
 * that have not expired are kept for five minutes. A call's deadline, an interrupt and {@code
 * close()} end its wait for them at once. See {@link
 * dev.roster.aws.AwsDrivers.Builder#credentialsProvider} for a provider of the application's.
 *
 * <h2>Time and threads</h2>
 *
 * <p>The SDK's own retries are off: one attempt is one request. Requests of a client that the
 * driver makes can be aborted: an interrupt, a passed deadline and {@code close()} end a blocked
 * read at once. See {@link dev.roster.aws.AwsDrivers.Builder#client} for what a ready-made client
 * cannot do. While Apache 5 looks up a host's name, an abort waits for that to end.
 *
 * <p>Of the SDK's HTTP clients, Apache 5 is a dependency of this artifact and is recommended.
 * Apache 4 works as well. With url-connection one kind of abort is late: a response that stalls
 * after its head has come is read until the client's socket timeout, 30 seconds unless set. None of
 * the three sends a request again when its connection breaks.
 *
 * <h2>Log lines</h2>
 *
 * <p>The driver's logger is {@code dev.roster.aws}. It logs no secret, and removes the secrets that
 * it used lately from the messages of services and libraries. The SDK's signer ({@code
 * software.amazon.awssdk.http.auth.aws}) and Apache 5 ({@code org.apache.hc.client5.http}) write
 * whole requests at DEBUG, session tokens included: leave both above DEBUG in production.
 */
@NullMarked
package dev.roster.aws;

import org.jspecify.annotations.NullMarked;
