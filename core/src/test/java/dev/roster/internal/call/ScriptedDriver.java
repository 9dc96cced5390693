package dev.roster.internal.call;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.NativeFunction;
import dev.roster.Operation;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.internal.attempt.DriverCall;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.CallsNatively;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.IdRules;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.Reach;
import dev.roster.spi.ServiceTraits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Responds as a test wrote down, and remembers what it was asked. Where nothing is left: "ok", or
 * the response that was written with a star.
 */
public final class ScriptedDriver
    implements MembershipDriver, ListsByGroup, ListsByMember, CallsNatively {

  public static final CallSubject SUBJECT = new CallSubject(() -> "it", rules -> {});
  private static final ServiceTraits TELLING =
      ServiceTraits.builder().groupsPerCheck(100).addingTells(true).removingTells(true).build();

  public static final GroupId GROUP = new GroupId("g-1");
  public static final UserId USER = new UserId("u-1");
  public static final Membership MEMBERSHIP =
      new Membership(new IdentityStoreId("s-1"), GROUP, USER, new MembershipId("m-1"));

  /** A failure as a driver throws it. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ErrorDescription description;

    Failure(ErrorDescription description) {
      super(description.code().name());
      this.description = description;
    }
  }

  private final Deque<DriverCall<?>> script = new ArrayDeque<>();
  private Behavior afterScript = operation -> {};
  private final List<Operation> asked = new ArrayList<>();
  private Function<Throwable, ErrorDescription> description = ScriptedDriver::known;
  private UnaryOperator<String> redaction = text -> text;
  private IdRules documented = IdRules.NONE;
  private ServiceTraits traits = TELLING;
  private boolean closed;

  /** Adds responses by name: ok, lost, notsent, or an error code; NOT_FOUND:GROUP says what. */
  public ScriptedDriver then(String... answers) {
    for (String answer : answers) {
      if (answer.endsWith("*")) {
        String always = answer.substring(0, answer.length() - 1);
        afterScript = operation -> respond(always);
      } else {
        script.add(named(answer));
      }
    }
    return this;
  }

  public ScriptedDriver then(DriverCall<?> answer) {
    script.add(answer);
    return this;
  }

  /** What a driver does with every request for which nothing was written down. */
  interface Behavior {
    void on(Operation operation) throws Exception;
  }

  ScriptedDriver behaving(Behavior behavior) {
    afterScript = behavior;
    return this;
  }

  /** Describes failures otherwise than they were scripted. */
  public ScriptedDriver describing(Function<Throwable, ErrorDescription> described) {
    description = described;
    return this;
  }

  private static DriverCall<?> named(String answer) {
    return attempt -> {
      respond(answer);
      return "ok";
    };
  }

  private static void respond(String answer) throws Failure {
    if (!answer.equals("ok")) {
      throw failure(answer);
    }
  }

  /** The failure that a response's name stands for. */
  static Failure failure(String answer) {
    return switch (answer) {
      case "lost" -> failing(ErrorCode.UNAVAILABLE, Reach.MAYBE_APPLIED, Resource.UNSPECIFIED);
      case "garbled" ->
          failing(ErrorCode.INVALID_RESPONSE, Reach.MAYBE_APPLIED, Resource.UNSPECIFIED);
      case "notsent" -> failing(ErrorCode.UNAVAILABLE, Reach.NOT_SENT, Resource.UNSPECIFIED);
      default -> {
        int colon = answer.indexOf(':');
        String code = colon < 0 ? answer : answer.substring(0, colon);
        Resource missing =
            colon < 0 ? Resource.UNSPECIFIED : Resource.valueOf(answer.substring(colon + 1));
        yield failing(ErrorCode.valueOf(code), Reach.REFUSED, missing);
      }
    };
  }

  private static Failure failing(ErrorCode code, Reach reach, Resource missing) {
    return new Failure(
        ErrorDescription.builder(code, reach).missing(missing).requestId("r-1").build());
  }

  static Failure throttled(Duration hint) {
    return new Failure(
        ErrorDescription.builder(ErrorCode.THROTTLED, Reach.REFUSED).retryAfter(hint).build());
  }

  public ScriptedDriver redacting(UnaryOperator<String> secretsTakenOut) {
    redaction = secretsTakenOut;
    return this;
  }

  ScriptedDriver documenting(IdRules rules) {
    documented = rules;
    return this;
  }

  @Override
  public String redact(String text) {
    return redaction.apply(text);
  }

  @Override
  public IdRules documentedIdRules() {
    return documented;
  }

  List<Operation> asked() {
    return List.copyOf(asked);
  }

  public boolean isClosed() {
    return closed;
  }

  private void answer(Operation operation, AttemptContext attempt) throws Exception {
    asked.add(operation);
    DriverCall<?> next = script.poll();
    if (next == null) {
      afterScript.on(operation);
    } else {
      next.make(attempt);
    }
  }

  @Override
  public String provider() {
    return "scripted";
  }

  @Override
  public IdentityStoreId identityStoreId() {
    return MEMBERSHIP.identityStoreId();
  }

  @Override
  public ServiceTraits traits() {
    return traits;
  }

  /** Speaks for a service that is like this. */
  ScriptedDriver like(ServiceTraits service) {
    traits = service;
    return this;
  }

  @Override
  public MembershipId derivedId(GroupId group, MemberId member) {
    return new MembershipId(group + "/" + member.value());
  }

  @Override
  public Membership createMembership(GroupId group, MemberId member, AttemptContext attempt)
      throws Exception {
    answer(Operation.CREATE_MEMBERSHIP, attempt);
    return MEMBERSHIP;
  }

  @Override
  public void deleteMembership(MembershipId membership, AttemptContext attempt) throws Exception {
    answer(Operation.DELETE_MEMBERSHIP, attempt);
  }

  @Override
  public Membership getMembership(MembershipId membership, AttemptContext attempt)
      throws Exception {
    answer(Operation.GET_MEMBERSHIP, attempt);
    return MEMBERSHIP;
  }

  @Override
  public Membership findMembership(GroupId group, MemberId member, AttemptContext attempt)
      throws Exception {
    answer(Operation.FIND_MEMBERSHIP, attempt);
    return MEMBERSHIP;
  }

  @Override
  public RawPage<Membership> listMemberships(
      GroupId group, PageRequest page, AttemptContext attempt) throws Exception {
    answer(Operation.LIST_MEMBERSHIPS, attempt);
    return RawPage.of(List.of(MEMBERSHIP), null);
  }

  @Override
  public RawPage<Membership> listMembershipsForMember(
      MemberId member, PageRequest page, AttemptContext attempt) throws Exception {
    answer(Operation.LIST_MEMBERSHIPS_FOR_MEMBER, attempt);
    return RawPage.of(List.of(MEMBERSHIP), null);
  }

  @Override
  public Map<GroupId, Boolean> isMemberInGroups(
      MemberId member, List<GroupId> groups, AttemptContext attempt) throws Exception {
    answer(Operation.IS_MEMBER_IN_GROUPS, attempt);
    return groups.stream().collect(Collectors.toMap(group -> group, group -> true));
  }

  /** Its native client is a text. */
  @Override
  public Set<Class<?>> nativeTypes() {
    return Set.of(String.class);
  }

  /** The function is called where the script says that the request goes well. */
  @Override
  public <N, T extends @Nullable Object> T callNative(
      Class<N> type, NativeFunction<? super N, T> function, AttemptContext attempt)
      throws Exception {
    answer(Operation.NATIVE_READ, attempt);
    return function.call(type.cast("native"));
  }

  @Override
  public Optional<String> permissionOf(Operation operation) {
    return Optional.of("scripted:" + operation.methodName());
  }

  @Override
  public ErrorDescription describe(Throwable failure) {
    return description.apply(failure);
  }

  private static ErrorDescription known(Throwable failure) {
    return failure instanceof Failure known
        ? known.description
        : ErrorDescription.of(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED);
  }

  @Override
  public void close() {
    closed = true;
  }
}
