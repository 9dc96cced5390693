package dev.roster.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name beside an identifier cannot be taken for anything but that name. */
class KnownNamesTest {

  private static final UserId USER = new UserId("u-1");

  private static KnownNames named(String name) {
    return KnownNames.none().withMemberNames(Map.of(USER, name));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          'alice',                        'u-1 "alice"'
          'a "b" c',                      'u-1 "a \\"b\\" c"'
          'end\\',                         'u-1 "end\\\\"'
          'line\nu-2 "mallory"',          'u-1 "line\\u{a}u-2 \\"mallory\\""'
          'right\u202eto left',           'u-1 "right\\u{202e}to left"'
          '# x',                          'u-1 "# x"'
          'rocket \ud83d\ude80',          'u-1 "rocket \ud83d\ude80"'
          'half \ud83d',                  'u-1 "half \\u{d83d}"'
          """)
  void whatCouldMisleadAReaderIsEscaped(String name, String label) {
    assertThat(named(name).label(USER)).isEqualTo(label);
  }

  @Test
  void aLongNameIsCutBetweenCharacters() {
    String rockets = "\ud83d\ude80".repeat(129);
    assertThat(named(rockets).label(USER))
        .isEqualTo("u-1 \"" + "\ud83d\ude80".repeat(128) + "...\"");
    assertThat(named("x".repeat(128)).label(USER)).doesNotContain("...");
  }

  @Test
  void anIdentifierWithoutAKnownNameStandsAlone() {
    assertThat(KnownNames.none().label(USER)).isEqualTo("u-1");
    assertThat(named("alice").label(new UserId("u-2"))).isEqualTo("u-2");
  }

  @Test
  void aUserAndAGroupOfOneIdentifierHaveNamesOfTheirOwn() {
    KnownNames names =
        named("alice").withGroupNames(Map.of(new GroupId("u-1"), "Admins")).withUsers(List.of());
    assertThat(names.of(USER)).contains("alice");
    assertThat(names.of(new GroupId("u-1"))).contains("Admins");
    assertThat(names).hasToString("KnownNames[2]");
  }

  @Test
  void spellingsOfOneIdentifierHaveOneName() {
    KnownNames names = named("alice").withSpelling(id -> id.toLowerCase(Locale.ROOT));
    assertThat(names.label(new UserId("U-1"))).isEqualTo("U-1 \"alice\"");
    assertThat(names.withMemberNames(Map.of(new UserId("U-2"), "bob")).of(new UserId("u-2")))
        .contains("bob");
  }
}
