package dev.roster.aws.internal.errors;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;

/** What a request says of people, which no message repeats. */
final class PersonalData {

  /** Shorter texts identify no one, and occur in words that are about something else. */
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
    if (values.stream().noneMatch(String.valueOf(refusal.getMessage())::contains)) {
      return refusal;
    }
    AwsServiceException.Builder copy = refusal.toBuilder().message(hiddenIn(refusal.rawMessage()));
    AwsErrorDetails details = refusal.awsErrorDetails();
    if (details != null) {
      String words = hiddenIn(details.errorMessage());
      copy.awsErrorDetails(details.toBuilder().errorMessage(words).build());
    }
    return (IdentitystoreException) withStackOf(refusal, copy.build());
  }

  private static AwsServiceException withStackOf(
      AwsServiceException original, AwsServiceException copy) {
    copy.setStackTrace(original.getStackTrace());
    return copy;
  }

  private @Nullable String hiddenIn(@Nullable String words) {
    String hidden = words;
    for (String value : values) {
      hidden = hidden == null ? null : hidden.replace(value, "[hidden]");
    }
    return hidden;
  }
}
