package dev.roster.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTest {

  private static final String LISTING = "memory\nd-1234567890\nlistMemberships\ng";

  @Test
  void aTokenLeadsBackToItsPosition() {
    Random random = new Random(20261120);
    for (int round = 0; round < 2_000; round++) {
      Position position = position(random);
      assertThat(PageTokens.decode(LISTING, PageTokens.encode(LISTING, position)))
          .isEqualTo(position);
    }
  }

  @Test
  void aTokenOfAnotherListingIsRefused() {
    String token = PageTokens.encode(LISTING, new Position("t", 0));
    assertThat(PageTokens.decode(LISTING + "2", token)).isNull();
  }

  @Test
  void aTokenWithOneCharacterChangedIsRefused() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=";
    for (String inner : new String[] {"t", "to", "tok"}) {
      String token = PageTokens.encode(LISTING, new Position(inner, 7));
      for (int at = 0; at < token.length(); at++) {
        for (char other : alphabet.replace(token.substring(at, at + 1), "").toCharArray()) {
          String changed = token.substring(0, at) + other + token.substring(at + 1);
          assertThat(PageTokens.decode(LISTING, changed)).as(changed).isNull();
        }
      }
    }
  }

  /** The seal is no secret, so any text can have one. */
  @ParameterizedTest
  @ValueSource(strings = {"", "7", "x", "7x", "-1f", "007f", "\u0663f", "9999999999999999999f"})
  void sealedNonsenseIsRefusedWithoutAnError(String content) {
    assertThat(PageTokens.decode(LISTING, PageTokens.sealed(LISTING, content))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "r1", "r1.a.b", "r2.AAAA.AAAA", "r1..", "\u00e4.\u00f6.%"})
  void garbageIsRefusedWithoutAnError(String garbage) {
    assertThat(PageTokens.decode(LISTING, garbage)).isNull();
  }

  private static Position position(Random random) {
    if (random.nextInt(4) == 0) {
      return new Position(null, random.nextInt(1_000));
    }
    StringBuilder token = new StringBuilder("t");
    random.ints(random.nextInt(50), 32, 0x2fff).forEach(token::appendCodePoint);
    return new Position(token.toString(), random.nextInt(1_000));
  }
}
