package dev.roster.aws.internal.errors;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;

/** What a request says of people, which no message repeats. */
final class PersonalData {

  /** A shorter one counts where it stands alone: it is a part of many words. */
  private static final int SURELY_A_QUOTE = 6;

  private final @Nullable Pattern quoted;

  /** The longest first: a name may be part of an address. */
  PersonalData(Set<String> values) {
    String forms = forms(values);
    this.quoted =
        forms.isEmpty()
            ? null
            : Pattern.compile(forms, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The longest first, so that no part of a value is left. */
  private static String forms(Set<String> values) {
    return values.stream()
        .filter(value -> !value.isBlank())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(PersonalData::form)
        .collect(Collectors.joining("|"));
  }

  private static String form(String value) {
    String quoted = Pattern.quote(value);
    return value.length() < SURELY_A_QUOTE
        ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])"
        : quoted;
  }

  /** The same refusal where its words have none of it, otherwise a copy with other words. */
  IdentitystoreException hiddenIn(IdentitystoreException refusal) {
    if (quoted == null || !quoted.matcher(String.valueOf(refusal.getMessage())).find()) {
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
    return words == null || quoted == null ? words : quoted.matcher(words).replaceAll("[hidden]");
  }
}
