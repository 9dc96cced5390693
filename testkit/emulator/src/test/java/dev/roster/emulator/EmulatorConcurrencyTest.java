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
  private static final int EMULATORS = 4;

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

  @Test
  void severalEmulatorsWorkAtOnceAndKnowNothingOfEachOther() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(EMULATORS);
    try {
      List<Callable<Emulator>> work = Collections.nCopies(EMULATORS, () -> withMembers(USERS));
      List<Emulator> emulators = new ArrayList<>();
      for (Future<Emulator> each : callers.invokeAll(work)) {
        emulators.add(each.get());
      }

      assertThat(emulators).extracting(Emulator::endpoint).doesNotHaveDuplicates();
      assertThat(emulators)
          .allSatisfy(
              emulator -> {
                assertThat(emulator.store().membershipCount()).isEqualTo(USERS);
                assertThat(emulator.requestCount()).isEqualTo(USERS);
                assertThat(emulator.journal()).hasSize(USERS);
              });
      emulators.forEach(Emulator::close);
    } finally {
      callers.shutdownNow();
    }
  }

  /** An emulator that this thread started, with members that it added over the wire. */
  private static Emulator withMembers(int count) throws Exception {
    Emulator emulator = Emulator.builder().withoutSignatures().start();
    GroupId group = emulator.store().addGroup();
    List<UserId> users = Stream.generate(emulator.store()::addUser).limit(count).toList();
    join(new PlainClient(emulator), 0, group, users);
    return emulator;
  }

  /** Half of the clients speak one protocol and half the other; returns how often one succeeded. */
  private static long join(PlainClient client, int number, GroupId group, List<UserId> users)
      throws Exception {
    List<UserId> order = new ArrayList<>(users);
    Collections.rotate(order, number);
    long made = 0;
    for (UserId user : order) {
      HttpResponse<String> response =
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
      made += response.statusCode() == 200 ? 1 : 0;
    }
    return made;
  }
}
