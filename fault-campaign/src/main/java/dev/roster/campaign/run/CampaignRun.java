package dev.roster.campaign.run;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.campaign.calls.Actor;
import dev.roster.campaign.calls.Plot;
import dev.roster.campaign.calls.RunScene;
import dev.roster.campaign.client.CampaignClient;
import dev.roster.campaign.client.Cloud;
import dev.roster.campaign.client.Network;
import dev.roster.campaign.law.LateLaw;
import dev.roster.campaign.law.LateLaw.EntryState;
import dev.roster.campaign.proxy.DeadPorts;
import dev.roster.campaign.proxy.FaultyProxy;
import dev.roster.campaign.proxy.Service;
import dev.roster.campaign.record.CallWatch;
import dev.roster.campaign.record.CampaignThreads;
import dev.roster.campaign.record.EntryName;
import dev.roster.campaign.record.Heartbeat;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.ScaledTime;
import dev.roster.campaign.weather.Dice;
import dev.roster.campaign.weather.Weather;
import dev.roster.emulator.AccessKey;
import dev.roster.emulator.Emulator;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryEntity;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One client's life in one weather: opened, called by many at once, closed, and looked at. */
public final class CampaignRun {

  private static final int OWN_THREADS = 8;
  private static final int CROWD = 105;
  private static final long LONGEST_MINUTES = 20;

  private final RunId id;
  private final int actors;
  private final int callsEach;
  private final Heartbeat heartbeat;
  private final Dice dice;
  private final ScaledTime time;
  private final Ledger ledger = new Ledger();
  private final CallWatch watch;
  private final Weather weather;
  private final Tally tally;
  private final CountDownLatch untilClose;

  CampaignRun(RunId id, int actors, int callsEach, Heartbeat heartbeat) {
    this.id = id;
    this.actors = actors;
    this.heartbeat = heartbeat;
    this.callsEach = callsEach;
    this.time = new ScaledTime(id.timeFactor());
    this.watch = new CallWatch(time);
    this.dice = Dice.of(id.runSeed(), 3);
    this.weather = Weather.of(id.runSeed(), id.patience());
    this.untilClose =
        new CountDownLatch(closesEarly() ? actors * callsEach * 9 / 10 : Integer.MAX_VALUE);
    this.tally = new Tally(id, weather, untilClose);
  }

  private boolean closesEarly() {
    return Dice.of(id.runSeed(), 4).chance(0.25);
  }

  Tally run() throws IOException, InterruptedException {
    MemoryIdentityStore store = new MemoryIdentityStore(Cloud.STORE, time::now);
    AccessKey key = AccessKey.of("FAKEAK00CAMPAIGN0001", Cloud.SECRET);
    try (Emulator emulator = Emulator.builder().store(store).key(key).start();
        Service service =
            new Service(emulator.endpoint().getPort(), id.cloud().dialect(), ledger, time);
        FaultyProxy proxy = new FaultyProxy(service, weather, watch);
        DeadPorts dead = new DeadPorts()) {
      Network network = new Network(proxy, dead, weather, watch);
      ThreadCheck threads = ThreadCheck.ofThisRun();
      live(store, id.cloud().connect(network, key, dice));
      afterwards(proxy, store, threads);
    }
    return tally;
  }

  private RosterClient open(MembershipDriver driver) {
    return RosterClient.builder(driver)
        .attemptTimeout(Duration.ofMillis(weather.attemptMillis()))
        .timeSource(time)
        .listener(watch)
        .build();
  }

  private void live(MemoryIdentityStore store, Cloud.Connection connection)
      throws InterruptedException {
    ExecutorService own =
        Executors.newFixedThreadPool(OWN_THREADS, work -> CampaignThreads.daemon("own", work));
    RosterClient opened = open(connection.driver());
    try (CampaignClient client = new CampaignClient(opened, own, time)) {
      RunScene scene = scene(client, store);
      List<Plot> plots = Stream.generate(() -> new Plot(store, ledger)).limit(actors).toList();
      store.readsLagBehind(weather.lag());
      act(scene, plots, client);
    } finally {
      connection.end().run();
      own.shutdownNow();
    }
  }

