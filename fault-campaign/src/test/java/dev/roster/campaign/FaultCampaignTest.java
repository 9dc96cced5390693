package dev.roster.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls through a faulty network keep the law: a few in every build, many behind a profile. */
final class FaultCampaignTest {

  private static final long SEED = 4;
  private static final int SHORT_RUNS = 2;

  @ParameterizedTest
  @EnumSource
  void aFewHundredCallsThroughAFaultyNetworkKeepTheLaw(Cloud cloud) throws Exception {
    Campaign campaign = new Campaign(cloud, SEED, 4, 8, 10, System.out::println);
    for (int run = 0; run < SHORT_RUNS; run++) {
      campaign.run(run);
    }
    report(campaign);
    assertThat(campaign.kinds()).isEmpty();
  }

  /**
   * The properties {@code campaign.calls}, {@code campaign.seed}, {@code campaign.cloud} and {@code
   * campaign.run} say what of it: how many calls a provider, with which decisions, of which
   * provider alone, and which run alone.
   */
  @Tag("fault-campaign")
  @ParameterizedTest
  @EnumSource
  void aHundredThousandCallsThroughAFaultyNetworkKeepTheLaw(Cloud cloud) throws Exception {
    if (!System.getProperty("campaign.cloud", cloud.name()).equals(cloud.name())) {
      return;
    }
    Campaign campaign =
        new Campaign(
            cloud,
            Long.getLong("campaign.seed", SEED),
            Integer.getInteger("campaign.patience", 2),
            32,
            16,
            System.out::println);
    run(campaign);
    report(campaign);
    assertThat(campaign.kinds()).isEmpty();
  }

  private static void run(Campaign campaign) throws IOException, InterruptedException {
    int only = Integer.getInteger("campaign.run", -1);
    if (only >= 0) {
      campaign.run(only);
      return;
    }
    int calls = Integer.getInteger("campaign.calls", 100_000);
    for (int run = 0; run * campaign.callsInARun() < calls; run++) {
      campaign.run(run);
    }
  }

  private static void report(Campaign campaign) {
    System.out.println("ENDINGS " + campaign.endings());
    campaign.kinds().forEach(System.out::println);
  }
}
