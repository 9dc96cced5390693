package dev.roster.aws.internal.errors;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A store can have replicas in other Regions, which take reads only. How they refuse a write is not
 * documented: it is known by its words, whatever its code is.
 *
 * @param own the region that requests are signed for; null where it is not known
 */
record PrimaryRegion(@Nullable String own) {

  private static final Pattern WORDS =
      Pattern.compile("primary[ -]region", Pattern.CASE_INSENSITIVE);

  private static final Pattern REGION =
      Pattern.compile("(?<![a-z0-9-])[a-z]{2}(?:-[a-z]+){1,3}-[0-9]{1,2}(?![a-z0-9-])");

  /** The same, or where it is said that the Region takes no writes, that the endpoint is wrong. */
  ErrorDescription refined(ErrorDescription said) {
    String words = said.message().orElse("");
    if (!isRefusal(said.code()) || !WORDS.matcher(words).find()) {
      return said;
    }
    return said.toBuilder()
        .code(ErrorCode.WRONG_ENDPOINT)
        .reach(Reach.REFUSED)
        .message(
            "writes need the primary Region of the store, %s; the service says: %s"
                .formatted(named(words), words))
        .build();
  }

  private static boolean isRefusal(ErrorCode code) {
    return switch (code) {
      case INVALID_ARGUMENT, ACCESS_DENIED, CONFLICT, UNSUPPORTED, UNKNOWN -> true;
      default -> false;
    };
  }

  /** The words can name this Region as well as the other one. */
  private String named(String words) {
    Set<String> others = others(words);
    return others.size() == 1
        ? "which is " + others.iterator().next()
        : "and " + (own == null ? "this Region" : own) + " has a replica";
  }

  private Set<String> others(String words) {
    return REGION
        .matcher(words)
        .results()
        .map(MatchResult::group)
        .filter(region -> !region.equals(own))
        .collect(Collectors.toUnmodifiableSet());
  }
}
