package dev.roster.aws;

import static dev.roster.aws.IdentityStoreServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A success with any one of its values exchanged for another kind is read, or is an invalid
 * response that may have been applied; it is nothing else, in no operation.
 */
class MutatedResponseTest {

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  private final List<String> wrong = new ArrayList<>();
  private MembershipDriver driver = SERVER.driver().build();

  @BeforeEach
  void open() {
    driver.close();
    driver = SERVER.driver().build();
  }

  @AfterEach
  void close() {
    driver.close();
  }

  private interface DriverCall {
    Object with(MembershipDriver driver) throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessOfAnotherFormIsReadOrIsAnInvalidResponse(OperationCase operation) {
    MutatedJson.of(operation.response)
        .forEach(body -> check(body, to -> operation.call(to, new RecordedAttempt())));
    assertThat(wrong).isEmpty();
  }

  @Test
  void soIsThatOfAConditionalChange() {
    String response = "{\"IdentityStoreId\":\"d-1234567890\",\"UserId\":\"user-1\"}";
    MutatedJson.of(response)
        .forEach(
            body ->
                check(
                    body,
                    to -> {
                      ((DirectoryDriver) to)
                          .users()
                          .update(
                              OperationCase.USER,
                              DirectoryCases.USER_CHANGES,
                              "7",
                              new RecordedAttempt());
                      return to;
                    }));
    assertThat(wrong).isEmpty();
  }

  private void check(String body, DriverCall call) {
    SERVER.respondsWith(ok(body));
    Throwable failure = catchThrowable(() -> call.with(driver));
    if (failure != null) {
      ErrorDescription described = driver.describe(failure);
      if (described.code() != ErrorCode.INVALID_RESPONSE
          || described.reach() != Reach.MAYBE_APPLIED) {
        wrong.add("%s, %s: %s".formatted(described, failure, body));
      }
    }
  }
}
