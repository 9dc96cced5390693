package dev.roster.campaign.proxy;

import dev.roster.GroupId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.weather.Dice;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the proxy has to know of a cloud's protocol: enough to read it and to forge it. */
public abstract class Dialect {

  /** Which operation a request asks for. */
  abstract Operation operation(WireRequest request);

  /** The membership that a request names. */
  abstract @Nullable MembershipId membership(WireRequest request);

  /** The user or group that a request names by its id. */
  abstract @Nullable String entryId(WireRequest request);

  /** The service's own throttled response. */
  abstract WireResponse throttled(Hint hint);

  /** The service's own word that it failed. */
  abstract WireResponse failed();

  /** The service's own word that another caller changes the same thing. */
  abstract WireResponse busy();

  /** The service's own word that there is a conflict, and no more. */
  abstract WireResponse unknownConflict();

  /** The service's response with a contradiction in it; empty where it has no place for one. */
  abstract Optional<String> contradict(Operation operation, String body, Dice dice);

  /** How many of the line ends that close a response this cloud's clients may not miss. */
  abstract int lineEndsNotMissed(WireResponse response, boolean inChunks);

  /** The name of a field as this protocol spells it. */
  abstract String spelt(String name);

  /** Where a throttled response says when to come back. */
  enum Hint {
    NONE(0),
    NOW(0),
    SECONDS(1),
    DATE(2);

    private final Duration duration;

    Hint(int seconds) {
      this.duration = Duration.ofSeconds(seconds);
    }

    /** How long it asks to wait. */
    Duration duration() {
      return duration;
    }
  }

  /** The pair that a request names, where it names one. */
  @Nullable GroupMember pair(WireRequest request) {
    String group = field(request.body(), "group_id");
    String user = field(request.body(), "user_id");
    return group == null || user == null
        ? null
        : new GroupMember(new GroupId(group), new UserId(user));
  }

  /** The membership that a response to a creation names. */
  @Nullable MembershipId made(WireResponse response) {
    String id = field(response.body(), "membership_id");
    return id == null ? null : new MembershipId(id);
  }

  final @Nullable String field(String json, String name) {
    Matcher found = Pattern.compile("\"" + spelt(name) + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    return found.find() ? found.group(1) : null;
  }

  static String camel(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.split("_", -1)) {
      text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return text.toString();
  }
}
