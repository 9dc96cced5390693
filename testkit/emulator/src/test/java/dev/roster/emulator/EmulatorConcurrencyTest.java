package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.UserId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmulatorConcurrencyTest {

  private static final int CLIENTS = 16;
  private static final int USERS = 20;

  @Test
  void ofManyThatMakeTheSameMembershipOverBothProtocolsExactlyOneSucceeds() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CLIENTS);
    try (Emulator emulator = Emulator.builder().withoutSignatures().start()) {
      GroupId group = emulator.store().addGroup();
      List<UserId> users = Stream.generate(emulator.store()::addUser).limit(USERS).toList();
      PlainClient client = new PlainClient(emulator);
      List<Callable<Long>> work =
          IntStream.range(0, CLIENTS)
              .<Callable<Long>>mapToObj(number -> () -> join(client, number, group, users))
              .toList();

      long made = 0;
      for (Future<Long> each : callers.invokeAll(work)) {
        made += each.get();
      }

      assertThat(made).isEqualTo(USERS);
      assertThat(emulator.store().membershipCount()).isEqualTo(USERS);
      assertThat(emulator.requestCount(Operation.CREATE_MEMBERSHIP)).isEqualTo(CLIENTS * USERS);
      assertThat(emulator.journal()).hasSize(CLIENTS * USERS);
    } finally {
      callers.shutdownNow();
    }
  }

  /** Half of the clients speak one protocol and half the other; answers how often one succeeded. */
  private static long join(PlainClient client, int number, GroupId group, List<UserId> users)
      throws Exception {
    List<UserId> order = new ArrayList<>(users);
    Collections.rotate(order, number);
    long made = 0;
    for (UserId user : order) {
      HttpResponse<String> reply =
          number % 2 == 0
              ? client.aws(
                  "CreateGroupMembership",
                  """
                  {"IdentityStoreId":"d-1234567890","GroupId":"%s","MemberId":{"UserId":"%s"}}\
                  """
                      .formatted(group, user))
              : client.huawei(
                  "POST",
                  "/v1/identity-stores/d-1234567890/group-memberships",
                  """
                  {"group_id":"%s","member_id":{"user_id":"%s"}}\
                  """
                      .formatted(group, user));
      made += reply.statusCode() == 200 ? 1 : 0;
    }
    return made;
  }
}
