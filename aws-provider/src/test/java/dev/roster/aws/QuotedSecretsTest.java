package dev.roster.aws;

import static dev.roster.aws.IdentityStoreServer.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.RosterClient;
import dev.roster.RosterException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A secret that a refusal quotes is shown in no part, wherever its words are cut. */
class QuotedSecretsTest {

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  private static final int WINDOW = 12;
  private static final String TOKEN = token();

  /** As long as those of real sessions. */
  private static String token() {
    String characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    Random random = new Random(20_261_122L);
    StringBuilder token = new StringBuilder("FAKE");
    while (token.length() < 900) {
      token.append(characters.charAt(random.nextInt(characters.length())));
    }
    return token.toString();
  }

  private static RosterException failure(String code, String words) {
    SERVER.respondsWith(error(400, code, ",\"Message\":\"" + words + "\""));
    try (RosterClient client =
        RosterClient.builder(
                SERVER
                    .driver()
                    .credentialsProvider(
                        StaticCredentialsProvider.create(
                            AwsSessionCredentials.create("AKIAFAKE", "FAKE-SECRET", TOKEN)))
                    .build())
            .settlingTime(Duration.ZERO)
            .build()) {
      return catchThrowableOfType(
          RosterException.class,
          () -> client.createMembership(OperationCase.GROUP, OperationCase.USER));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessDeniedException", "ValidationException", "SomethingNew"})
  void noPartOfASessionTokenIsShownWhereverTheWordsAreCut(String code) {
    for (int before = 0; before < 2_000; before += 100) {
      for (int after : new int[] {0, 300, 700, 1_200}) {
        RosterException failure =
            failure(code, "no ".repeat(before / 3) + TOKEN + " no".repeat(after / 3));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        assertNoPartIn(trace.toString());
      }
    }
  }

  private static void assertNoPartIn(String text) {
    for (int from = 0; from + WINDOW <= TOKEN.length(); from++) {
      assertThat(text).doesNotContain(TOKEN.substring(from, from + WINDOW));
    }
  }
}
