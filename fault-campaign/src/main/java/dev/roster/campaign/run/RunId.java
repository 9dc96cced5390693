package dev.roster.campaign.run;

import dev.roster.campaign.client.Cloud;
import dev.roster.campaign.record.About;
import dev.roster.campaign.weather.Dice;

/**
 * Which run of which campaign.
 *
 * @param cloud the provider
 * @param about what the calls are about
 * @param seed of the campaign
 * @param number of the run
 * @param patience how often longer than on a machine that has nothing else to do attempts may take
 */
public record RunId(Cloud cloud, About about, long seed, int number, int patience) {

  private static final int PATIENCE_TIMES_FACTOR = 80;
  private static final int LEAST_FACTOR = 10;
  private static final int MOST_FACTOR = 20;

  /** The seed of the run's own decisions. */
  long runSeed() {
    return Dice.of(seed, cloud.name().hashCode(), number).seed();
  }

  /**
   * How much faster than real time the campaign's clock runs. The more patient the run, the slower:
   * on its clock an attempt takes some seconds, and a settling time has room for several.
   */
  int timeFactor() {
    return Math.max(LEAST_FACTOR, Math.min(MOST_FACTOR, PATIENCE_TIMES_FACTOR / patience));
  }

  @Override
  public String toString() {
    return "-Dcampaign.cloud=%s -Dcampaign.about=%s -Dcampaign.seed=%d -Dcampaign.run=%d -Dcampaign.patience=%d"
        .formatted(cloud, about, seed, number, patience);
  }
}
