package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which responses are the service's own; whatever may not be one proves nothing. */
@Timeout(120)
class ResponseProofTest {

  private static final Set<ErrorCode> TRANSIENT =
      Set.of(ErrorCode.INVALID_RESPONSE, ErrorCode.UNAVAILABLE, ErrorCode.TIMEOUT);

  private static final String NOT_FOUND =
      "{\"Message\":\"m\",\"__type\":\"ResourceNotFoundException\",\"ResourceType\":\"GROUP\"}";

  private static final String NOT_FOUND_IN_THE_HEADER =
      "{\"Message\":\"m\",\"ResourceType\":\"GROUP\"}";

  private static final String ERROR_TYPE = "x-amzn-ErrorType: ResourceNotFoundException\r\n";

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyCaseOverEveryClient")
  void anErrorThatIsCutIsTransientAndNeverDefinite(HttpClientKind http, OperationCase operation)
      throws IOException {
    String whole = SocketServer.response(400, "", NOT_FOUND);
    String inHeader = SocketServer.response(400, ERROR_TYPE, NOT_FOUND_IN_THE_HEADER);
    Stream<String> cuts =
        Stream.of(
            chopped(whole, 20),
            chopped(inHeader, 10),
            chopped(inHeader, 40),
            chunked(ERROR_TYPE, "{\"Mess"),
            unframed(ERROR_TYPE, "{\"Mes"),
            unframed(ERROR_TYPE, ""));
    assertThat(failures(http, operation, cuts.map(SocketServer::cut).toList()))
        .allSatisfy(ResponseProofTest::assertProvesNothing);
  }

