package dev.roster.emulator.internal.aws;

import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.internal.aws.Operations.Handler;
import dev.roster.emulator.internal.exchange.EmulatedAttempt;
import dev.roster.emulator.internal.state.Directory;
import dev.roster.emulator.internal.state.Stores;
import dev.roster.memory.AttributeFilter;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import dev.roster.spi.AttemptContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The six operations of users, or those of groups. */
final class EntityOperations {

  private static final AttemptContext ATTEMPT = EmulatedAttempt.INSTANCE;

  private final EntityKind kind;
  private final EntityKind.Operations operations;
  private final Stores stores;
  private final EntityRules rules;
  private final int pageSize;

  EntityOperations(
      EntityKind kind, Stores stores, Set<AlternativeBehavior> behaviors, int pageSize) {
    this.kind = kind;
    this.operations = kind.operations();
    this.stores = stores;
    this.rules = new EntityRules(kind, behaviors);
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

  private ObjectNode create(Input input) throws Exception {
    Attributes attributes = attributes(input);
    rules.requireComplete(attributes);
    MemoryIdentityStore store = store(input);
    return ids(
        input,
        store.gate().handle(operations.create(), ATTEMPT, () -> kind.in(store).create(attributes)));
  }

  private Attributes attributes(Input input) {
    Attributes given = AttributeNames.read(input.node(), kind.attributes());
    return input
        .optionalObject("Extensions")
        .map(extensions -> Extensions.read(extensions.node(), given))
        .orElse(given);
  }

  private ObjectNode describe(Input input) throws Exception {
    List<String> extensions = extensions(input);
    String id = id(input);
    MemoryIdentityStore store = store(input);
    return kind.render(
        store.gate().handle(operations.describe(), ATTEMPT, () -> kind.in(store).get(id)),
        input.text(Operations.STORE),
        extensions);
  }

  private ObjectNode update(Input input) throws Exception {
    List<UnaryOperator<Attributes>> changes = changes(input);
    String id = id(input);
    Optional<String> revision = input.optionalText(Inputs.REVISION_NAME);
    MemoryIdentityStore store = store(input);
    Directory<?> directory = kind.in(store);
    UnaryOperator<Attributes> change = before -> changed(before, changes);
    Supplier<Directory.Entity> update =
        () ->
            revision.isPresent()
                ? directory.update(id, revision.get(), change)
                : directory.update(id, change);
    return Rendering.updated(
        kind,
        store.gate().handle(operations.update(), ATTEMPT, update),
        input.text(Operations.STORE));
  }

  private ObjectNode delete(Input input) throws Exception {
    String id = id(input);
    Optional<String> revision = input.optionalText(Inputs.REVISION_NAME);
    MemoryIdentityStore store = store(input);
    store.gate().handle(operations.delete(), ATTEMPT, () -> deleted(kind.in(store), id, revision));
    return JsonNodeFactory.instance.objectNode();
  }

  private static String deleted(Directory<?> directory, String id, Optional<String> revision) {
    revision.ifPresentOrElse(wanted -> directory.delete(id, wanted), () -> directory.delete(id));
    return id;
  }

  private ObjectNode list(Input input) throws Exception {
    List<String> extensions = extensions(input);
    AttributeFilter filter = rules.filter(input);
    MemoryIdentityStore store = store(input);
    return Rendering.page(
        kind.listName(),
        store
            .gate()
            .page(
                operations.list(),
                ATTEMPT,
                input.page(pageSize),
                page -> kind.in(store).list(filter, page)),
        entity -> kind.render(entity, input.text(Operations.STORE), extensions));
  }

  private ObjectNode find(Input input) throws Exception {
    Function<Directory<?>, String> lookup = rules.lookup(input.object("AlternateIdentifier"));
    MemoryIdentityStore store = store(input);
    return ids(
        input, store.gate().handle(operations.find(), ATTEMPT, () -> lookup.apply(kind.in(store))));
  }

  private String id(Input input) {
    input.id(kind.idName(), kind.idType());
    return input.text(kind.idName());
  }

  private ObjectNode ids(Input input, String id) {
    return Rendering.ids(kind, id, input.text(Operations.STORE));
  }

  private List<UnaryOperator<Attributes>> changes(Input input) {
    Violations violations = Violations.ofDocument();
    List<UnaryOperator<Attributes>> changes = new ArrayList<>();
    for (Input operation : input.objects("Operations")) {
      String place = "operations.%d.member".formatted(changes.size() + 1);
      changes.add(AttributeChange.read(operation, kind, place, violations));
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

  private static List<String> extensions(Input input) {
    List<String> names = input.texts("Extensions");
    Extensions.requireKnown(names);
    return names;
  }

  private MemoryIdentityStore store(Input input) {
    return stores.state(input.text(Operations.STORE));
  }
}
