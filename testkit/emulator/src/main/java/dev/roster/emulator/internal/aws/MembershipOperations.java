package dev.roster.emulator.internal.aws;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.internal.aws.Operations.Handler;
import dev.roster.emulator.internal.exchange.EmulatedAttempt;
import dev.roster.emulator.internal.state.Stores;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMembershipDriver;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.StoreOperation;
import dev.roster.spi.AttemptContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The seven operations of memberships. */
final class MembershipOperations {

  private static final AttemptContext ATTEMPT = EmulatedAttempt.INSTANCE;
  private static final String LIST_NAME = "GroupMemberships";

  private final Stores stores;
  private final Set<AlternativeBehavior> behaviors;
  private final int pageSize;

  MembershipOperations(Stores stores, Set<AlternativeBehavior> behaviors, int pageSize) {
    this.stores = stores;
    this.behaviors = behaviors;
    this.pageSize = pageSize;
  }

  Map<StoreOperation, Handler> handlers() {
    return Map.of(
        StoreOperation.CREATE_GROUP_MEMBERSHIP, this::create,
        StoreOperation.DELETE_GROUP_MEMBERSHIP, this::delete,
        StoreOperation.DESCRIBE_GROUP_MEMBERSHIP, this::describe,
        StoreOperation.GET_GROUP_MEMBERSHIP_ID, this::find,
        StoreOperation.LIST_GROUP_MEMBERSHIPS, this::list,
        StoreOperation.LIST_GROUP_MEMBERSHIPS_FOR_MEMBER, this::listForMember,
        StoreOperation.IS_MEMBER_IN_GROUPS, this::check);
  }

  private ObjectNode create(Input input) throws Exception {
    return Rendering.ids(store(input).createMembership(group(input), member(input), ATTEMPT));
  }

  private ObjectNode delete(Input input) throws Exception {
    store(input).deleteMembership(membership(input), ATTEMPT);
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode describe(Input input) throws Exception {
    return Rendering.membership(store(input).getMembership(membership(input), ATTEMPT));
  }

  private ObjectNode find(Input input) throws Exception {
    return Rendering.ids(store(input).findMembership(group(input), member(input), ATTEMPT));
  }

  private ObjectNode list(Input input) throws Exception {
    return Rendering.page(
        LIST_NAME,
        store(input).listMemberships(group(input), input.page(pageSize), ATTEMPT),
        Rendering::membership);
  }

  private ObjectNode listForMember(Input input) throws Exception {
    return Rendering.page(
        LIST_NAME,
        store(input).listMembershipsForMember(member(input), input.page(pageSize), ATTEMPT),
        Rendering::membership);
  }

  private ObjectNode check(Input input) throws Exception {
    List<GroupId> asked = input.ids("GroupIds", GroupId::new);
    List<GroupId> known = known(asked, stores.state(input.text(Operations.STORE)));
    Map<GroupId, Boolean> verdicts = new LinkedHashMap<>();
    if (known.size() < asked.size()) {
      asked.forEach(group -> verdicts.put(group, false));
    }
    if (!known.isEmpty()) {
      verdicts.putAll(store(input).isMemberInGroups(member(input), known, ATTEMPT));
    }
    List<Map.Entry<GroupId, Boolean>> results = new ArrayList<>(verdicts.entrySet());
    if (behaviors.contains(AlternativeBehavior.AWS_VERDICTS_ARE_REVERSED)) {
      Collections.reverse(results);
    }
    return Rendering.verdicts(member(input), results);
  }

  private List<GroupId> known(List<GroupId> asked, MemoryIdentityStore store) {
    return behaviors.contains(AlternativeBehavior.AWS_MISSING_GROUP_IS_NO_MEMBERSHIP)
        ? asked.stream().filter(group -> exists(group, store)).toList()
        : asked;
  }

  private static boolean exists(GroupId group, MemoryIdentityStore store) {
    try {
      store.groups().get(group);
      return true;
    } catch (MemoryStoreException missing) {
      return missing.description().code() != ErrorCode.NOT_FOUND;
    }
  }

  private MemoryMembershipDriver store(Input input) {
    return stores.require(input.text(Operations.STORE));
  }

  private static GroupId group(Input input) {
    return input.id("GroupId", GroupId::new);
  }

  private static MemberId member(Input input) {
    return input.object("MemberId").id("UserId", UserId::new);
  }

  private static MembershipId membership(Input input) {
    return input.id("MembershipId", MembershipId::new);
  }
}
