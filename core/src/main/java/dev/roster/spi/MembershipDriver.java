package dev.roster.spi;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One identity store of one provider. Small and blocking: one method per request.
 *
 * <p>What not every service has is an interface of its own, which a driver implements besides this
 * one: {@link ListsByGroup}, {@link ListsByMember}, {@link CallsNatively}.
 *
 * <p>What a driver MUST do:
 *
 * <ul>
 *   <li>send exactly one request per method call, or the two of {@link ServiceTraits#requestsOf},
 *       and none after the call has returned or thrown;
 *   <li>never retry, wait, page or wrap: it throws whatever its SDK or transport throws;
 *   <li>sign afresh each time, and correct its own clock offset from a response that says that the
 *       signature is out of time, so that the pipeline's one retry succeeds;
 *   <li>be safe for use by many threads at once;
 *   <li>register with {@link AttemptContext#onAbort} how to end a blocked request, and state {@link
 *       ServiceTraits#abortsBlockedAttempts()}; where its transport cannot do that, keep to {@link
 *       AttemptContext#timeLeft()} and not state it;
 *   <li>keep secrets out of every message and {@code toString()}.
 * </ul>
 *
 * <p>What it MAY do: report the request id of a response; keep connections between calls; start
 * background threads of its transport, as long as {@link #close()} ends them.
 *
 * <p>What the caller guarantees: no argument is null; identifiers have passed {@link #idRules()};
 * no method but {@code close()} is called after {@code close()}, though calls may be under way at
 * that moment; one attempt is made by one thread.
 */
public interface MembershipDriver extends AutoCloseable {

  /**
   * The provider's short name, as in messages and page tokens.
   *
   * @return the scheme of its configuration string; lower case, never blank
   */
  String provider();

  /**
   * The store that this driver speaks for.
   *
   * @return the same at every call
   */
  IdentityStoreId identityStoreId();

  /**
   * What the service is like.
   *
   * @return the same at every call; {@link ServiceTraits#neutral()} unless overridden
   */
  default ServiceTraits traits() {
    return ServiceTraits.neutral();
  }

  /**
   * The service's documented rules for identifiers.
   *
   * @return the same at every call
   */
  default IdRules idRules() {
    return IdRules.NONE;
  }

  /**
   * The documented forms of identifiers, which may be narrower than {@link #idRules()}. Asked only
   * after the service has refused a request: an identifier that misses its documented form is
   * probably a name, and the error says so.
   *
   * @return the same at every call; {@link IdRules#NONE} where no form is documented
   */
  default IdRules documentedIdRules() {
    return IdRules.NONE;
  }

  /**
   * The permission that a caller needs for the request of an operation, for the report of a check.
   *
   * @param operation the operation
   * @return as the service spells it; empty where it has no names for permissions
   */
  default Optional<String> permissionOf(Operation operation) {
    return Optional.empty();
  }

  /**
   * What can be the cause of an error on this service besides what {@link ErrorCode#advice()}
   * names, for the report of a check.
   *
   * @param code what the check failed with
   * @return a sentence; empty where there is nothing to add
   */
  default Optional<String> otherCauseOf(ErrorCode code) {
    return Optional.empty();
  }

  /**
   * How requests reach the service, for the report of a check. MUST NOT send anything.
   *
   * @return the route, with the setting that decides it; empty where the driver does not know
   */
  default Optional<NetworkRoute> route() {
    return Optional.empty();
  }

  /**
   * The form in which two spellings of one identifier are the same text, for a service that takes
   * or sends several. Used to compare, never sent; MUST NOT send anything.
   *
   * @param id an identifier of a group, a member or a membership
   * @return the same text for all spellings of one identifier; the identifier unless overridden
   */
  default String canonicalId(String id) {
    return id;
  }

  /**
   * Takes this driver's secrets out of a text that came from outside. Every message, code and
   * request id of a failure passes through here before a caller or a listener sees it.
   *
   * @param text what a service or a library said
   * @return the text without credentials, tokens and signatures, each replaced by a mark
   */
  default String redact(String text) {
    return text;
  }

  /**
   * The id of a membership, for a service that has none of its own. Asked only where {@link
   * ServiceTraits#derivedIds()}; MUST NOT send anything.
   *
   * @param group the group
   * @param member the member
   * @return the same id for the same pair, in every process, whether or not the membership exists
   */
  default MembershipId derivedId(GroupId group, MemberId member) {
    throw new UnsupportedOperationException("membership ids are the service's own");
  }

  /**
   * Makes a membership.
   *
   * @param group the group
   * @param member the member
   * @param attempt the attempt
   * @return the new membership; a response without a membership id MUST be a failure with {@link
   *     dev.roster.ErrorCode#INVALID_RESPONSE} and {@link Reach#MAYBE_APPLIED}
   * @throws Exception whatever the transport throws; a member that is in the group already MUST be
   *     described as {@link dev.roster.ErrorCode#ALREADY_MEMBER}, or as {@link
   *     dev.roster.ErrorCode#CONFLICT} where the service does not say which conflict it is
   */
  Membership createMembership(GroupId group, MemberId member, AttemptContext attempt)
      throws Exception;

  /**
   * Removes a membership.
   *
   * @param membership its id
   * @param attempt the attempt
   * @throws Exception whatever the transport throws; a membership that does not exist MUST be
   *     described as {@link dev.roster.ErrorCode#NOT_FOUND}
   */
  void deleteMembership(MembershipId membership, AttemptContext attempt) throws Exception;

  /**
   * Reads a membership.
   *
   * @param membership its id
   * @param attempt the attempt
   * @return the membership
   * @throws Exception whatever the transport throws; a membership that does not exist MUST be
   *     described as {@link dev.roster.ErrorCode#NOT_FOUND}
   */
  Membership getMembership(MembershipId membership, AttemptContext attempt) throws Exception;

  /**
   * Looks a membership up.
   *
   * @param group the group
   * @param member the member
   * @param attempt the attempt
   * @return the membership
   * @throws Exception whatever the transport throws; a membership that does not exist MUST be
   *     described as {@link dev.roster.ErrorCode#NOT_FOUND}, with {@link
   *     ErrorDescription#missing()} where the service tells
   */
  Membership findMembership(GroupId group, MemberId member, AttemptContext attempt)
      throws Exception;

  /**
   * Asks which of some groups a member is in.
   *
   * @param member the member
   * @param groups 1 to {@link ServiceTraits#groupsPerCheck()} different groups
   * @param attempt the attempt
   * @return the service's results as it gave them; the client refuses a response that leaves a
   *     group out
   * @throws Exception whatever the transport throws
   */
  Map<GroupId, Boolean> isMemberInGroups(
      MemberId member, List<GroupId> groups, AttemptContext attempt) throws Exception;

  /**
   * Says what a failure means. Called with what one of the methods above threw; MUST NOT throw,
   * send anything or change anything.
   *
   * @param failure what was thrown
   * @return the description; {@link dev.roster.ErrorCode#UNKNOWN} with {@link Reach#MAYBE_APPLIED}
   *     for what the driver does not know
   */
  ErrorDescription describe(Throwable failure);

  /**
   * The native object behind this driver. What an application does with it is neither paced nor
   * retried, has no deadline and no listeners, and is signed only if the object signs by itself;
   * see {@link CallsNatively} for calls that have all that.
   *
   * @param type the wanted type
   * @param <T> the wanted type
   * @return empty where there is none of that type
   */
  default <T> Optional<T> unwrap(Class<T> type) {
    return Optional.empty();
  }

  /**
   * Closes what this driver made itself, and nothing that it was given. Closing again has no
   * effect. Calls under way MAY fail.
   */
  @Override
  void close();
}
