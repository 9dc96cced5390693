package dev.roster.aws.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.identitystore.model.ConflictException;
import software.amazon.awssdk.services.identitystore.model.ConflictExceptionReason;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;

/** What a request says of people is taken out of the refusal, and nothing else of it changes. */
class PersonalDataTest {

  private static ConflictException refusal(String words) {
    return ConflictException.builder()
        .reason(ConflictExceptionReason.UNIQUENESS_CONSTRAINT_VIOLATION)
        .message(words)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode("ConflictException")
                .errorMessage(words)
                .serviceName("Identitystore")
                .build())
        .requestId("id-1")
        .statusCode(400)
        .numAttempts(1)
        .build();
  }

  private static String hidden(String words, String... values) {
    return new PersonalData(Set.of(values))
        .hiddenIn(refusal(words))
        .awsErrorDetails()
        .errorMessage();
  }

  @Test
  void everyValueIsHiddenTheLongestFirst() {
    assertThat(hidden("ada and ada@example.invalid are taken", "ada", "ada@example.invalid"))
        .isEqualTo("[hidden] and [hidden] are taken");
  }

  @Test
  void aShortTextIsHiddenWhereItStandsAloneInUpperOrLowerCase() {
    assertThat(hidden("AL is taken, also", "al")).isEqualTo("[hidden] is taken, also");
  }

  @Test
  void allElseOfTheRefusalStaysAsItIs() {
    ConflictException original = refusal("ada is taken");
    ConflictException copy = (ConflictException) new PersonalData(Set.of("ada")).hiddenIn(original);
    assertThat(copy.getMessage()).startsWith("[hidden] is taken").contains("Request ID: id-1");
    assertThat(copy.reason()).isEqualTo(original.reason());
    assertThat(copy.requestId()).isEqualTo("id-1");
    assertThat(copy.statusCode()).isEqualTo(400);
    assertThat(copy.numAttempts()).isEqualTo(1);
    assertThat(copy.awsErrorDetails().errorCode()).isEqualTo("ConflictException");
    assertThat(copy.getStackTrace()).isEqualTo(original.getStackTrace());
  }

  @Test
  void aRefusalWithNothingToHideIsTheSame() {
    ConflictException original = refusal("the name is taken");
    assertThat(new PersonalData(Set.of("ada")).hiddenIn(original)).isSameAs(original);
  }

  @Test
  void aRefusalWithoutDetailsIsHiddenToo() {
    IdentitystoreException original =
        (IdentitystoreException) IdentitystoreException.builder().message("ada is taken").build();
    assertThat(new PersonalData(Set.of("ada")).hiddenIn(original).getMessage())
        .contains("[hidden] is taken")
        .doesNotContain("ada");
  }
}
