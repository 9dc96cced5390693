package dev.roster.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.campaign.client.Cloud;
import dev.roster.campaign.record.About;
import org.junit.jupiter.api.Test;

/** A violation is one line with the properties that make its run again. */
final class ViolationTest {

  private static final RunId RUN = new RunId(Cloud.HUAWEI, About.DIRECTORY, 42, 7, 4);

  @Test
  void oneLineSaysWhatHappenedAndHowToMakeTheRunAgain() {
    Violation violation =
        new Violation(RUN, 3600, "CREATE UNKNOWN too early: after 1 look", "a\nb");

    assertThat(violation.line())
        .isEqualTo(
            "VIOLATION CREATE UNKNOWN too early: after 1 look | call 3600 | -Dcampaign.cloud=HUAWEI"
                + " -Dcampaign.about=DIRECTORY -Dcampaign.seed=42 -Dcampaign.run=7"
                + " -Dcampaign.patience=4 | a b");
    assertThat(violation.kind()).isEqualTo("CREATE UNKNOWN too early");
  }

  @Test
  void theSamePropertiesMakeTheSameDecisionsAtTheSamePace() {
    RunId again = new RunId(Cloud.HUAWEI, About.DIRECTORY, 42, 7, 4);

    assertThat(again.runSeed()).isEqualTo(RUN.runSeed());
    assertThat(again.timeFactor()).isEqualTo(RUN.timeFactor());
    assertThat(new RunId(Cloud.HUAWEI, About.DIRECTORY, 42, 8, 4).runSeed())
        .isNotEqualTo(RUN.runSeed());
    assertThat(new RunId(Cloud.AWS, About.DIRECTORY, 42, 7, 4).runSeed())
        .isNotEqualTo(RUN.runSeed());
  }

  @Test
  void patientRunsHaveASlowerClock() {
    assertThat(new RunId(Cloud.AWS, About.MEMBERSHIPS, 1, 0, 1).timeFactor()).isEqualTo(20);
    assertThat(new RunId(Cloud.AWS, About.MEMBERSHIPS, 1, 0, 8).timeFactor()).isEqualTo(10);
    assertThat(new RunId(Cloud.AWS, About.MEMBERSHIPS, 1, 0, 16).timeFactor()).isEqualTo(10);
  }
}
