package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets and exports write is read, and what is wrong with it has a line. */
class CsvSourceTest {

  @TempDir Path directory;

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(directory.resolve("people.csv"), text.getBytes(charset));
  }

  private DesiredMembers read(String text) throws IOException {
    return CsvSource.of(file(text, StandardCharsets.UTF_8)).read();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group,user\ndev,ada\ndev,grace\nops,\n",
        "GROUP , User\r\ndev,ada\r\ndev,grace\r\nops,\r\n",
        "\uFEFFgroup,user\r\n\"dev\",\"ada\"\r\n\r\ndev, grace \r\nops,\"\"\r\n",
        "\"user\",\"group\"\n\"ada\",dev\ngrace,dev\n\"\",ops\n",
        "group,group_id,user,user_id,email\ndev,,ada,,\ndev,,,,grace@example.com\nops,,,,\n",
      })
  void theSameMembersAreReadHoweverTheFileIsWritten(String text) throws IOException {
    DesiredMembers desired = read(text);
    assertThat(desired.isComplete()).isTrue();
    assertThat(desired.complaints()).isEmpty();
    assertThat(desired.size()).isEqualTo(2);
    assertThat(desired.groupCount()).isEqualTo(2);
    assertThat(desired.source()).isEqualTo("people.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group,user\ndev,ada\ndev,\ndev,grace\n",
        "group,user\ndev,ada\n\"dev \",\"\"\ndev,grace\n",
        "group_id,email\ng-1,ada@example.com\ng-1,\ng-1,grace@example.com\n",
        "group,group_id,user\ndev,g-1,ada\n,g-1, \nother,g-1,grace\n",
        "group,group_id,user\ndev,g-1,ada\ndev,,\ndev,g-1,grace\n",
      })
  void aRowWithoutAUserCannotBeReadWhereItsGroupHasMembers(String text) throws IOException {
    DesiredMembers desired = read(text);
    assertThat(desired.size()).isEqualTo(2);
    assertThat(desired.findings())
        .extracting(Refusal::rule)
        .containsExactly(RemovalRule.ROWS_UNREADABLE);
    assertThat(desired.complaints())
        .containsExactly(
            "line 3: it names no user, and its group has members in other rows; the first is line"
                + " 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group,group_id,user\ndev,,ada\n,g-1,\n",
        "group,group_id,user\n,g-1,ada\ndev,,\n",
        "group,group_id,user\n,g-1,ada\ndev,,\nops,g-2,grace\n",
      })
  void aRowWithoutAUserCannotBeReadWhereItsGroupIsPerhapsNamedOtherwise(String text)
      throws IOException {
    DesiredMembers desired = read(text);
    assertThat(desired.findings())
        .extracting(Refusal::rule)
        .containsExactly(RemovalRule.ROWS_UNREADABLE);
    assertThat(desired.complaints())
        .containsExactly(
            "line 3: it names no user, and its group can be that of line 2, which has a member:"
                + " one is named by its name and the other by its id; name both in the same way");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group,group_id,user\ndev,g-1,ada\nops,,\n",
        "group,group_id,user\ndev,g-1,ada\n,g-2,\n",
        "group,group_id,user\ndev,g-1,\n,g-1,\ndev,,\nops,,ada\nops,g-2,ada\n",
        "group,group_id,user\n,g-1,ada\ndev,g-1,ada\nops,,\n",
      })
  void aGroupThatIsSurelyAnotherCanBeEmpty(String text) throws IOException {
    assertThat(read(text).isComplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group,group_id,user\n,g-1,ada\n,G-1,\n",
        "group,group_id,user\n,g-1,ada\ndev,,\ndev,G-1,grace\n",
      })
  void aGroupIsOneHoweverItsIdIsSpelt(String text) throws IOException {
    assertThat(read(text).complaints())
        .containsExactly(
            "line 3: it names no user, and its group has members in other rows; the first is line"
                + " 2");
  }

  @Test
  void aRowWithoutAUserBeforeAnUnreadableRestCannotBeReadEither() throws IOException {
    assertThat(read("group,user\ndev,\ndev,ada\ndev,\"gra\"ce\n").findings())
        .extracting(Refusal::rule)
        .containsExactly(RemovalRule.SOURCE_FAILED, RemovalRule.ROWS_UNREADABLE);
  }

  @Test
  void whatASpreadsheetSavesAsUnicodeTextIsRead() throws IOException {
    String text = "\uFEFFgroup;user\r\nentwickler;jürgen\r\n";
    DesiredMembers desired =
        CsvSource.of(file(text, StandardCharsets.UTF_16LE)).withSeparator(';').read();
    assertThat(desired.isComplete()).isTrue();
    assertThat(desired.size()).isEqualTo(1);
  }

  @Test
  void rowsThatSayTheSameCountOnceAndAreComplainedAbout() throws IOException {
    DesiredMembers desired = read("group,user\ndev,ada\ndev,grace\ndev,ada\n");
    assertThat(desired.isComplete()).isTrue();
    assertThat(desired.size()).isEqualTo(2);
    assertThat(desired.complaints())
        .containsExactly("line 4: it has the member and the group of an earlier row (line 2)");
  }

  @Test
  void eachRowThatCannotBeReadHasALine() throws IOException {
    DesiredMembers desired =
        read("group,user\ndev,ada\ndev\n,grace\ndev,ada,1\ndev,\"two\nlines\"\ndev,linus\n");
    assertThat(desired.size()).isEqualTo(2);
    assertThat(desired.complaints())
        .containsExactly(
            "line 3: it has 1 fields, and the header has 2",
            "line 4: it names no group",
            "line 5: it has 3 fields, and the header has 2",
            "line 6: a field has a line break or another control character; a quote may not be"
                + " closed");
    assertThat(desired.findings())
        .extracting(Refusal::rule, Refusal::reason)
        .containsExactly(
            tuple(
                RemovalRule.ROWS_UNREADABLE,
                "people.csv has 4 rows that cannot be read (lines 3, 4, 5, 6); the first: it has 1"
                    + " fields, and the header has 2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group,user\ndev,ada\ndev,gra",
        "group,user\ndev,ada\ndev",
        "group,user\ndev,ada\ndev,\"gra",
        "group,user\ndev,ada\ndev,\"grace\n",
        "group,user\ndev,\"ada\ndev,grace\nops,linus\n",
      })
  void aFileThatWasCutIsNotComplete(String text) throws IOException {
    assertThat(read(text).isComplete()).isFalse();
  }

  @Test
  void aProgramThatWritesNoFinalLineEndCanBeTrusted() throws IOException {
    Path file = file("group,user\ndev,ada", StandardCharsets.UTF_8);
    assertThat(CsvSource.of(file).read().isComplete()).isFalse();
    assertThat(CsvSource.of(file).withoutFinalLineEnd().read().isComplete()).isTrue();
  }

  @Test
  void whatFollowsAClosingQuoteEndsTheReadingWithItsLine() throws IOException {
    DesiredMembers desired = read("group,user\ndev,ada\ndev,\"gra\"ce\ndev,linus\n");
    assertThat(desired.findings())
        .extracting(Refusal::rule, Refusal::reason)
        .containsExactly(
            tuple(
                RemovalRule.SOURCE_FAILED,
                "people.csv failed after 1 rows: what follows line 2 is no CSV"));
  }

  @Test
  void bytesThatAreNoCharactersAreComplainedAbout() throws IOException {
    Path file = file("group,user\ndev,ada\ndev,jürgen\n", StandardCharsets.ISO_8859_1);
    assertThat(CsvSource.of(file).read().complaints())
        .containsExactly("line 3: a field has bytes that are no UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "team,user\ndev,ada\n",
        "group\ndev\n",
        "user\nada\n",
        "group,user,user\ndev,ada,ada\n",
        "group,user,department\ndev,ada,x\n",
      })
  void aHeaderOfAnotherFormIsRefusedWithItsLineAndTheColumns(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(text))
        .withMessageStartingWith("people.csv, line 1: ")
        .withMessageContaining("[email, group, group_id, user, user_id]");
  }

  @Test
  void otherColumnsCanBePassedOverAndHeadersRenamed() throws IOException {
    Path file = file("Department,Login,Phone\ndev,ada,1\n", StandardCharsets.UTF_8);
    DesiredMembers desired =
        CsvSource.of(file)
            .withHeader("group", "department")
            .withHeader("user", "LOGIN")
            .ignoringOtherColumns()
            .read();
    assertThat(desired.isComplete()).isTrue();
    assertThat(desired.size()).isEqualTo(1);
  }

  @Test
  void aFileThatIsNotThereIsNoEmptyOne() {
    assertThatThrownBy(() -> CsvSource.of(directory.resolve("absent.csv")).read())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("absent.csv cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"group;user\ndevelopers;ada\n", "\"group\";\"user\"\n", "group\tuser\n"})
  void aFileWithAnotherCharacterBetweenFieldsIsToldSo(String text) throws IOException {
    CsvSource source = CsvSource.of(Files.writeString(directory.resolve("other.csv"), text));
    assertThatThrownBy(source::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other.csv, line 1")
        .hasMessageContaining("with ',' between them; that character can be another");
  }
}
