package dev.roster.aws.internal.attributes;

/** The extensions of users that are documented. */
public final class Extensions {

  /** The only one: what an enterprise knows of its users. A response has it only on request. */
  public static final String ENTERPRISE = "aws:identitystore:enterprise";

  private Extensions() {}
}
