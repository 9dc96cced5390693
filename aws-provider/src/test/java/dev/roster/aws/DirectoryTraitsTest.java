package dev.roster.aws;

import static dev.roster.aws.OperationCase.groups;
import static dev.roster.aws.OperationCase.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.LookupWay;
import dev.roster.spi.MembershipDriver;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** What the driver states of users and groups, whichever client it works with. */
class DirectoryTraitsTest {

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  @Test
  void whatIsStatedOfUsers() {
    try (MembershipDriver driver = SERVER.driver().build()) {
      EntryTraits<User> traits = users(driver).traits();
      assertThat(traits.largestPage()).isEqualTo(100);
      assertThat(traits.lookups(LookupKey.Kind.NAME))
          .containsExactly(LookupWay.DIRECT, LookupWay.LISTING);
      assertThat(traits.lookups(LookupKey.Kind.EMAIL)).containsExactly(LookupWay.DIRECT);
      assertThat(traits.lookups(LookupKey.Kind.EXTERNAL_ID)).containsExactly(LookupWay.DIRECT);
      assertThat(traits.filter(LookupKey.Kind.NAME)).isEqualTo(EntryTraits.Filter.EXACT);
      assertThat(traits.filter(LookupKey.Kind.EMAIL)).isEqualTo(EntryTraits.Filter.NONE);
      assertThat(traits.required()).isEmpty();
      assertThat(traits.providerFields()).isTrue();
      assertThat(traits.writable())
          .containsExactlyInAnyOrder(
              UserFields.USER_NAME,
              UserFields.DISPLAY_NAME,
              UserFields.NAME,
              UserFields.EMAILS,
              UserFields.PHONE_NUMBERS,
              UserFields.ADDRESSES);
    }
  }

  @Test
  void whatIsStatedOfGroups() {
    try (MembershipDriver driver = SERVER.driver().build()) {
      EntryTraits<Group> traits = groups(driver).traits();
      assertThat(traits.lookups(LookupKey.Kind.NAME))
          .containsExactly(LookupWay.DIRECT, LookupWay.DIRECT_ALTERNATE, LookupWay.LISTING);
      assertThat(traits.lookups(LookupKey.Kind.EMAIL)).isEmpty();
      assertThat(traits.filter(LookupKey.Kind.NAME)).isEqualTo(EntryTraits.Filter.EXACT);
      assertThat(traits.providerFields()).isFalse();
      assertThat(traits.writable())
          .containsExactlyInAnyOrder(GroupFields.DISPLAY_NAME, GroupFields.DESCRIPTION);
    }
  }

  @Test
  void aReadyMadeClientHasADirectoryToo() throws Exception {
    try (IdentitystoreClient sdk =
        IdentitystoreClient.builder()
            .region(Region.EU_WEST_1)
            .endpointOverride(SERVER.address())
            .credentialsProvider(IdentityStoreServer.CREDENTIALS)
            .overrideConfiguration(it -> it.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build()) {
      MembershipDriver driver =
          AwsDrivers.builder().identityStoreId(OperationCase.STORE).client(sdk).build();
      RecordedAttempt attempt = new RecordedAttempt();
      SERVER.respondsWith(IdentityStoreServer.ok(OperationCase.GET_USER.response));
      assertThat(OperationCase.GET_USER.call(driver, attempt)).isEqualTo(DirectoryCases.READ_USER);
      SERVER.respondsWith(IdentityStoreServer.error(400, "UnknownOperationException", ""));
      Throwable refused = catchThrowable(() -> OperationCase.FIND_USER.call(driver, attempt));
      assertThat(driver.describe(Objects.requireNonNull(refused)).code())
          .isEqualTo(ErrorCode.UNSUPPORTED);
    }
  }
}