  /** The whole class: wherever the connection ends, nothing definite is left behind. */
  @ParameterizedTest
  @EnumSource
  void noBeginningOfAnErrorIsADefiniteAnswer(HttpClientKind http) throws Exception {
    String whole = SocketServer.response(400, ERROR_TYPE, NOT_FOUND);
    for (ErrorDescription description : failures(http, OperationCase.FIND, beginnings(whole))) {
      assertProvesNothing(description);
    }
    assertThat(failure(http, OperationCase.FIND, whole).code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void noBeginningOfASuccessIsASuccess(HttpClientKind http) throws Exception {
    String whole = SocketServer.response(200, "", OperationCase.DELETE.response);
    for (ErrorDescription description : failures(http, OperationCase.DELETE, beginnings(whole))) {
      assertProvesNothing(description);
    }
  }

  /** A coding that is cut is none that the JDK's own client knows, and it reads no body then. */
  @ParameterizedTest
  @EnumSource
  void noBeginningOfAHeadWithoutALengthIsASuccess(HttpClientKind http) throws Exception {
    String head =
        "HTTP/1.1 200 X\r\nx-amzn-RequestId: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
            .formatted(IdentityStoreServer.REQUEST_ID);
    for (ErrorDescription description : failures(http, OperationCase.DELETE, beginnings(head))) {
      assertProvesNothing(description);
    }
  }

  static Stream<Arguments> responsesOfSomethingElse() {
    String id = "x-amzn-RequestId: " + IdentityStoreServer.REQUEST_ID + "\r\n";
    List<String> responses =
        List.of(
            raw(200, "", "<html>Please log in</html>"),
            raw(200, id, "<html>Please log in</html>"),
            raw(200, "Content-Type: application/json\r\n", "\u0089PNG"),
            raw(200, id + "Content-Type: application/json\r\n", "\u0089PNG"),
            raw(200, "Content-Type: application/x-amz-json-1.1\r\n", "{}"),
            raw(200, "x-amzn-RequestId: \r\n", "{}"),
            raw(200, id, "{cut"),
            raw(200, id, "{} {}"),
            raw(200, id, "no healthy upstream"),
            raw(200, id, "null"),
            raw(200, id, "[null]"),
            raw(200, "", ""),
            raw(1, id, "{}"),
            raw(99, id, "{}"),
            raw(400, ERROR_TYPE + id, "<html>a proxy</html>"),
            raw(400, ERROR_TYPE + id, "{\"Message\":\"m\""));
    return Stream.of(HttpClientKind.values())
        .flatMap(http -> responses.stream().map(response -> Arguments.of(http, response)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("responsesOfSomethingElse")
  void aResponseThatDoesNotProveItselfIsTransient(HttpClientKind http, String response)
      throws Exception {
    List<OperationCase> operations = List.of(OperationCase.values());
    List<String> responses = Collections.nCopies(operations.size(), SocketServer.cut(response));
    assertThat(failures(http, operations, responses))
        .allSatisfy(ResponseProofTest::assertProvesNothing);
  }

  static Stream<Arguments> acceptedDeletes() {
    String id = "x-amzn-RequestId: some-id\r\n";
    List<String> responses =
        List.of(
            raw(200, id, ""),
            raw(200, id, "{}"),
            raw(200, id, " {\"More\" : [1, {\"a\\u0062\": -1.5e3}] }\r\n"),
            raw(200, id + "Content-Type: text/html; charset=utf-8\r\n", "{}"),
            raw(200, id + "Content-Type: application/octet-stream\r\n", "{}"),
            unframed(id, "{}"),
            "HTTP/1.1 204 X\r\n" + id + "\r\n");
    return Stream.of(HttpClientKind.values())
        .flatMap(http -> responses.stream().map(response -> Arguments.of(http, response)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("acceptedDeletes")
  void aRequestIdAndAnEmptyBodyOrOneObjectAreEnoughForADelete(HttpClientKind http, String response)
      throws Exception {
    String accepted = response.replaceFirst("HTTP/1.1 400", "HTTP/1.1 200");
    try (SocketServer server = new SocketServer(SocketServer.cut(accepted));
        MembershipDriver driver = server.driver(http).build()) {
      driver.deleteMembership(OperationCase.MEMBERSHIP, new RecordedAttempt());
      assertThat(server.requests()).hasSize(1);
    }
  }

  static Stream<Arguments> endlessResponses() {
    String head = "x-amzn-RequestId: some-id\r\n";
    return Stream.of(HttpClientKind.values())
        .flatMap(
            http ->
                Stream.of(200, 400, 503)
                    .flatMap(
                        status ->
                            Stream.of(
                                Arguments.of(http, status, head),
                                Arguments.of(
                                    http, status, head + "Content-Length: 999999999999\r\n"))));
  }

  @ParameterizedTest(name = "{0}: status {1}, {2}")
  @MethodSource("endlessResponses")
  void anEndlessResponseEndsAtTheCap(HttpClientKind http, int status, String headers)
      throws IOException {
    String begun = "HTTP/1.1 %d X\r\n%s\r\n{\"Message\":\"".formatted(status, headers);
    assertThat(failure(http, OperationCase.CREATE, SocketServer.endless(begun)))
        .returns(ErrorCode.INVALID_RESPONSE, ErrorDescription::code)
        .returns(Reach.MAYBE_APPLIED, ErrorDescription::reach);
  }

  static Stream<Arguments> everyCaseOverEveryClient() {
    return Arrays.stream(HttpClientKind.values())
        .flatMap(
            http ->
                Arrays.stream(OperationCase.values())
                    .map(operation -> Arguments.of(http, operation)));
  }

  private static void assertProvesNothing(ErrorDescription description) {
    assertThat(description.code()).isIn(TRANSIENT);
    assertThat(description.reach()).isEqualTo(Reach.MAYBE_APPLIED);
  }

  private static List<String> beginnings(String whole) {
    List<String> beginnings = new ArrayList<>();
    for (int length = 1; length < whole.length(); length++) {
      beginnings.add(SocketServer.cut(whole.substring(0, length)));
    }
    return beginnings;
  }

  private static String chopped(String whole, int octets) {
    return whole.substring(0, whole.length() - octets);
  }

  private static String chunked(String headers, String begun) {
    return "HTTP/1.1 400 X\r\n%sTransfer-Encoding: chunked\r\n\r\n40\r\n%s"
        .formatted(headers, begun);
  }

  private static String unframed(String headers, String body) {
    return "HTTP/1.1 400 X\r\n%s\r\n%s".formatted(headers, body);
  }

  /** The connection serves no other request, and the client is told so. */
  private static String raw(int status, String headers, String body) {
    return "HTTP/1.1 %d X\r\n%sConnection: close\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, headers, body.length(), body);
  }

  private static ErrorDescription failure(
      HttpClientKind http, OperationCase operation, String response) throws IOException {
    return failures(http, operation, List.of(response)).get(0);
  }

  private static List<ErrorDescription> failures(
      HttpClientKind http, OperationCase operation, List<String> responses) throws IOException {
    return failures(http, Collections.nCopies(responses.size(), operation), responses);
  }

  /** What each call fails with, made by one driver: the first gets the first response. */
  private static List<ErrorDescription> failures(
      HttpClientKind http, List<OperationCase> operations, List<String> responses)
      throws IOException {
    List<ErrorDescription> descriptions = new ArrayList<>();
    try (SocketServer server = new SocketServer(responses.toArray(new String[0]));
        MembershipDriver driver = server.driver(http).build()) {
      for (OperationCase operation : operations) {
        Throwable failure = catchThrowable(() -> operation.call(driver, new RecordedAttempt()));
        assertThat(failure).as(responses.get(descriptions.size())).isNotNull();
        descriptions.add(driver.describe(Objects.requireNonNull(failure)));
      }
      assertThat(server.requests()).hasSize(responses.size());
    }
    return descriptions;
  }
}
