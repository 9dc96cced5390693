package dev.roster.campaign.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.weather.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each fault makes the client and the service see, in both protocols. */
final class FaultyProxyTest {

  private static final int SEEDS = 16;
  private static final int ERROR_CAP = 64 * 1024;
  private static final GroupMember PAIR = new GroupMember(new GroupId("g-1"), new UserId("u-1"));

  @ParameterizedTest
  @MethodSource("harmless")
  void aHarmlessFaultBringsTheWholeResponse(Protocol protocol, Fault fault) throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      try (ProxyProbe probe = new ProxyProbe(protocol, fault, seed)) {
        String seen = probe.send(protocol.create());

        assertThat(seen).isIn(framings(protocol));
        assertThat(seen.contains("chunked")).isIn(fault == Fault.CHUNK_RESPONSE, true);
        assertThat(probe.delivered()).hasSize(fault == Fault.DOUBLE_REQUEST ? 2 : 1);
        assertThat(probe.exchanges())
            .singleElement()
            .matches(Exchange::isSuccess)
            .matches(Exchange::isDefinite);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aLossBringsNothing(Protocol protocol, Fault fault) throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      try (ProxyProbe probe = new ProxyProbe(protocol, fault, seed)) {
        assertThat(probe.send(protocol.create())).isEmpty();
        assertThat(probe.settled().delivered()).hasSize(fault == Fault.LOSE_RESPONSE ? 1 : 0);
        assertThat(probe.exchanges()).noneMatch(Exchange::mayBeDefinite);
        assertThat(probe.exchanges()).hasSize(fault == Fault.RESET_IN_REQUEST ? 0 : 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCutResponseIsTheBeginningOfTheServices(Protocol protocol) throws Exception {
    Set<String> ends = new HashSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      try (ProxyProbe probe = new ProxyProbe(protocol, Fault.CUT_RESPONSE, seed)) {
        String seen = probe.send(protocol.create());

        assertThat(framings(protocol))
            .anyMatch(whole -> whole.startsWith(seen) && seen.length() < whole.length());
        assertThat(probe.delivered()).hasSize(1);
        boolean onlyLineEndsMissing = seen.matches("(?s).*\r\n0[\r\n]*");
        assertThat(probe.exchanges())
            .singleElement()
            .matches(exchange -> !exchange.isDefinite())
            .matches(e -> e.isSuccess() == (onlyLineEndsMissing && protocol == Protocol.AWS));
        ends.add(seen.contains("\r\n\r\n") ? "in the body" : "in the head");
      }
    }
    assertThat(ends).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void anotherServersResponseStandsInPlaceOfTheServices(Protocol protocol) throws Exception {
    Set<Integer> deliveries = new HashSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      try (ProxyProbe probe = new ProxyProbe(protocol, Fault.REPLACE_DELIVERED, seed)) {
        String seen = probe.send(protocol.create());

        assertThat(seen).isNotEmpty().doesNotContain(Protocol.ID);
        assertThat(probe.exchanges()).singleElement().matches(e -> !e.mayBeDefinite());
        deliveries.add(probe.settled().delivered().size());
      }
    }
    assertThat(deliveries).containsExactlyInAnyOrder(0, 1);
  }

  @ParameterizedTest
  @EnumSource
  void anotherServersResponseMayStandBeforeTheService(Protocol protocol) throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      try (ProxyProbe probe = new ProxyProbe(protocol, Fault.REPLACE_UNDELIVERED, seed)) {
        assertThat(probe.send(protocol.create())).isNotEmpty().doesNotContain(Protocol.ID);
        assertThat(probe.settled().delivered()).isEmpty();
        assertThat(probe.exchanges()).singleElement().matches(e -> !e.mayBeDefinite());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void aForgeryLooksLikeTheServicesResponseAndSaysSomethingElse(Protocol protocol, Fault fault)
      throws Exception {
    List<String> forged = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      try (ProxyProbe probe = new ProxyProbe(protocol, fault, seed)) {
        String seen = probe.send(protocol.create());

        assertThat(seen).isNotIn(framings(protocol));
        assertThat(seen.contains(Protocol.ID)).isEqualTo(!probe.delivered().isEmpty());
        assertThat(probe.exchanges()).singleElement().matches(e -> !e.isSuccess());
        forged.add(seen);
      }
    }
    assertThat(forged).anyMatch(seen -> seen.contains(Protocol.ID));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalIsTheServicesOwn(Protocol protocol, Fault fault, String words) throws Exception {
    Set<Integer> deliveries = new HashSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      try (ProxyProbe probe = new ProxyProbe(protocol, fault, seed)) {
        String seen = parsed(probe.send(protocol.create()));

        assertThat(seen).contains(words);
        assertThat(probe.exchanges())
            .singleElement()
            .matches(e -> e.isDefinite() == (fault != Fault.SERVER_ERROR))
            .matches(e -> e.isConflict() == (fault == Fault.UNKNOWN_CONFLICT));
        deliveries.add(probe.delivered().size());
      }
    }
    assertThat(deliveries).isEqualTo(fault == Fault.SERVER_ERROR ? Set.of(0, 1) : Set.of(0));
  }

  @ParameterizedTest
  @EnumSource
  void whenTheServiceAsksToWaitTheProxyNotesIt(Protocol protocol) throws Exception {
    Set<Boolean> held = new HashSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      try (ProxyProbe probe = new ProxyProbe(protocol, Fault.THROTTLE, seed)) {
        String seen = parsed(probe.send(protocol.create()));

        boolean asksToWait =
            seen.contains("Retry-After: 1")
                || seen.contains("\"RetryAfterSeconds\":1")
                || seen.contains(" GMT");
        assertThat(probe.isHeld()).isEqualTo(asksToWait);
        held.add(asksToWait);
      }
    }
    assertThat(held).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void whoeverReadsAnEndlessResponseToItsEndIsReported(Protocol protocol) throws Exception {
    try (ProxyProbe probe = new ProxyProbe(protocol, Fault.ENDLESS_RESPONSE, 1)) {
      String seen = probe.send(protocol.create());

      assertThat(seen.length()).isGreaterThan(ERROR_CAP);
      assertThat(seen).startsWith("HTTP/1.1 ").doesNotContain(Protocol.ID);
      assertThat(probe.settled().record().irregular())
          .singleElement()
          .asString()
          .startsWith("an endless response was read without a limit");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverLeavesAnEndlessResponseIsNotReported(Protocol protocol) throws Exception {
    try (ProxyProbe probe = new ProxyProbe(protocol, Fault.ENDLESS_RESPONSE, 1)) {
      try (Socket socket = probe.connect()) {
        socket.setReceiveBufferSize(ERROR_CAP);
        socket.getOutputStream().write(protocol.create().getBytes(StandardCharsets.UTF_8));
        assertThat(socket.getInputStream().readNBytes(ERROR_CAP)).hasSize(ERROR_CAP);
      }

      assertThat(probe.settled().record().irregular()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLedgerHasWhatTheServiceChanged(Protocol protocol) throws Exception {
    try (ProxyProbe probe = new ProxyProbe(protocol, Fault.LOSE_RESPONSE, 1)) {
      String unused = probe.send(protocol.create());
      assertThat(probe.settled().stored(PAIR))
          .hasValueSatisfying(stored -> assertThat(stored.id().value()).isEqualTo("m-1"));

      unused = probe.send(protocol.delete());
      assertThat(probe.settled().stored(PAIR)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theServiceSeesTheRequestAsItWasSent(Protocol protocol) throws Exception {
    try (ProxyProbe probe = new ProxyProbe(protocol, Fault.NONE, 1)) {
      String unused = probe.send(protocol.create());

      assertThat(probe.delivered())
          .singleElement()
          .satisfies(
              request ->
                  assertThat(protocol.create())
                      .startsWith(request.line())
                      .endsWith("\r\n\r\n" + request.body()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatNothingHappensToServesAnotherRequest(Protocol protocol) throws Exception {
    try (ProxyProbe probe = new ProxyProbe(protocol, Fault.NONE, 1)) {
      String seen = probe.send(protocol.create() + protocol.create());

      String once = framings(protocol).get(0);
      assertThat(seen).isEqualTo(once + once);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsClosedUnseenServesNoOther(Protocol protocol) throws Exception {
    try (ProxyProbe probe = new ProxyProbe(protocol, Fault.CLOSE_UNSEEN, 1)) {
      String unused = probe.send(protocol.create() + protocol.create());

      assertThat(probe.settled().delivered()).hasSize(1);
    }
  }

  @Test
  void aClientThatAsksBeforeItSendsItsBodyIsToldToGoOn() throws Exception {
    String request = Protocol.AWS.create();
    int body = request.indexOf("\r\n\r\n") + 4;
    try (ProxyProbe probe = new ProxyProbe(Protocol.AWS, Fault.NONE, 1);
        Socket socket = probe.connect()) {
      String head =
          request.substring(0, body).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      assertThat(line(socket.getInputStream())).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      socket.getOutputStream().write(request.substring(body).getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      assertThat(new WireReader(socket.getInputStream()).response().status()).isEqualTo(200);
    }
  }

  @Test
  void aRequestThatDoesNotSayWhichAttemptItIsIsNotCarriedOut() throws Exception {
    try (ProxyProbe probe = new ProxyProbe(Protocol.AWS, Fault.NONE, 1)) {
      assertThat(probe.send(Protocol.AWS.create().replace("x-roster-campaign", "x-other")))
          .isEmpty();
      assertThat(probe.settled().delivered()).isEmpty();
    }
  }

  /** A response without its frame. */
  private static String parsed(String seen) throws IOException {
    byte[] octets = seen.getBytes(StandardCharsets.UTF_8);
    return new WireReader(new ByteArrayInputStream(octets)).response().toString();
  }

  private static String line(InputStream in) throws IOException {
    return new String(
        in.readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length()), StandardCharsets.US_ASCII);
  }

  private static List<String> framings(Protocol protocol) {
    return Stream.of(false, true)
        .map(chunked -> new String(protocol.created().framed(chunked), StandardCharsets.UTF_8))
        .toList();
  }

  private static Stream<Arguments> harmless() {
    return withEach(
        Fault.NONE,
        Fault.CHUNK_RESPONSE,
        Fault.CLOSE_UNSEEN,
        Fault.DOUBLE_REQUEST,
        Fault.DELAY_REQUEST,
        Fault.DELAY_RESPONSE,
        Fault.PAUSE_IN_RESPONSE);
  }

  private static Stream<Arguments> losses() {
    return withEach(Fault.LOSE_REQUEST, Fault.LOSE_RESPONSE, Fault.RESET_IN_REQUEST);
  }

  private static Stream<Arguments> forgeries() {
    return withEach(Fault.MIX_UP, Fault.CONTRADICT);
  }

  private static Stream<Arguments> withEach(Fault... faults) {
    return Stream.of(Protocol.values())
        .flatMap(protocol -> Stream.of(faults).map(fault -> Arguments.of(protocol, fault)));
  }

  private static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(Protocol.AWS, Fault.THROTTLE, "ThrottlingException"),
        Arguments.of(Protocol.AWS, Fault.SERVER_ERROR, "InternalServerException"),
        Arguments.of(Protocol.AWS, Fault.BUSY, "CONCURRENT_MODIFICATION"),
        Arguments.of(Protocol.AWS, Fault.UNKNOWN_CONFLICT, "ConflictException"),
        Arguments.of(Protocol.HUAWEI, Fault.THROTTLE, "APIGW.0308"),
        Arguments.of(Protocol.HUAWEI, Fault.SERVER_ERROR, "IIC.500"),
        Arguments.of(Protocol.HUAWEI, Fault.BUSY, "IIC.1006"),
        Arguments.of(Protocol.HUAWEI, Fault.UNKNOWN_CONFLICT, "IIC.1899"));
  }
}
