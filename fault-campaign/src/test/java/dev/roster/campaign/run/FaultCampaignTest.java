package dev.roster.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.campaign.client.Cloud;
import dev.roster.campaign.record.About;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls through a faulty network keep the law: a few in every build, many behind a profile. */
final class FaultCampaignTest {

  private static final long SEED = 4;
  private static final int SHORT_RUNS = 2;

  /** The fewer calls one after the other, the shorter: most of a run is waiting. */
  private static final int CALLS_IN_A_SHORT_RUN = 80;

  private static final int AT_ONCE = 12;

  /** All at the same time, because most of a campaign is waiting. */
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("campaigns")
  void aFewHundredCallsThroughAFaultyNetworkKeepTheLaw(Cloud cloud, About about) throws Exception {
    int callsEach = about == About.MEMBERSHIPS ? 10 : 4;
    Campaign campaign =
        new Campaign(
            cloud,
            about,
            SEED,
            new Pace(4, SHORT_RUNS),
            CALLS_IN_A_SHORT_RUN / callsEach,
            callsEach,
            System.out::println);
    campaign.run(0, SHORT_RUNS);
    report(campaign);
    assertThat(campaign.kinds()).isEmpty();
  }

  /**
   * The properties {@code campaign.calls}, {@code campaign.seed}, {@code campaign.cloud}, {@code
   * campaign.about} and {@code campaign.run} say what of it: how many calls a provider, with which
   * decisions, of which provider alone, about what alone, and which run alone.
   */
  @Tag("fault-campaign")
  @ParameterizedTest
  @MethodSource("campaigns")
  void aHundredThousandCallsThroughAFaultyNetworkKeepTheLaw(Cloud cloud, About about)
      throws Exception {
    if (!System.getProperty("campaign.cloud", cloud.name()).equals(cloud.name())
        || !System.getProperty("campaign.about", about.name()).equals(about.name())) {
      return;
    }
    Campaign campaign =
        new Campaign(
            cloud,
            about,
            Long.getLong("campaign.seed", SEED),
            new Pace(
                Integer.getInteger("campaign.patience", 2),
                Integer.getInteger("campaign.at-once", AT_ONCE)),
            32,
            16,
            System.out::println);
    run(campaign);
    report(campaign);
    assertThat(campaign.kinds()).isEmpty();
  }

  static Stream<Arguments> campaigns() {
    return Stream.of(Cloud.values())
        .flatMap(cloud -> Stream.of(About.values()).map(about -> Arguments.of(cloud, about)));
  }

  private static void run(Campaign campaign) throws InterruptedException {
    int only = Integer.getInteger("campaign.run", -1);
    int calls = Integer.getInteger("campaign.calls", 100_000);
    int runs = only >= 0 ? 1 : -Math.floorDiv(-calls, campaign.callsInARun());
    campaign.run(Math.max(only, 0), runs);
  }

  private static void report(Campaign campaign) {
    System.out.println("ENDINGS " + campaign.endings());
    System.out.println("FAULTS " + campaign.faults());
    campaign.kinds().forEach(System.out::println);
  }
}
