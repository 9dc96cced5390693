package com.example.scenario;

import dev.roster.GroupId;
import dev.roster.Presence;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Adds a member, lists and removes, over the protocol of each cloud. */
public final class BothClouds {

  private static final AccessKey KEY = AccessKey.of("FAKE-KEY-ID", "fake-secret");

  private BothClouds() {}

  /** Fails unless it works on AWS. */
  public static void checkAws() {
    System.setProperty("aws.accessKeyId", KEY.id());
    System.setProperty("aws.secretAccessKey", KEY.secret());
    try (Emulator emulator = Emulator.builder().key(KEY).start()) {
      check(emulator, emulator.awsUri());
    }
  }

  /** Fails unless it works on Huawei Cloud. */
  public static void checkHuawei() throws IOException {
    Path profile = Files.createTempFile("fake", ".credentials");
    try (Emulator emulator = Emulator.builder().key(KEY).start()) {
      Files.writeString(profile, "[basic]%nak = %s%nsk = %s%n".formatted(KEY.id(), KEY.secret()));
      String file = URLEncoder.encode(profile.toString(), StandardCharsets.UTF_8);
      check(emulator, emulator.huaweiUri() + "&profileFile=" + file);
    } finally {
      Files.delete(profile);
    }
  }

  /** Runs it on the clouds that are named. */
  public static void main(String[] clouds) throws IOException {
    for (String cloud : clouds) {
      if (cloud.equals("aws")) {
        checkAws();
      } else {
        checkHuawei();
      }
      System.out.println("works on " + cloud);
    }
  }

  private static void check(Emulator emulator, String uri) {
    GroupId group = emulator.store().addGroup();
    UserId user = emulator.store().addUser();
    try (RosterClient client = RosterClient.open(uri)) {
      require(Presence.CREATED, client.ensureMember(group, user).presence());
      List<?> members =
          client.listMemberships(group).stream().map(member -> member.memberId()).toList();
      require(List.of(user), members);
      client.ensureNotMember(group, user);
      require(0, emulator.store().membershipCount());
    }
  }

  private static void require(Object wanted, Object found) {
    if (!wanted.equals(found)) {
      throw new AssertionError("wanted " + wanted + ", found " + found);
    }
  }
}
