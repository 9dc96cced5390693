package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.memory.internal.attributes.AttributeValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

  private final Attributes alice =
      Attributes.none()
          .with("userName", "alice")
          .with("name", Map.of("familyName", "Ash"))
          .with("emails", List.of(Map.of("value", "a@example.com"), Map.of("value", "b@x.example")))
          .with("enabled", true);

  @Test
  void aPathReadsInsideObjects() {
    assertThat(alice.text("userName")).contains("alice");
    assertThat(alice.get("name.familyName")).contains("Ash");
    assertThat(alice.get("enabled")).contains(true);
    assertThat(alice.text("enabled")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "title", "name.givenName", "userName.inner", "emails.value", "name."})
  void aPathThatLeadsNowhereReadsNothing(String path) {
    assertThat(alice.get(path)).isEmpty();
    assertThat(alice.without(path)).isSameAs(alice);
  }

  @Test
  void textsAreCollectedThroughLists() {
    assertThat(AttributeValues.texts(alice.asMap(), "emails.value"))
        .containsExactly("a@example.com", "b@x.example");
    assertThat(AttributeValues.texts(alice.asMap(), "userName")).containsExactly("alice");
    assertThat(AttributeValues.texts(alice.asMap(), "userName.value")).isEmpty();
    assertThat(AttributeValues.texts(alice.asMap(), "enabled")).isEmpty();
  }

  @Test
  void settingAPathKeepsItsNeighbours() {
    Attributes changed = alice.with("name.givenName", "Alice");

    assertThat(changed.get("name")).contains(Map.of("familyName", "Ash", "givenName", "Alice"));
    assertThat(changed.text("userName")).contains("alice");
    assertThat(alice.get("name.givenName")).as("the original").isEmpty();
  }

  @Test
  void settingAPathMakesTheObjectsOnTheWay() {
    Attributes changed = alice.with("enterprise.manager.value", "boss");

    assertThat(changed.get("enterprise")).contains(Map.of("manager", Map.of("value", "boss")));
  }

  @Test
  void nothingCanBeSetInsideWhatIsNotAnObject() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> alice.with("userName.inner", "x"))
        .withMessageContaining("userName");
    assertThatIllegalArgumentException().isThrownBy(() -> alice.with("emails.value", "x"));
  }

  @Test
  void takingAPathOutKeepsItsNeighbours() {
    Attributes both = alice.with("name.givenName", "Alice");

    assertThat(both.without("name.givenName")).isEqualTo(alice);
    assertThat(both.without("name").get("name")).isEmpty();
  }

  @Test
  void anObjectGoesWithItsLastAttribute() {
    assertThat(alice.without("name.familyName").asMap()).doesNotContainKey("name");
    assertThat(Attributes.none().with("a.b.c", "x").without("a.b.c")).isEqualTo(Attributes.none());
  }

  @Test
  void namesKeepTheirOrder() {
    assertThat(alice.asMap().keySet()).containsExactly("userName", "name", "emails", "enabled");
    assertThat(alice.with("name.givenName", "Alice").asMap().keySet())
        .containsExactly("userName", "name", "emails", "enabled");
  }

  @Test
  void whatAttributesWereMadeOfCanChangeWithoutThem() {
    List<Object> emails = new ArrayList<>(List.of(Map.of("value", "a@example.com")));
    Map<String, Object> source = new LinkedHashMap<>(Map.of("emails", emails));
    Attributes made = Attributes.of(source);

    emails.clear();
    source.clear();

    assertThat(AttributeValues.texts(made.asMap(), "emails.value"))
        .containsExactly("a@example.com");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> made.asMap().clear());
  }

  @Test
  void wholeNumbersAreTheSameHoweverTheyWereGiven() {
    assertThat(Attributes.of(Map.of("count", 7))).isEqualTo(Attributes.of(Map.of("count", 7L)));
    assertThat(Attributes.of(Map.of("count", (short) 7)).get("count")).contains(7L);
    assertThat(Attributes.of(Map.of("share", 0.5)).get("share")).contains(0.5);
  }

  @Test
  void aValueOfAnotherKindIsRefusedByItsPath() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.of(Map.of("name", Map.of("since", Instant.EPOCH))))
        .withMessageContaining("name.since");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> alice.with("emails", List.of(Instant.EPOCH)))
        .withMessageContaining("emails");
  }

  @Test
  @SuppressWarnings("NullAway")
  void nullIsRefusedByItsPath() {
    Map<String, Object> withNull = new LinkedHashMap<>();
    withNull.put("title", null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.of(withNull))
        .withMessageContaining("title");
  }

  @Test
  void equalAttributesAreEqual() {
    assertThat(Attributes.of(alice.asMap())).isEqualTo(alice).hasSameHashCodeAs(alice);
    assertThat(alice.with("title", "Chief")).isNotEqualTo(alice);
    assertThat(alice).isNotEqualTo(alice.asMap());
  }

  @Test
  void valuesAreNotPrinted() {
    assertThat(alice).hasToString("Attributes[userName, name, emails, enabled]");
  }
}
