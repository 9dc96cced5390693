package dev.roster.examples.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.spi.Reach;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kit cannot know: the URI, and words that no server of ours says. */
class LineProviderTest {

  @Test
  void anApplicationReachesItByUri() throws IOException {
    MemoryIdentityStore store = new MemoryIdentityStore(new IdentityStoreId("toy-store"));
    GroupId group = store.addGroup();
    UserId user = store.addUser();
    try (LineServer server = new LineServer(store);
        RosterClient client =
            RosterClient.open(
                "lines://toy-store?host=127.0.0.1&port=" + server.address().getPort())) {
      Membership made = client.createMembership(group, user);

      assertThat(client.listMemberships(group)).containsExactly(made);
      assertThat(store.requests().total()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?port=", "?port=x", "?port=65536", "?port=123456", "?port=-1"})
  void aPortThatIsNoneIsNamed(String query) {
    assertThatThrownBy(() -> RosterClient.open("lines://toy-store" + query))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'port'");
  }

  @ParameterizedTest
  @CsvSource({
    "never-heard-of, UNKNOWN, MAYBE_APPLIED",
    "slow-down, THROTTLED, REFUSED",
    "broken, UNAVAILABLE, MAYBE_APPLIED"
  })
  void aRefusalIsJudgedByItsWord(String word, ErrorCode code, Reach reach) {
    assertThat(LineFailures.describe(new LineRefusalException(word, "r-1", "soon")))
        .returns(code, description -> description.code())
        .returns(reach, description -> description.reach())
        .returns(true, description -> description.retryAfter().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"OK", "MAYBE\tr-1", "", "\t"})
  void textThatIsNoResponseIsUnreadable(String line) {
    assertThatThrownBy(() -> LineResponse.parse(line))
        .isInstanceOf(UnreadableResponseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OK\tr-1", "OK\tr-1\t", "OK\tr-1\tperhaps"})
  void aResponseThatLacksAWordIsUnreadable(String line) throws IOException {
    LineResponse response = LineResponse.parse(line);
    assertThatThrownBy(() -> response.yesOrNo(0)).isInstanceOf(UnreadableResponseException.class);
  }
}
