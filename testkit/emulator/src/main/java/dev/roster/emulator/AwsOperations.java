package dev.roster.emulator;

import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.emulator.WireProtocol.WireCall;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.StoreOperation;
import java.util.Arrays;
import java.util.EnumMap;
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
final class AwsOperations {

  static final String STORE = "IdentityStoreId";

  private static final int OK = 200;
  private static final int LARGEST_PAGE = 100;
  private static final int OTHER_DEFAULT_PAGE = 50;

  private static final Map<String, StoreOperation> BY_NAME =
      Arrays.stream(StoreOperation.values())
          .collect(Collectors.toUnmodifiableMap(StoreOperation::serviceName, Function.identity()));

  private final Map<StoreOperation, Handler> handlers = new EnumMap<>(StoreOperation.class);
  private final AwsErrors errors;
  private final Set<AlternativeAnswer> answers;

  AwsOperations(Stores stores, AwsErrors errors, Set<AlternativeAnswer> answers) {
    this.errors = errors;
    this.answers = answers;
    int pageSize =
        answers.contains(AlternativeAnswer.AWS_DEFAULT_PAGE_IS_50)
            ? OTHER_DEFAULT_PAGE
            : LARGEST_PAGE;
    handlers.putAll(new AwsMembershipOperations(stores, answers, pageSize).handlers());
    for (AwsEntityKind kind : List.of(AwsEntityKind.USERS, AwsEntityKind.GROUPS)) {
      handlers.putAll(new AwsEntityOperations(kind, stores, answers, pageSize).handlers());
    }
  }

  /** Carries out one operation on an input of its shape. */
  @FunctionalInterface
  interface Handler {
    ObjectNode run(AwsInput input) throws Exception;
  }

  Optional<WireCall> call(String name, WireRequest request) {
    return Optional.ofNullable(BY_NAME.get(name))
        .map(operation -> new WireCall(operation, () -> run(operation, request)));
  }

  private Reply run(StoreOperation operation, WireRequest request) throws Exception {
    ObjectNode output = output(operation, read(operation, request));
    boolean empty =
        output.isEmpty() && !answers.contains(AlternativeAnswer.AWS_EMPTY_REPLY_IS_AN_OBJECT);
    return empty ? Reply.empty(OK) : Reply.json(OK, output);
  }

  private AwsInput read(StoreOperation operation, WireRequest request) {
    try {
      return AwsInput.read(
          request.body(),
          AwsInputs.of(operation),
          AwsViolations.ofInput(answers.contains(AlternativeAnswer.AWS_IDS_HAVE_ANY_FORM)));
    } catch (AwsUnreadableException unreadable) {
      throw AwsRefusal.unreadable(errors, String.valueOf(unreadable.getMessage()));
    }
  }

  private ObjectNode output(StoreOperation operation, AwsInput input) throws Exception {
    try {
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
        && answers.contains(AlternativeAnswer.AWS_REPEATED_DELETE_SUCCEEDS);
  }
}
