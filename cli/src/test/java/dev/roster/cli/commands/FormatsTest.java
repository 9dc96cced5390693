package dev.roster.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.roster.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Every command, over both clouds, in every format: the same fields, whatever is in the store. */
class FormatsTest {

  private static final List<String> CLOUDS = List.of("aws", "huawei");

  private static final String MEMBERSHIP =
      "group_name,group_id,user_name,user_id,membership_id,created_at";
  private static final String USER =
      "user_name,user_id,display_name,email,enabled,external_ids,created_at,updated_at";
  private static final String GROUP =
      "group_name,group_id,description,external_ids,created_at,updated_at";
  private static final String CHANGE =
      "action,group_name,group_id,user_name,user_id,result,error,message,request_id";
  private static final String ACCESS = "group_name,group_id,user_name,user_id,member";
  private static final String ACTION = "action,group_name,group_id,user_name,user_id";

  static Stream<Arguments> commands() {
    return CLOUDS.stream()
        .flatMap(
            cloud ->
                Stream.of(
                    Arguments.of(cloud, "user find ada", USER, 1, false),
                    Arguments.of(cloud, "user list", USER, 5, false),
                    Arguments.of(cloud, "group find Engineers Admins", GROUP, 2, false),
                    Arguments.of(cloud, "group list", GROUP, 3, false),
                    Arguments.of(cloud, "member list Engineers", MEMBERSHIP, 3, true),
                    Arguments.of(cloud, "member check Engineers ada grace", ACCESS, 2, false),
                    Arguments.of(cloud, "groups-of alan", MEMBERSHIP, 2, true),
                    Arguments.of(cloud, "matrix --user ada alan --group Admins", ACCESS, 2, false),
                    Arguments.of(cloud, "review", MEMBERSHIP, 6, true),
                    Arguments.of(cloud, "member add Engineers grace ada", CHANGE, 2, true),
                    Arguments.of(cloud, "member remove Engineers ada --yes", CHANGE, 1, true),
                    Arguments.of(cloud, "offboard alan --yes", CHANGE, 2, true),
                    Arguments.of(cloud, "offboard alan --dry-run", CHANGE, 2, true),
                    Arguments.of(cloud, "doctor", "area,status,finding,advice", 6, false)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandHasTheSameFieldsInEveryFormat(
      String cloud, String command, String fields, int rows, boolean actions) {
    assertThat(csv(run(cloud, command, "csv", 0))).hasSize(rows + 1).element(0).isEqualTo(fields);
    Run json = run(cloud, command, "json", 0);
    assertThat(jsonFields(json.out())).hasSize(rows).containsOnly(List.of(fields.split(",")));
    assertThat(run(cloud, command, "table", 0).out()).isNotEmpty();
    Run action = run(cloud, command, "action-csv", actions ? 0 : 64);
    if (actions) {
      assertThat(csv(action)).hasSize(rows + 1).element(0).isEqualTo(ACTION);
    }
  }

  private static Run run(String cloud, String command, String format, int exitCode) {
    try (Cloud store = Cloud.of(cloud)) {
      Run run = store.shell().with("ROSTER_OUTPUT", format).run(command.split(" "));
      assertThat(run.exitCode()).as(run.all()).isEqualTo(exitCode);
      return run;
    }
  }

  private static List<String> csv(Run run) {
    return CsvReader.builder().ofCsvRecord(run.out()).stream()
        .map(line -> String.join(",", line.getFields()))
        .toList();
  }

  private static List<List<String>> jsonFields(String json) {
    List<List<String>> objects = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_ARRAY);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          objects.add(new ArrayList<>());
        } else if (token == JsonToken.PROPERTY_NAME) {
          objects.get(objects.size() - 1).add(parser.currentName());
        }
      }
    }
    return objects;
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void oneResultIsOneObject(String cloud) {
    assertThat(run(cloud, "user show ada", "json", 0).out()).startsWith("{").endsWith("}\n");
    assertThat(run(cloud, "group show Admins", "csv", 0).out()).startsWith(GROUP + "\nAdmins,");
    assertThat(run(cloud, "user show ada", "table", 0).out()).contains("email         ada@");
    String created =
        "user create joan --given-name Joan --family-name Clarke --email j@example.com";
    assertThat(run(cloud, created, "json", 0).out()).contains("\"user_name\":\"joan\"");
    assertThat(run(cloud, "group create Crypto", "json", 0).out()).contains("\"Crypto\"");
  }

  @Test
  void theDocumentationNamesTheFieldsOfEveryCommand() throws Exception {
    String page = Files.readString(Path.of("../docs/cli.md"));
    for (String fields : List.of(MEMBERSHIP, USER, GROUP, CHANGE, ACCESS, ACTION)) {
      assertThat(page).contains("`" + fields.replace(",", "`, `") + "`");
    }
  }

  @Test
  void aTableFitsTheTerminalAndIsCutNowhereElse() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run narrow =
          cloud.shell().on(new Terminal(false, true, false, 60)).run("member", "list", "Engineers");
      assertThat(narrow.out().lines()).allMatch(line -> line.length() <= 60);
      assertThat(narrow.out()).contains("…");
      assertThat(cloud.run("member", "list", "Engineers").out()).doesNotContain("…");
    }
  }

  @Test
  void colorIsForTerminalsOnly() {
    Terminal seen = new Terminal(false, true, false, 200);
    try (Cloud cloud = Cloud.of("aws")) {
      assertThat(cloud.shell().on(seen).run("group", "list").out()).contains("\u001b[1m");
      assertThat(cloud.shell().on(seen).with("NO_COLOR", "1").run("group", "list").out())
          .doesNotContain("\u001b");
      assertThat(cloud.run("group", "list").out()).doesNotContain("\u001b");
      assertThat(cloud.run("group", "list", "--color", "always").out()).contains("\u001b[1m");
    }
  }
}
