package dev.roster.aws.internal.errors;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;

/** What a request says of people, which no message repeats. */
final class PersonalData {

  /** Shorter texts identify nobody, and occur in words that are about something else. */
  private static final int MIN_LENGTH = 3;

  private final List<String> values;

  /** The longest first: a name may be part of an address. */
  PersonalData(Set<String> values) {
    this.values =
        values.stream()
            .filter(value -> value.length() >= MIN_LENGTH)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** The same refusal where its words have none of it, otherwise a copy with other words. */
  IdentitystoreException hiddenIn(IdentitystoreException refusal) {
    AwsErrorDetails details = refusal.awsErrorDetails();
    String words = details == null ? null : details.errorMessage();
    if (words == null || values.stream().noneMatch(words::contains)) {
      return refusal;
    }
    AwsServiceException copy =
        refusal.toBuilder()
            .awsErrorDetails(details.toBuilder().errorMessage(hiddenIn(words)).build())
            .build();
    copy.setStackTrace(refusal.getStackTrace());
    return (IdentitystoreException) copy;
  }

  private String hiddenIn(String words) {
    String hidden = words;
    for (String value : values) {
      hidden = hidden.replace(value, "[hidden]");
    }
    return hidden;
  }
}
