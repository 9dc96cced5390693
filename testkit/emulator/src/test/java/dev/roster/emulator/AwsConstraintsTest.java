package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every constraint of the service's model holds, and none that it does not have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsConstraintsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Of any rule of the model; refusals of the store and rules beyond the model have other words.
   */
  private static final String RULE = "failed to satisfy constraint: Member must ";

  private Emulator emulator;
  private PlainClient client;

  @BeforeAll
  void start() {
    emulator = Emulator.builder().withoutSignatures().start();
    client = new PlainClient(emulator);
  }

  @AfterAll
  void close() {
    emulator.close();
  }

  static List<AwsInputCase> inside() {
    return AwsInputCases.all().stream().filter(AwsInputCase::isInside).toList();
  }

  static List<AwsInputCase> outside() {
    return AwsInputCases.all().stream()
        .filter(each -> !each.isInside() && !each.rule().equals(AwsInputCases.TYPE))
        .toList();
  }

  static List<AwsInputCase> wrongTypes() {
    return AwsInputCases.all().stream()
        .filter(each -> each.rule().equals(AwsInputCases.TYPE))
        .toList();
  }

  @ParameterizedTest
  @MethodSource
  void inside(AwsInputCase input) throws Exception {
    JsonNode response = response(input);

    assertThat(response.path("__type").stringValue("")).isNotEqualTo("SerializationException");
    assertThat(response.path("Message").stringValue("")).doesNotContain(rulesOfTheModel());
  }

  @ParameterizedTest
  @MethodSource
  void outside(AwsInputCase input) throws Exception {
    long before = emulator.store().requests().total();

    JsonNode response = response(input);

    assertThat(response.path("__type").stringValue("")).isEqualTo("ValidationException");
    assertThat(response.path("Message").stringValue(""))
        .containsPattern("^\\d+ validation errors? detected: ")
        .contains("at '" + input.place() + "' " + RULE + input.rule());
    assertThat(emulator.store().requests().total()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource
  void wrongTypes(AwsInputCase input) throws Exception {
    JsonNode response = response(input);

    assertThat(response.path("__type").stringValue("")).isEqualTo("SerializationException");
    assertThat(response.path("Message").stringValue("")).contains("'" + input.place() + "'");
  }

  private JsonNode response(AwsInputCase input) throws Exception {
    HttpResponse<String> response = client.aws(input.operation(), input.body());
    return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
  }

  private static String[] rulesOfTheModel() {
    return new String[] {
      RULE + "have", RULE + "satisfy", RULE + "not be null",
    };
  }
}
