package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.query.AccessMatrix;
import dev.roster.query.AccessPlan;
import dev.roster.query.AccessQueries;
import dev.roster.query.ListingSizes;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Reconciler;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One id in upper and in lower case is one id, also where ids are compared between responses. */
class SpellingTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private static final UserId SPELT_OTHERWISE =
      new UserId(Samples.USER.value().toUpperCase(Locale.ROOT));

  private static RosterClient client() {
    SERVICE.respondsWith(
        okJson(
            "{\"group_memberships\":[%s],\"page_info\":{\"next_marker\":null}}"
                .formatted(Samples.MEMBERSHIP_RESPONSE)));
    return RosterClient.builder(SERVICE.driver()).build();
  }

  @Test
  void aMemberOfAnotherSpellingIsNeitherAddedNorRemoved() {
    try (RosterClient client = client()) {
      ReconcilePlan plan =
          Reconciler.of(client)
              .plan(ReconcileMode.EXCLUSIVE, Samples.GROUP, List.of(SPELT_OTHERWISE));

      assertThat(plan.removals()).isZero();
      assertThat(plan.additions()).isZero();
    }
  }

  @Test
  void aMemberOfAnotherSpellingIsSeenInTheMatrix() {
    try (RosterClient client = client()) {
      AccessQueries queries = AccessQueries.of(client);
      GroupId group = new GroupId(Samples.GROUP.value().toUpperCase(Locale.ROOT));
      AccessPlan plan =
          queries.plan(
              List.of(SPELT_OTHERWISE, new UserId("other")),
              List.of(group),
              ListingSizes.unknown().withGroups(Map.of(group, 1L)));

      AccessMatrix matrix = queries.ask(plan);

      assertThat(plan.groupsToList()).containsExactly(group);
      assertThat(matrix.isMember(SPELT_OTHERWISE, group)).isTrue();
    }
  }
}
