package dev.roster.internal.directory;

import dev.roster.ErrorCode;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.Field;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.internal.call.Call;
import dev.roster.internal.call.Settlement;
import dev.roster.internal.directory.Lookup.Found;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.EntryDriver;
import org.jspecify.annotations.Nullable;

/** One write of a user or group, and what it takes to know how it ended. */
final class EntryWrite<I, E extends DirectoryEntry<I, E>> {

  private final Call call;
  private final EntryKind<I, E> kind;
  private final EntryDriver<I, E> driver;
  private final @Nullable String revision;
  private @Nullable Found<I, E> byNameAlone;

  /**
   * A write that has not begun.
   *
   * @param revision the only version that it changes; null for whichever there is
   */
  EntryWrite(Call call, EntryKind<I, E> kind, EntryDriver<I, E> driver, @Nullable String revision) {
    this.call = call;
    this.kind = kind;
    this.driver = driver;
    this.revision = revision;
  }

  /**
   * A create whose response was lost is settled by its unique name. What has the name and other
   * fields may have been there before.
   */
  CreatedEntry<I> create(FieldValues<E> fields, Lookup<I, E> byName) throws RequestFailed {
    try {
      return call.send(kind.operations().create(), attempt -> driver.create(fields, attempt));
    } catch (RequestFailed failed) {
      refuseIfTaken(failed);
      if (!isToBeRead(failed) && failed.code() != ErrorCode.CONFLICT) {
        throw failed;
      }
      return existing(fields, failed, byName);
    }
  }

  private CreatedEntry<I> existing(FieldValues<E> fields, RequestFailed failed, Lookup<I, E> byName)
      throws RequestFailed {
    if (!byName.isPossible()) {
      throw call.settlement().unsettled(failed);
    }
    RequestFailed lost = call.lost();
    Found<I, E> found = settledByName(failed, byName, lost != null);
    if (lost == null) {
      throw alreadyExists(failed);
    }
    E entry = found.entry();
    if (entry != null && !isAsGiven(entry, fields)) {
      throw lost.givenUp("the one that has this name has other fields");
    }
    return CreatedEntry.settledByName(found.id());
  }

  /** What was found and could not be read in time counts all the same: the name is unique. */
  private Found<I, E> settledByName(RequestFailed failed, Lookup<I, E> byName, boolean whole)
      throws RequestFailed {
    try {
      return settled(failed, () -> found(byName, whole));
    } catch (RequestFailed unsettled) {
      Found<I, E> named = byNameAlone;
      if (named == null) {
        throw unsettled;
      }
      return named;
    }
  }

  private @Nullable Found<I, E> found(Lookup<I, E> byName, boolean whole) throws RequestFailed {
    Found<I, E> found = byNameAlone == null ? byName.run(call::settlingRead) : byNameAlone;
    byNameAlone = found;
    if (found == null || found.entry() != null || !whole) {
      return found;
    }
    return new Found<>(found.id(), readNamed(found.id()));
  }

  /** What is gone by now was deleted or never there: its name is looked up again. */
  private E readNamed(I id) throws RequestFailed {
    try {
      return read(id);
    } catch (RequestFailed failed) {
      if (Lookup.isMissing(kind, failed)) {
        byNameAlone = null;
      }
      throw failed;
    }
  }

  /** Provider fields can be for the creation alone, such as how a password is made. */
  private boolean isAsGiven(E found, FieldValues<E> fields) {
    FieldValues<E> shared = fields;
    for (Field<E, ?> field : fields.fields()) {
      shared = field.isProviderField() ? shared.without(field) : shared;
    }
    return driver.isChanged(found, FieldChanges.setting(shared));
  }

  /** An update whose response was lost is settled by reading what it set. */
  I update(I id, FieldChanges<E> changes) throws RequestFailed {
    try {
      return sendUpdate(id, changes);
    } catch (RequestFailed failed) {
      refuseIfTaken(failed);
      RequestFailed known = asFarAsKnown(failed);
      if (!isToBeRead(known)) {
        throw explained(id, known);
      }
      return settled(known, () -> driver.isChanged(read(id), changes) ? id : null);
    }
  }

