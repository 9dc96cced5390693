package dev.roster.emulator.internal.aws;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.internal.exchange.CloudProtocol.WireCall;
import dev.roster.emulator.internal.state.Stores;
import dev.roster.emulator.internal.wire.Request;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.StoreOperation;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads each operation's input, carries it out, and renders its output. */
final class Operations {

  static final String STORE = "IdentityStoreId";

  private static final int OK = 200;
  private static final int LARGEST_PAGE = 100;
  private static final int OTHER_DEFAULT_PAGE = 50;

  private static final Set<StoreOperation> LOOKUPS =
      EnumSet.of(StoreOperation.GET_USER_ID, StoreOperation.GET_GROUP_ID);

  private static final Set<StoreOperation> UPDATES =
      EnumSet.of(StoreOperation.UPDATE_USER, StoreOperation.UPDATE_GROUP);

  private static final Map<String, StoreOperation> BY_NAME =
      Arrays.stream(StoreOperation.values())
          .filter(each -> !each.isBatch())
          .collect(Collectors.toUnmodifiableMap(StoreOperation::serviceName, Function.identity()));

  private final Map<StoreOperation, Handler> handlers = new EnumMap<>(StoreOperation.class);
  private final Errors errors;
  private final Set<AlternativeBehavior> behaviors;
  private final Networks networks = new Networks();
  private final Replica replica;

  Operations(Stores stores, Errors errors, Set<AlternativeBehavior> behaviors, Replica replica) {
    this.errors = errors;
    this.behaviors = behaviors;
    this.replica = replica;
    int pageSize = pageSize(behaviors);
    handlers.putAll(new MembershipOperations(stores, behaviors, pageSize).handlers());
    handlers.putAll(new StoreOperations(stores, networks, pageSize).handlers());
    for (EntityKind kind : List.of(EntityKind.USERS, EntityKind.GROUPS)) {
      handlers.putAll(new EntityOperations(kind, stores, behaviors, pageSize).handlers());
    }
  }

  private static int pageSize(Set<AlternativeBehavior> behaviors) {
    return behaviors.contains(AlternativeBehavior.AWS_DEFAULT_PAGE_IS_50)
        ? OTHER_DEFAULT_PAGE
        : LARGEST_PAGE;
  }

  /** Carries out one operation on an input of its shape. */
  @FunctionalInterface
  interface Handler {
    ObjectNode run(Input input) throws Exception;
  }

  Optional<WireCall> call(String name, Request request) {
    return Optional.ofNullable(BY_NAME.get(name))
        .filter(operation -> !isOlder() || !operation.isAboutStores())
        .map(operation -> new WireCall(operation, () -> run(operation, request)));
  }

  private Response run(StoreOperation operation, Request request) throws Exception {
    if (LOOKUPS.contains(operation)
        && behaviors.contains(AlternativeBehavior.AWS_LOOKS_NOTHING_UP)) {
      throw errors.unknownOperation();
    }
    replica.requireReadOrPrimary(operation, request);
    Arns arns = new Arns();
    ObjectNode output = spelt(operation, output(operation, read(operation, request, arns)), arns);
    boolean empty =
        output.isEmpty()
            && !behaviors.contains(AlternativeBehavior.AWS_EMPTY_RESPONSE_IS_AN_OBJECT);
    return empty ? Response.empty(OK) : Response.json(OK, output);
  }

  private boolean isOlder() {
    return behaviors.contains(AlternativeBehavior.AWS_MODEL_IS_OLDER);
  }

  private ObjectNode spelt(StoreOperation operation, ObjectNode output, Arns arns) {
    if (isOlder()) {
      OlderModel.cutOutput(output, UPDATES.contains(operation));
    } else if (behaviors.contains(AlternativeBehavior.AWS_RESPONSES_ECHO_ARNS)) {
      arns.echoIn(output);
    }
    return output;
  }

  private Input read(StoreOperation operation, Request request, Arns arns) {
    try {
      return Input.read(
          request.body(),
          Inputs.of(operation),
          Violations.ofInput(behaviors.contains(AlternativeBehavior.AWS_IDS_HAVE_ANY_FORM)),
          isOlder() ? OlderModel::cut : arns::replaceIn);
    } catch (UnreadableInputException unreadable) {
      throw errors.unreadable(String.valueOf(unreadable.getMessage()));
    }
  }

  private ObjectNode output(StoreOperation operation, Input input) throws Exception {
    try {
      if (!operation.isAboutStores()) {
        networks.requirePermitted(input.text(STORE));
      }
      return Objects.requireNonNull(handlers.get(operation)).run(input);
    } catch (MemoryStoreException refusal) {
      if (isDeletedBefore(operation, refusal)) {
        return JsonNodeFactory.instance.objectNode();
      }
      throw refusal;
    }
  }

  private boolean isDeletedBefore(StoreOperation operation, MemoryStoreException refusal) {
    return operation.serviceName().startsWith("Delete")
        && refusal.description().code() == ErrorCode.NOT_FOUND
        && refusal.description().missing() != Resource.IDENTITY_STORE
        && behaviors.contains(AlternativeBehavior.AWS_REPEATED_DELETE_SUCCEEDS);
  }
}
