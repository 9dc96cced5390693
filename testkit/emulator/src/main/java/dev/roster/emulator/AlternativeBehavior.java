package dev.roster.emulator;

/**
 * How a service may behave where no source says so, and the emulator has to assume something.
 * Without these it does the likeliest; {@link EmulatorBuilder#alternatives} makes it behave
 * otherwise, so that a test can show that a client gets along with both. {@code
 * docs/emulator-fidelity.md} lists what is assumed.
 */
public enum AlternativeBehavior {
  /** AWS responds to updates and deletes with an empty JSON object instead of an empty body. */
  AWS_EMPTY_RESPONSE_IS_AN_OBJECT,
  /** The type in AWS's error bodies has a namespace and a hash before it. */
  AWS_ERROR_TYPE_IS_QUALIFIED,
  /** AWS's conflict over what must be unique does not say its reason. */
  AWS_CONFLICT_HAS_NO_REASON,
  /**
   * AWS's errors that a script makes, and that of a store that is missing, say that the customer's
   * own encryption key is the reason.
   */
  AWS_REASON_IS_THE_KEY,
  /** AWS denies access to a store that is missing instead of saying that it is missing. */
  AWS_MISSING_STORE_IS_DENIED,
  /** On AWS the delete of what is gone succeeds. */
  AWS_REPEATED_DELETE_SUCCEEDS,
  /** AWS's check says of a group that is missing that the member is not in it. */
  AWS_MISSING_GROUP_IS_NO_MEMBERSHIP,
  /** The verdicts of AWS's check are not in the order in which the groups were asked for. */
  AWS_VERDICTS_ARE_REVERSED,
  /** A page of AWS holds 50 where the request does not say how many, instead of 100. */
  AWS_DEFAULT_PAGE_IS_50,
  /** AWS requires of users and groups only what its service model marks: no name at all. */
  AWS_NAMES_ARE_OPTIONAL,
  /** AWS refuses to update a user's user name. */
  AWS_USER_NAME_NEVER_CHANGES,
  /** AWS looks a group up by {@code displayName} only, not by {@code DisplayName}. */
  AWS_GROUP_PATH_IS_CAMEL_CASE,
  /** AWS looks a group up by {@code DisplayName} only, not by {@code displayName}. */
  AWS_GROUP_PATH_IS_PASCAL_CASE,
  /** AWS looks nothing up, as in a directory that another one feeds; filters work. */
  AWS_LOOKS_NOTHING_UP,
  /** AWS's responses spell an identifier as an ARN where the request did. */
  AWS_RESPONSES_ECHO_ARNS,
  /**
   * AWS is as before October 2026: 19 operations, no ARNs in requests and responses, no revisions.
   */
  AWS_MODEL_IS_OLDER,
  /** AWS's errors have the statuses of its model, 402 to 429, and not 400 for all of them. */
  AWS_STATUSES_ARE_MODELLED,
  /** A replica of AWS that refuses a write does not say which Region is the primary one. */
  AWS_REPLICA_HIDES_PRIMARY,
  /** AWS checks identifiers for their lengths only, so that tests can use readable ones. */
  AWS_IDS_HAVE_ANY_FORM,
  /** Huawei Cloud's own error codes begin with {@code IdentityCenter.} instead of {@code IIC.} */
  HUAWEI_PREFIX_IDENTITY_CENTER,
  /**
   * The error codes of Huawei Cloud's gateway begin with {@code APIG.} instead of {@code APIGW.}
   */
  HUAWEI_PREFIX_APIG,
  /** Huawei Cloud responds to updates and deletes with 200 instead of 204, still without a body. */
  HUAWEI_EMPTY_RESPONSE_IS_200,
  /** What is missing on Huawei Cloud has number 400 instead of 404; the status is 404 in both. */
  HUAWEI_MISSING_IS_NUMBER_400,
  /** A quota that is used up on Huawei Cloud is 409 with number 1007 instead of 403 with 1003. */
  HUAWEI_QUOTA_IS_CONFLICT,
  /** The {@code next_marker} of Huawei Cloud's last page is absent instead of null. */
  HUAWEI_LAST_MARKER_IS_ABSENT,
  /** The {@code next_marker} of Huawei Cloud's last page is an empty text instead of null. */
  HUAWEI_LAST_MARKER_IS_EMPTY,
  /**
   * A conflict on Huawei Cloud has number 1899, which no reference has, instead of 1007; only that
   * of a concurrent modification stays what it is.
   */
  HUAWEI_CONFLICT_HAS_UNKNOWN_NUMBER,
  /** Making a membership that exists on Huawei Cloud returns the one that is there, not a 409. */
  HUAWEI_SECOND_MEMBERSHIP_IS_THE_FIRST,
  /** Listing the memberships of what is missing on Huawei Cloud returns no items, not a 404. */
  HUAWEI_MISSING_LISTS_NOTHING,
  /** Huawei Cloud's check says of a group that is missing that the member is not in it. */
  HUAWEI_MISSING_GROUP_IS_NO_MEMBERSHIP,
  /** The verdicts of Huawei Cloud's check are not in the order in which groups were asked for. */
  HUAWEI_VERDICTS_ARE_REVERSED,
  /** On Huawei Cloud the delete of what is gone succeeds. */
  HUAWEI_REPEATED_DELETE_SUCCEEDS,
  /** Huawei Cloud's times are whole seconds since 1970 instead of milliseconds. */
  HUAWEI_TIMES_ARE_SECONDS,
  /** Huawei Cloud finds users by {@code userName}, groups by {@code displayName}: camel case. */
  HUAWEI_UNIQUE_PATH_IS_CAMEL_CASE,
  /** Huawei Cloud lists the users whose name contains the filter, not those that have it. */
  HUAWEI_USER_NAME_FILTER_IS_FUZZY,
  /** A fuzzy filter of Huawei Cloud shows what begins with it in its case, not what contains it. */
  HUAWEI_FUZZY_IS_PREFIX,
  /** An update of a user on Huawei Cloud may change {@code user_name} instead of being refused. */
  HUAWEI_USER_NAME_CAN_CHANGE
}
