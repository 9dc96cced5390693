package dev.roster.emulator;

/** The wire protocols that an emulator speaks on its one port. */
public enum Protocol {
  /** AWS JSON 1.1: {@code POST /} with {@code X-Amz-Target: AWSIdentityStore.<Operation>}. */
  AWS,
  /** Huawei Cloud REST: paths under {@code /v1/identity-stores/}. */
  HUAWEI
}
