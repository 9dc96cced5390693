package dev.roster.examples.springguide;

import dev.roster.RosterClient;
import org.springframework.beans.factory.annotation.Qualifier;

/** Two stores beside each other. */
class AccessReview {

  private final RosterClient aws;
  private final RosterClient huawei;

  AccessReview(@Qualifier("aws") RosterClient aws, @Qualifier("huawei") RosterClient huawei) {
    this.aws = aws;
    this.huawei = huawei;
  }

  /** Both, in words. */
  String stores() {
    return aws.identityStoreId() + " and " + huawei.identityStoreId();
  }
}
