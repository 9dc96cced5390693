package dev.roster.campaign.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.campaign.law.EntryReadLaw.Seen;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.EntryName;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.StoredEntry;
import dev.roster.campaign.weather.AttemptKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What reads of users and groups return was true while they ran, and shows no secret. */
final class EntryReadLawTest {

  private static final EntryName NAME = new EntryName(EntryName.Kind.USER, "ada");
  private static final AttemptKey BY = new AttemptKey(1, 0, 1);

  private final Ledger ledger = new Ledger();
  private final EntryReadLaw law = new EntryReadLaw(ledger.entries(), 0);

  EntryReadLawTest() {
    ledger.entries().created(NAME, new StoredEntry("u-1", BY, "old"), 10, 20);
    ledger.entries().updated(NAME, "new", BY, 30, 40);
    ledger.entries().deleted(NAME, BY, 70, 80);
  }

  @Test
  void whatIsFoundWasTrueDuringTheRead() {
    assertThat(law.found(during(25, 28), NAME, seen("old"))).isEmpty();
    assertThat(law.found(during(25, 50), NAME, seen("old"))).isEmpty();
    assertThat(law.found(during(25, 50), NAME, seen("new"))).isEmpty();
    assertThat(law.found(during(50, 60), NAME, seen("old")))
        .singleElement()
        .asString()
        .startsWith("what was found was never true: ");
    assertThat(law.foundId(during(50, 60), NAME, "u-2"))
        .singleElement()
        .asString()
        .startsWith("what was found was never true: u-2");
  }

  @Test
  void whatIsNotFoundWasAbsentDuringTheRead() {
    assertThat(law.found(during(1, 5), NAME, Optional.empty())).isEmpty();
    assertThat(law.missing(during(75, 90), NAME, "u-1")).isEmpty();
    assertThat(law.missing(during(50, 60), NAME, "u-0")).isEmpty();
    assertThat(law.missing(during(50, 60), NAME, "u-1"))
        .singleElement()
        .asString()
        .startsWith("not found, and it was there all the time: ");
  }

  @Test
  void aListingHasEverythingOnce() {
    Seen row = new Seen(NAME, "u-1", "new");

    assertThat(law.listed(during(50, 60), List.of(NAME), List.of(row))).isEmpty();
    assertThat(law.listed(during(50, 60), List.of(NAME), List.of())).hasSize(1);
    assertThat(law.listed(during(50, 60), List.of(NAME), List.of(row, row)))
        .singleElement()
        .asString()
        .startsWith("listed twice: ");
  }

  @Test
  void noTextHasAOneTimePassword() {
    RosterException harmless = failure("create failed", "no secret");
    RosterException chatty = failure("create failed", "{\"password\":\"FAKE-otp\"}");

    assertThat(SecrecyLaw.brokenBy(report(0, 1, harmless), Set.of("FAKE-otp"))).isEmpty();
    assertThat(SecrecyLaw.brokenBy(report(0, 1, chatty), Set.of("FAKE-otp")))
        .containsExactly("a one-time password is in a text");
  }

  private static RosterException failure(String message, String cause) {
    RosterException failure =
        RosterException.builder(ErrorCode.TIMEOUT, "huawei", ClientMethod.CREATE_USER).build();
    failure.addSuppressed(new IllegalStateException(message, new IllegalStateException(cause)));
    return failure;
  }

  private static Optional<Seen> seen(String value) {
    return Optional.of(new Seen(NAME, "u-1", value));
  }

  private static CallReport during(long from, long to) {
    return report(from, to, null);
  }

  private static CallReport report(long from, long to, @Nullable Throwable error) {
    return new CallReport(
        new CallStory().record(),
        Action.FIND_ENTRY,
        null,
        error,
        from,
        to,
        Duration.ofMinutes(5),
        false,
        false,
        false,
        false);
  }
}
