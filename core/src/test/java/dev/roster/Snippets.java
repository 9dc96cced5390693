package dev.roster;

/** The snippets of the Javadoc, compiled; {@link JavadocSnippetsTest} holds the two together. */
final class Snippets {

  private Snippets() {}

  static void membershipClient(String uri) {
    try (MembershipClient client = MembershipClient.open(uri)) {
      client.ensureMember(new GroupId("engineers"), new UserId("ada"));
      for (Membership membership : client.listMemberships(new GroupId("engineers"))) {
        System.out.println(membership.memberId());
      }
    }
  }
}
