package dev.roster.emulator;

import dev.roster.emulator.AwsOperations.Handler;
import dev.roster.memory.AttributeFilter;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import dev.roster.spi.AttemptContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The six operations of users, or those of groups. */
final class AwsEntityOperations {

  private static final AttemptContext ATTEMPT = EmulatedAttempt.INSTANCE;

  private final AwsEntityKind kind;
  private final AwsEntityKind.Operations operations;
  private final Stores stores;
  private final AwsEntityRules rules;
  private final int pageSize;

  AwsEntityOperations(
      AwsEntityKind kind, Stores stores, Set<AlternativeAnswer> answers, int pageSize) {
    this.kind = kind;
    this.operations = kind.operations();
    this.stores = stores;
    this.rules = new AwsEntityRules(kind, answers);
    this.pageSize = pageSize;
  }

  Map<StoreOperation, Handler> handlers() {
    return Map.of(
        operations.create(), this::create,
        operations.describe(), this::describe,
        operations.update(), this::update,
        operations.delete(), this::delete,
        operations.list(), this::list,
        operations.find(), this::find);
  }

  private ObjectNode create(AwsInput input) throws Exception {
    Attributes given = AwsAttributes.read(input.node(), kind.attributes());
    Attributes attributes =
        input
            .optionalObject("Extensions")
            .map(extensions -> AwsExtensions.read(extensions.node(), given))
            .orElse(given);
    rules.requireComplete(attributes);
    MemoryIdentityStore store = store(input);
    return ids(
        input,
        store
            .gate()
            .answer(operations.create(), ATTEMPT, () -> kind.in(store).create().apply(attributes)));
  }

  private ObjectNode describe(AwsInput input) throws Exception {
    List<String> extensions = extensions(input);
    String id = id(input);
    MemoryIdentityStore store = store(input);
    return kind.render(
        store.gate().answer(operations.describe(), ATTEMPT, () -> kind.in(store).get().apply(id)),
        input.text(AwsOperations.STORE),
        extensions);
  }

  private ObjectNode update(AwsInput input) throws Exception {
    List<UnaryOperator<Attributes>> changes = changes(input);
    String id = id(input);
    MemoryIdentityStore store = store(input);
    store
        .gate()
        .answer(
            operations.update(),
            ATTEMPT,
            () -> {
              kind.in(store).update().accept(id, before -> changed(before, changes));
              return id;
            });
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode delete(AwsInput input) throws Exception {
    String id = id(input);
    MemoryIdentityStore store = store(input);
    store
        .gate()
        .answer(
            operations.delete(),
            ATTEMPT,
            () -> {
              kind.in(store).delete().accept(id);
              return id;
            });
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode list(AwsInput input) throws Exception {
    List<String> extensions = extensions(input);
    AttributeFilter filter = rules.filter(input);
    MemoryIdentityStore store = store(input);
    return AwsRendering.page(
        kind.listName(),
        store
            .gate()
            .page(
                operations.list(),
                ATTEMPT,
                input.page(pageSize),
                page -> kind.in(store).list().apply(filter, page)),
        entity -> kind.render(entity, input.text(AwsOperations.STORE), extensions));
  }

  private ObjectNode find(AwsInput input) throws Exception {
    AwsLookup lookup = rules.lookup(input.object("AlternateIdentifier"));
    MemoryIdentityStore store = store(input);
    return ids(
        input, store.gate().answer(operations.find(), ATTEMPT, () -> lookup.in(kind.in(store))));
  }

  private String id(AwsInput input) {
    input.id(kind.idName(), kind.idType());
    return input.text(kind.idName());
  }

  private ObjectNode ids(AwsInput input, String id) {
    return AwsRendering.ids(kind, id, input.text(AwsOperations.STORE));
  }

  private List<UnaryOperator<Attributes>> changes(AwsInput input) {
    AwsViolations violations = AwsViolations.ofDocument();
    List<UnaryOperator<Attributes>> changes = new ArrayList<>();
    for (AwsInput operation : input.objects("Operations")) {
      String place = "operations.%d.member".formatted(changes.size() + 1);
      changes.add(AwsAttributeChange.read(operation, kind, place, violations));
    }
    violations.throwIfAny();
    return changes;
  }

  private Attributes changed(Attributes before, List<UnaryOperator<Attributes>> changes) {
    Attributes after = before;
    for (UnaryOperator<Attributes> change : changes) {
      after = change.apply(after);
    }
    rules.requireKept(before, after);
    return after;
  }

  private static List<String> extensions(AwsInput input) {
    List<String> names = input.texts("Extensions");
    AwsExtensions.requireKnown(names);
    return names;
  }

  private MemoryIdentityStore store(AwsInput input) {
    return stores.state(input.text(AwsOperations.STORE));
  }
}
