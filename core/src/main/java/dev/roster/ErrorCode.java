package dev.roster;

/**
 * Why a call failed, the same for every provider. Names are stable; new ones may be added, so a
 * {@code switch} needs a default.
 */
public enum ErrorCode {
  /** An argument breaks a documented rule of the service; the message names the field and rule. */
  INVALID_ARGUMENT("Correct the argument that the message names; repeating the call cannot help."),
  /** A page token is altered, of another listing, or no longer known to the service. */
  INVALID_PAGE_TOKEN("Start the listing again from its beginning."),
  /** No credentials were found, or the service does not accept them. */
  UNAUTHENTICATED("Check the credentials: their source, that they are active and not expired."),
  /** The service knows the caller and refuses the action. */
  ACCESS_DENIED("Grant the caller's principal the action, and check the account and the region."),
  /** The store, group, member or membership does not exist. */
  NOT_FOUND("Check the identifiers, and that the region is the home region of the store."),
  /** The member is in the group already. */
  ALREADY_MEMBER("Nothing needs to be done; ensureMember treats this as success."),
  /** The unique name of a user or group is taken. */
  ALREADY_EXISTS("Find the one that has the name, or choose another name."),
  /** Several users or groups have exactly the name or key that was looked up. */
  AMBIGUOUS("Use the identifier: the message lists those that were found."),
  /**
   * Another client changes the same thing now, and went on doing so through every retry; or it has
   * changed what a call holds for one revision of.
   */
  CONCURRENT_MODIFICATION(
      "Read the present state, then call again; serialize the writers if it happens often."),
  /**
   * The request conflicts with the present state, the service does not say how, and no read before
   * the end of the settling time showed a membership that explains it.
   */
  CONFLICT("Read the present state, then decide."),
  /** The service asks to slow down, and did so until the deadline. */
  THROTTLED("Allow a longer deadline, or set maxCallsPerSecond below the limit of the account."),
  /** A quota of the store is used up. */
  QUOTA_EXCEEDED("Raise the quota with the service, or remove what is not needed."),
  /** The service could not be reached, or responded that it failed. */
  UNAVAILABLE("Check the network and the service's status page, then call again."),
  /** No response came in the time that was allowed. */
  TIMEOUT("Allow a longer deadline or attempt timeout, and check the network."),
  /** The service finds the request's time too far from its own, also after a correction. */
  CLOCK_SKEW("Set this machine's clock; signed requests are only valid for some minutes."),
  /** The response is not from the identity store service: a gateway, a proxy, another region. */
  WRONG_ENDPOINT("Check the endpoint and the region in the configuration."),
  /** The service sent a response that cannot be understood or that breaks its own rules. */
  INVALID_RESPONSE(
      "Check for a proxy that alters responses; otherwise report it with the request id."),
  /** The service does not have what the call needs, such as a listing; never retried. */
  UNSUPPORTED("Do without it: see capabilities() for what the provider's service has."),
  /** The calling thread was interrupted, or the asynchronous call was cancelled. */
  CANCELLED("Nothing is wrong; the caller asked for the end."),
  /** The client is closed, or was closed while the call ran. */
  CLIENT_CLOSED("Keep the client open as long as it is used; open one per store and share it."),
  /** A provider's code that this version does not know. */
  UNKNOWN("See providerCode and the provider's documentation, and report it, please.");

  private final String advice;

  ErrorCode(String advice) {
    this.advice = advice;
  }

  /**
   * What a person can do next, in a sentence.
   *
   * @return never blank
   */
  public String advice() {
    return advice;
  }
}
