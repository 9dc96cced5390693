package dev.roster.campaign.weather;

import org.jspecify.annotations.Nullable;

/**
 * Which attempt of which call a request is. It travels in a header, so that the proxy knows what it
 * has before it.
 *
 * @param call the number of the call in the campaign
 * @param part which of the client's calls: 0, or the number of the page or of the bulk item, in the
 *     order of their beginning
 * @param attempt 1 for the first attempt of the part
 */
public record AttemptKey(long call, int part, int attempt) {

  public static final String HEADER = "x-roster-campaign";

  public static @Nullable AttemptKey parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String[] parts = header.split("\\.", 3);
    return new AttemptKey(
        Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  @Override
  public String toString() {
    return call + "." + part + "." + attempt;
  }
}
