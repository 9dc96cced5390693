package dev.roster.campaign.calls;

import dev.roster.RosterException;
import dev.roster.campaign.law.EntryLaw;
import dev.roster.campaign.law.EntryReport;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.EntryLedger;
import dev.roster.campaign.record.EntryName;
import dev.roster.campaign.record.PartRecord;
import dev.roster.campaign.record.StoredEntry;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.spi.EntryTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One write of a user or group. */
final class EntryWriting<I, E extends DirectoryEntry<I, E>> {

  private final Step step;
  private final EntryShape<I, E> shape;
  private final EntryCalls<I, E> calls;

  EntryWriting(Step step, EntryShape<I, E> shape) {
    this.step = step;
    this.shape = shape;
    this.calls = new EntryCalls<>(step, shape);
  }

  Judged make(Action action) throws InterruptedException {
    boolean wantsWork = step.dice().chance(0.75);
    boolean present = (action == Action.CREATE_ENTRY) != wantsWork;
    Optional<EntryName> picked =
        step.plot().entry(shape.kind(), step.dice(), present, step.scene().settledSince());
    if (picked.isEmpty()) {
      return new EntryReading<>(step, shape).make(Action.FIND_ENTRY_ID);
    }
    return write(action, picked.get());
  }

  private Judged write(Action action, EntryName name) throws InterruptedException {
    StoredEntry before = ledger().now(name).orElse(null);
    @Nullable String wanted = wanted(action);
    CallReport call = call(action, name, wanted, revision(before));
    call.record().awaitArrivals();
    return new Judged(call, broken(call, name, wanted, before));
  }

  /** Only what a service lets go without can be cleared. */
  private @Nullable String wanted(Action action) {
    boolean clears =
        action == Action.UPDATE_ENTRY
            && shape.kind() == EntryName.Kind.GROUP
            && step.dice().chance(0.2);
    return clears ? null : "value " + step.dice().below(step.dice().chance(0.2) ? 3 : 1_000_000);
  }

  /** The one that it has, for some of the writes where there are revisions. */
  private @Nullable String revision(@Nullable StoredEntry before) {
    return before != null && hasRevisions() && step.dice().chance(0.4)
        ? Long.toString(before.revision())
        : null;
  }

  private boolean hasRevisions() {
    return calls.traits().map(EntryTraits::revisions).orElse(false);
  }

  private CallReport call(
      Action action, EntryName name, @Nullable String wanted, @Nullable String revision) {
    I id = shape.id().apply(step.plot().knownId(name));
    return switch (action) {
      case CREATE_ENTRY -> create(shape.fields(name.name(), wanted == null ? "" : wanted));
      case UPDATE_ENTRY ->
          revision == null ? update(id, changes(wanted)) : update(id, changes(wanted), revision);
      default -> revision == null ? delete(id) : delete(id, revision);
    };
  }

  private CallReport create(FieldValues<E> fields) {
    return calls.call(
        Action.CREATE_ENTRY, entries -> entries.create(fields), entries -> entries.create(fields));
  }

  private FieldChanges<E> changes(@Nullable String wanted) {
    return wanted == null
        ? FieldChanges.<E>none().clear(shape.valueField())
        : FieldChanges.<E>none().set(shape.valueField(), wanted);
  }

  private CallReport update(I id, FieldChanges<E> changes) {
    return calls.run(
        Action.UPDATE_ENTRY,
        entries -> entries.update(id, changes),
        entries -> entries.update(id, changes));
  }

  private CallReport update(I id, FieldChanges<E> changes, String revision) {
    return calls.run(
        Action.UPDATE_ENTRY,
        entries -> entries.update(id, changes, revision),
        entries -> entries.update(id, changes, revision));
  }

  private CallReport delete(I id, String revision) {
    return calls.run(
        Action.DELETE_ENTRY,
        entries -> entries.delete(id, revision),
        entries -> entries.delete(id, revision));
  }

  private CallReport delete(I id) {
    return calls.run(
        Action.DELETE_ENTRY, entries -> entries.delete(id), entries -> entries.delete(id));
  }

  private List<String> broken(
      CallReport call, EntryName name, @Nullable String wanted, @Nullable StoredEntry before) {
    PartRecord part = call.record().partNumber(0);
    RosterException error = Writes.error(call, part);
    boolean untold = error == null && call.error() != null;
    if (untold || wasDisturbedByOthers(name, call)) {
      return List.of();
    }
    List<String> broken =
        new ArrayList<>(EntryLaw.brokenBy(report(call, name, wanted, before, part, error)));
    passwordsAreThoseOfTheService(call.value(), broken);
    return broken;
  }

  private boolean wasDisturbedByOthers(EntryName name, CallReport call) {
    return ledger().wasChangedByOthers(name, call.record().number(), call.startNanos());
  }

  private EntryReport report(
      CallReport call,
      EntryName name,
      @Nullable String wanted,
      @Nullable StoredEntry before,
      @Nullable PartRecord part,
      @Nullable RosterException error) {
    return new EntryReport(
        call.action(),
        wanted,
        before,
        ledger().now(name).orElse(null),
        ledger().by(call.record().number(), List.of(name)),
        call.value() instanceof CreatedEntry<?> created ? created : null,
        error,
        part == null ? List.of() : part.attempts(),
        call.record().exchanges(),
        step.timing(call, call.startNanos(), call.endNanos(), part, false),
        step.scene().isLagging());
  }

  private void passwordsAreThoseOfTheService(@Nullable Object value, List<String> broken) {
    if (value instanceof CreatedEntry<?> created) {
      created
          .oneTimePassword()
          .filter(password -> !ledger().secrets().contains(password.reveal()))
          .ifPresent(made -> broken.add("a one-time password that the service never gave out"));
    }
  }

  private EntryLedger ledger() {
    return step.scene().ledger().entries();
  }
}