  private I sendUpdate(I id, FieldChanges<E> changes) throws RequestFailed {
    String wanted = revision;
    return wanted == null
        ? call.send(kind.operations().update(), attempt -> updated(id, changes, attempt))
        : call.sendConditionally(
            kind.operations().update(),
            attempt -> {
              driver.update(id, changes, wanted, attempt);
              return id;
            });
  }

  private I updated(I id, FieldChanges<E> changes, AttemptContext attempt) throws Exception {
    driver.update(id, changes, attempt);
    return id;
  }

  /** A delete whose response was lost is settled by reading that there is nothing. */
  I delete(I id) throws RequestFailed {
    try {
      return sendDelete(id);
    } catch (RequestFailed failed) {
      if (call.maybeApplied() && Lookup.isMissing(kind, failed)) {
        return id;
      }
      RequestFailed known = asFarAsKnown(failed);
      if (!call.isOpenQuestion(known)) {
        throw explained(id, known);
      }
      return settled(known, () -> isGone(id) ? id : null);
    }
  }

  private I sendDelete(I id) throws RequestFailed {
    String wanted = revision;
    return wanted == null
        ? call.send(kind.operations().delete(), attempt -> deleted(id, attempt))
        : call.sendConditionally(
            kind.operations().delete(),
            attempt -> {
              driver.delete(id, wanted, attempt);
              return id;
            });
  }

  private I deleted(I id, AttemptContext attempt) throws Exception {
    driver.delete(id, attempt);
    return id;
  }

  /** After a lost attempt, another revision may well be the one that this attempt made. */
  private RequestFailed asFarAsKnown(RequestFailed failed) {
    RequestFailed lost = call.lost();
    return lost != null && revision != null && failed.code() == ErrorCode.CONCURRENT_MODIFICATION
        ? lost.givenUp("the revision has changed, and no read shows what made the change")
        : failed;
  }

  /** A conflict that does not say which one it is: a read shows whether it is the revision's. */
  private RequestFailed explained(I id, RequestFailed failed) {
    if (revision == null || failed.code() != ErrorCode.CONFLICT) {
      return failed;
    }
    try {
      return read(id).revision().filter(present -> !present.equals(revision)).isPresent()
          ? failed.as(failed.description().withCode(ErrorCode.CONCURRENT_MODIFICATION))
          : failed;
    } catch (RequestFailed unread) {
      failed.addSuppressed(unread);
      return failed;
    }
  }

  private boolean isGone(I id) throws RequestFailed {
    try {
      read(id);
      return false;
    } catch (RequestFailed failed) {
      if (Lookup.isMissing(kind, failed)) {
        return true;
      }
      throw failed;
    }
  }

  private E read(I id) throws RequestFailed {
    return call.settlingRead(kind.operations().get(), attempt -> driver.get(id, attempt));
  }

  private <T> T settled(RequestFailed failed, Settlement.SettlingRead<T> read)
      throws RequestFailed {
    Settlement settlement = call.settlement();
    T found = settlement.find(read);
    if (found == null) {
      throw settlement.unsettled(failed);
    }
    return found;
  }

  /** After a lost attempt none of these words says what became of that attempt. */
  private boolean isToBeRead(RequestFailed failed) {
    return call.isOpenQuestion(failed) || (call.maybeApplied() && isAboutWhatIsThere(failed));
  }

  private static boolean isAboutWhatIsThere(RequestFailed failed) {
    return isTaken(failed)
        || failed.code() == ErrorCode.NOT_FOUND
        || failed.code() == ErrorCode.CONFLICT;
  }

  private void refuseIfTaken(RequestFailed failed) throws RequestFailed {
    if (isTaken(failed) && !call.maybeApplied()) {
      throw alreadyExists(failed);
    }
  }

  /** Services have one word for every uniqueness, be it of a membership or of a name. */
  private static boolean isTaken(RequestFailed failed) {
    return failed.code() == ErrorCode.ALREADY_EXISTS || failed.code() == ErrorCode.ALREADY_MEMBER;
  }

  private static RequestFailed alreadyExists(RequestFailed failed) {
    return failed.as(failed.description().withCode(ErrorCode.ALREADY_EXISTS));
  }
}
