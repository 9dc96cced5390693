package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.RosterClientBuilder;
import dev.roster.RosterException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client does itself, before and after the pipeline. */
class ClientTest {

  private final ScriptedDriver driver = new ScriptedDriver();
  private final RosterClient client = RosterClient.builder(driver).build();

  @AfterEach
  void close() {
    client.close();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "100, 1", "101, 2", "250, 3"})
  void anyNumberOfGroupsIsAskedAHundredAtATimeInTheOrderGiven(int count, int requests) {
    List<GroupId> groups =
        IntStream.range(0, count).mapToObj(number -> new GroupId("g-" + number)).toList();
    List<GroupId> twice = new ArrayList<>(groups);
    twice.addAll(groups);
    assertThat(client.isMemberInGroups(USER, twice).keySet()).containsExactlyElementsOf(groups);
    assertThat(driver.asked()).hasSize(requests);
  }

  @Test
  void aNullInAListOfGroupsIsRefusedAndNothingIsSent() {
    List<GroupId> groups = new ArrayList<>(Collections.singletonList(GROUP));
    groups.add(nothing());
    assertThatThrownBy(() -> client.isMemberInGroups(USER, groups))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("groups");
    assertThat(driver.asked()).isEmpty();
  }

  static Stream<Method> methodsWithArguments() {
    return Stream.of(RosterClient.class.getMethods())
        .filter(method -> method.getDeclaringClass() == RosterClient.class)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() > 0);
  }

  @ParameterizedTest
  @MethodSource("methodsWithArguments")
  void aNullArgumentIsRefusedByNameAndNothingIsSent(Method method) throws Exception {
    Throwable thrown =
        catchThrowable(() -> method.invoke(client, new Object[method.getParameterCount()]));
    assertThat(thrown).isInstanceOf(InvocationTargetException.class);
    assertThat(thrown.getCause())
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("must not be null");
    assertThat(driver.asked()).isEmpty();
  }

  @Test
  void aClosedClientSaysSoAndClosingItAgainIsHarmless() {
    client.close();
    client.close();
    assertThatThrownBy(() -> client.createMembership(GROUP, USER))
        .isInstanceOfSatisfying(
            RosterException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.CLIENT_CLOSED));
    assertThatThrownBy(() -> client.listMemberships(GROUP).iterator().hasNext())
        .isInstanceOf(RosterException.class);
    assertThat(driver.asked()).isEmpty();
    assertThat(driver.isClosed()).isTrue();
  }

  @Test
  void anUnknownSchemeIsAnsweredWithThoseThatAreThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RosterClient.open("nowhere://d-1"))
        .withMessageContaining("'nowhere'")
        .withMessageContaining("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"deadline=5", "deadline=PT0S", "attemptTimeout=x", "maxCallsPerSecond=-1"})
  void aClientParameterThatMakesNoSenseIsNamed(String parameter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RosterClient.builder("nowhere://d-1?" + parameter))
        .withMessageContaining(parameter.substring(0, parameter.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aRateIsPositiveAndFinite(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RosterClient.builder(driver).maxCallsPerSecond(rate))
        .withMessageContaining("maxCallsPerSecond");
  }

  @Test
  void aBuilderMakesOneClient() {
    RosterClientBuilder builder = RosterClient.builder(new ScriptedDriver());
    builder.build().close();
    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessageContaining("one client");
  }

  @Test
  void itsTextNamesProviderAndStore() {
    assertThat(client).hasToString("RosterClient[scripted://s-1]");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }
}
