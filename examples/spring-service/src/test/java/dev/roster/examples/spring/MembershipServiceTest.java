package dev.roster.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.emulator.Emulator;
import dev.roster.emulator.Protocol;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import dev.roster.spring.test.AutoConfigureRosterEmulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole service, from HTTP to the wire of either cloud; only a property differs. */
class MembershipServiceTest {

  /** As the application's own properties have it. */
  @Nested
  @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
  @AutoConfigureRosterEmulator
  class OnAws extends OnACloud {

    OnAws() {
      super(Protocol.AWS);
    }
  }

  @Nested
  @SpringBootTest(
      webEnvironment = WebEnvironment.RANDOM_PORT,
      properties = "roster.uri=huawei://d-a00aaaa33f?region=cn-north-4")
  @AutoConfigureRosterEmulator
  class OnHuawei extends OnACloud {

    OnHuawei() {
      super(Protocol.HUAWEI);
    }
  }

  /** What the service does on either cloud. */
  abstract static class OnACloud {

    private final Protocol protocol;
    private final HttpClient http = HttpClient.newHttpClient();
    @Autowired Emulator emulator;
    @Autowired MemoryIdentityStore store;
    @LocalServerPort int port;
    private GroupId group = new GroupId("none");
    private UserId user = new UserId("none");

    OnACloud(Protocol protocol) {
      this.protocol = protocol;
    }

    @BeforeEach
    void oneGroupAndOneUser() {
      group = store.addGroup();
      user = store.addUser();
    }

    private HttpResponse<String> send(String method, String path)
        throws IOException, InterruptedException {
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      return http.send(
          HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString("")).build(),
          BodyHandlers.ofString());
    }

    private String members() {
      return "/groups/" + group + "/members";
    }

    @Test
    void addsAndRemovesAMember() throws Exception {
      assertThat(send("PUT", members() + "/" + user).body()).contains("CREATED");
      assertThat(send("PUT", members() + "/" + user).body()).contains("ALREADY_PRESENT");
      assertThat(send("GET", members()).body()).contains(user.value());
      assertThat(send("DELETE", members() + "/" + user).body()).contains("REMOVED");
      assertThat(send("GET", members()).body()).doesNotContain(user.value());
      assertThat(emulator.journal())
          .isNotEmpty()
          .allSatisfy(entry -> assertThat(entry.protocol()).isEqualTo(protocol));
    }

    @Test
    void listsPageByPage() throws Exception {
      for (int i = 0; i < 3; i++) {
        store.createMembership(group, store.addUser());
      }
      String first = send("GET", members() + "?size=2").body();
      String next = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
      String second = send("GET", members() + "?size=2&next=" + next).body();
      assertThat(second).contains("\"next\":null");
      assertThat(send("GET", members() + "?size=0").statusCode()).isEqualTo(200);
      assertThat(emulator.requestCount(StoreOperation.LIST_GROUP_MEMBERSHIPS)).isEqualTo(3);
    }

    @Test
    void respondsToFailuresWithProblemDetails() throws Exception {
      store.createMembership(group, user);
      HttpResponse<String> again = send("POST", members() + "/" + user);
      assertThat(again.statusCode()).isEqualTo(409);
      assertThat(again.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(again.body())
          .contains(
              "\"code\":\"ALREADY_MEMBER\"", "\"detail\":\"The member is in the group already.\"");

      assertThat(send("GET", "/groups/00000000-0000-0000-0000-000000000000/members").statusCode())
          .isEqualTo(404);
      assertThat(send("GET", members() + "?next=broken").statusCode()).isEqualTo(400);
      assertThat(send("GET", members() + "?next=").statusCode()).isEqualTo(400);
      assertThat(send("GET", members() + "?next=%00").statusCode()).isEqualTo(400);
      assertThat(send("GET", "/groups/%20/members").statusCode()).isEqualTo(400);
      assertThat(send("GET", members() + "?size=many").statusCode()).isEqualTo(400);

      store.faults().onAnyOperation().next(Fault.of(FaultKind.ACCESS_DENIED));
      assertThat(send("GET", members()).statusCode()).isEqualTo(502);
    }

    @Test
    void countsItsCalls() throws Exception {
      send("PUT", members() + "/" + user);
      assertThat(send("GET", "/actuator/metrics/roster.call").body()).contains("ensureMember");
    }

    @Test
    void tellsItsHealthByOneLookUp() throws Exception {
      assertThat(send("GET", "/actuator/health").body()).contains("\"roster\":{\"status\":\"UP\"}");
      assertThat(send("GET", "/actuator/health").statusCode()).isEqualTo(200);
      assertThat(emulator.requestCount()).isLessThanOrEqualTo(1);
    }
  }
}
