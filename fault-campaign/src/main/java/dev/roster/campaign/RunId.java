package dev.roster.campaign;

/**
 * Which run of which campaign.
 *
 * @param cloud the provider
 * @param seed of the campaign
 * @param number of the run
 * @param patience how often longer than on a machine that has nothing else to do attempts may take
 */
record RunId(Cloud cloud, long seed, int number, int patience) {

  /** The seed of the run's own decisions. */
  long runSeed() {
    return Dice.of(seed, cloud.name().hashCode(), number).seed();
  }

  @Override
  public String toString() {
    return "-Dcampaign.cloud=%s -Dcampaign.seed=%d -Dcampaign.run=%d -Dcampaign.patience=%d"
        .formatted(cloud, seed, number, patience);
  }
}
