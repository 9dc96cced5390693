package dev.roster.internal.errors;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.DefaultSettings;
import dev.roster.internal.call.ScriptedDriver;
import dev.roster.internal.call.TurnedTime;
import dev.roster.internal.configuration.ClientSettings;
import dev.roster.internal.operation.Creation;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from outside is shown bounded, without control characters and without secrets. */
class ForeignTextTest {

  private static final String SECRET = "fake-session-token";
  private static final String LONG = "x".repeat(1_000_000);

  private final List<String> heard = new ArrayList<>();

  @Test
  void aSecretThatAServiceQuotesIsNowhereInWhatTheCallerCanPrint() {
    RosterException error = failing(SECRET + " was refused", "quoting " + SECRET);
    assertThat(printed(error)).doesNotContain(SECRET).contains("[removed] was refused");
    assertThat(heard).isNotEmpty().noneMatch(text -> text.contains(SECRET));
  }

  @Test
  void theNativeErrorIsStillThereForWhoAsksForIt() {
    RosterException error = failing("no", "quoting " + SECRET);
    assertThat(error.unwrap(IOException.class).orElseThrow()).hasMessageContaining(SECRET);
    assertThat(error.getCause())
        .hasToString("dev.roster.internal.errors.ForeignTextTest$Native: quoting [removed]");
  }

  @Test
  void everyTextIsBounded() {
    RosterException error = failing(LONG, LONG);
    assertThat(error.getMessage().length()).isLessThan(2 * ForeignText.LONGEST_MESSAGE);
    assertThat(error.providerCode().orElseThrow()).hasSize(ForeignText.LONGEST_NAME);
    assertThat(error.requestId().orElseThrow()).hasSize(ForeignText.LONGEST_NAME).endsWith("...");
    assertThat(printed(error).length()).isLessThan(100_000);
    assertThat(heard).allMatch(text -> text.length() <= ForeignText.LONGEST_NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\u001b[2J", "\u0000", "\u202e", "\u2028", "\u0085"})
  void noCharacterThatSteersATerminalOrALogGetsThrough(String steering) {
    RosterException error = failing("first" + steering + "second", "a" + steering + "b");
    assertThat(error.getMessage()).contains("first").doesNotContain(steering);
    assertThat(error.requestId().orElseThrow()).doesNotContain(steering);
    assertThat(error).cause().message().doesNotContain(steering);
    assertThat(heard).noneMatch(text -> text.contains(steering));
  }

  @Test
  void theCutSplitsNoCharacter() {
    String smileys = "😀".repeat(5_000);
    String cut = new ForeignText(text -> text).message("x" + smileys);
    assertThat(cut).hasSizeLessThanOrEqualTo(ForeignText.LONGEST_MESSAGE).endsWith("😀...");
  }

  @Test
  void aDriverThatCannotTakeItsSecretsOutShowsNothing() {
    ForeignText text =
        new ForeignText(
            raw -> {
              throw new IllegalStateException(raw);
            });
    assertThat(text.message(SECRET)).doesNotContain(SECRET);
  }

  @Test
  void causesThatFormACircleAndSuppressedOnesAreCopiedOnce() {
    Exception inner = new Exception("inner " + SECRET);
    Exception outer = new Exception("outer", inner);
    inner.initCause(outer);
    inner.addSuppressed(new Exception("suppressed " + SECRET));
    Throwable copy = CleanedError.of(outer, new ForeignText(ForeignTextTest::redacted));
    assertThat(printed(Objects.requireNonNull(copy)))
        .contains("outer", "inner", "suppressed")
        .doesNotContain(SECRET);
  }

  @Test
  void theCopyHasTheStackOfTheOriginal() {
    Exception original = new Exception("x");
    Throwable copy = CleanedError.of(original, new ForeignText(text -> text));
    assertThat(copy).extracting(Throwable::getStackTrace).isEqualTo(original.getStackTrace());
  }

  /** An error of a library that quotes what it sent. */
  private static final class Native extends IOException {
    private static final long serialVersionUID = 1L;

    Native(String message) {
      super(message);
    }
  }

  private RosterException failing(String said, String thrown) {
    ErrorDescription description =
        ErrorDescription.builder(ErrorCode.ACCESS_DENIED, Reach.REFUSED)
            .message(said)
            .providerCode(said)
            .requestId(said)
            .build();
    ScriptedDriver driver =
        new ScriptedDriver()
            .redacting(ForeignTextTest::redacted)
            .describing(failure -> description)
            .then(
                attempt -> {
                  attempt.requestId(said);
                  throw new Native(thrown);
                });
    return failing(driver);
  }

  private RosterException failing(ScriptedDriver driver) {
    ClientSettings settings = DefaultSettings.of(new TurnedTime(), listener());
    try (CallPipeline pipeline = new CallPipeline(driver, settings)) {
      return catchThrowableOfType(
          RosterException.class,
          () ->
              pipeline.call(
                  ClientMethod.CREATE_MEMBERSHIP,
                  ScriptedDriver.SUBJECT,
                  CallOptions.defaults(),
                  call -> new Creation(call, GROUP, USER).created()));
    }
  }

  private CallListener listener() {
    return new CallListener() {
      @Override
      public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
        result.requestId().ifPresent(heard::add);
        result.providerCode().ifPresent(heard::add);
      }
    };
  }

  private static String redacted(String text) {
    return text.replace(SECRET, "[removed]");
  }

  private static String printed(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