  private RunScene scene(CampaignClient client, MemoryIdentityStore store) {
    List<GroupId> crowd = Stream.generate(store::addGroup).limit(CROWD).toList();
    double disturbance = dice.chance(0.4) ? 0.15 : 0;
    return new RunScene(
        id.runSeed(),
        id.about(),
        client,
        watch,
        ledger,
        heartbeat,
        weather,
        tally,
        disturbance,
        id.timeFactor(),
        crowd);
  }

  private void act(RunScene scene, List<Plot> plots, CampaignClient client)
      throws InterruptedException {
    ScheduledExecutorService disturbances =
        Executors.newScheduledThreadPool(2, work -> CampaignThreads.daemon("disturbances", work));
    ExecutorService stage =
        Executors.newFixedThreadPool(actors, work -> CampaignThreads.daemon("actor", work));
    disturbances.execute(() -> closeEarly(client));
    for (int actor = 0; actor < actors; actor++) {
      stage.execute(
          new Actor(scene, plots.get(actor), firstCallOf(actor), callsEach, disturbances));
    }
    awaitActors(stage);
    disturbances.shutdownNow();
  }

  private long firstCallOf(int actor) {
    return ((long) id.number() * actors + actor) * callsEach;
  }

  private void awaitActors(ExecutorService stage) throws InterruptedException {
    stage.shutdown();
    if (!stage.awaitTermination(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      tally.broken("actors are still waiting: " + ThreadCheck.ofThisRun().stacks("campaign-actor"));
    }
  }

  private void closeEarly(CampaignClient client) {
    try {
      untilClose.await();
      client.close();
    } catch (InterruptedException over) {
      // The run has ended before.
    }
  }

  private void afterwards(FaultyProxy proxy, MemoryIdentityStore store, ThreadCheck threads)
      throws InterruptedException {
    noConnectionIsLeft(proxy, threads);
    threads.left().ifPresent(tally::broken);
    LateLaw law = new LateLaw(ledger);
    tally.calls().forEach(call -> law.brokenBy(call).forEach(s -> tally.broken(call, s)));
    if (!law.isTrue(store.snapshot().memberships()) || !law.isTrueOfEntries(entries(store))) {
      tally.broken("the campaign itself failed: its ledger is not what the store holds");
    }
  }

  private void noConnectionIsLeft(FaultyProxy proxy, ThreadCheck threads)
      throws InterruptedException {
    int open = proxy.awaitNoConnections();
    if (open > 0) {
      tally.broken(
          "connections are left open after the close: %d, served by %s"
              .formatted(open, threads.stacks("campaign-proxy")));
    }
  }

  /** Those that calls created, and not those that each actor was given. */
  private static Map<EntryName, EntryState> entries(MemoryIdentityStore store) {
    Map<EntryName, EntryState> stored = new HashMap<>();
    for (MemoryEntity<UserId> user : store.snapshot().users()) {
      put(stored, EntryName.Kind.USER, user.id().value(), user.attributes());
    }
    for (MemoryEntity<GroupId> group : store.snapshot().groups()) {
      put(stored, EntryName.Kind.GROUP, group.id().value(), group.attributes());
    }
    return stored;
  }

  private static void put(
      Map<EntryName, EntryState> stored, EntryName.Kind kind, String id, Attributes attributes) {
    String value = attributes.text(kind.valueAttribute()).orElse(null);
    attributes
        .text(kind.nameAttribute())
        .map(name -> new EntryName(kind, name))
        .ifPresent(name -> stored.put(name, new EntryState(id, value)));
  }

  /** What the run was like, for the report. */
  @Override
  public String toString() {
    return "%s: %s%s".formatted(id, weather, closesEarly() ? ", closed early" : "");
  }
}
