package dev.roster.emulator;

/**
 * Answers that a service may give where no source says which, and the emulator has to assume one.
 * Without these it gives the likeliest; {@link EmulatorBuilder#answering} has it give another, so
 * that a test can show that a client gets along with both. {@code docs/emulator-fidelity.md} lists
 * what is assumed.
 */
public enum AlternativeAnswer {
  /** Huawei Cloud's own error codes begin with {@code IdentityCenter.} instead of {@code IIC.} */
  HUAWEI_PREFIX_IDENTITY_CENTER,
  /**
   * The error codes of Huawei Cloud's gateway begin with {@code APIG.} instead of {@code APIGW.}
   */
  HUAWEI_PREFIX_APIG,
  /** Huawei Cloud answers updates and deletes with 200 instead of 204, still without a body. */
  HUAWEI_EMPTY_REPLY_IS_200,
  /** What is missing on Huawei Cloud has number 400 instead of 404; the status is 404 in both. */
  HUAWEI_MISSING_IS_NUMBER_400,
  /** A quota that is used up on Huawei Cloud is 409 with number 1007 instead of 403 with 1003. */
  HUAWEI_QUOTA_IS_CONFLICT
}
