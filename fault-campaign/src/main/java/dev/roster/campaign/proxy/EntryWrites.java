package dev.roster.campaign.proxy;

import dev.roster.campaign.record.EntryLedger;
import dev.roster.campaign.record.EntryName;
import dev.roster.campaign.record.EntryName.Kind;
import dev.roster.campaign.record.StoredEntry;
import dev.roster.campaign.weather.AttemptKey;
import org.jspecify.annotations.Nullable;

/** Reads writes of users and groups, and notes what they changed. */
final class EntryWrites {

  private static final String VALUE = "attribute_value";

  private final Dialect dialect;
  private final EntryLedger ledger;

  EntryWrites(Dialect dialect, EntryLedger ledger) {
    this.dialect = dialect;
    this.ledger = ledger;
  }

  /** What a write creates, changes or deletes; null for reads, and for what never was. */
  @Nullable EntryName name(WireRequest request) {
    return switch (dialect.operation(request)) {
      case CREATE_USER -> created(request, Kind.USER, "user_name");
      case CREATE_GROUP -> created(request, Kind.GROUP, "display_name");
      case UPDATE_USER, DELETE_USER, UPDATE_GROUP, DELETE_GROUP -> named(request);
      default -> null;
    };
  }

  private @Nullable EntryName created(WireRequest request, Kind kind, String field) {
    String name = dialect.field(request.body(), field);
    return name == null ? null : new EntryName(kind, name);
  }

  private @Nullable EntryName named(WireRequest request) {
    String id = dialect.entryId(request);
    return id == null ? null : ledger.name(id);
  }

  /** Notes a success of the service. */
  void note(EntryName name, WireRequest request, WireResponse response, AttemptKey by, Span span) {
    switch (dialect.operation(request)) {
      case CREATE_USER, CREATE_GROUP ->
          created(name, entry(name, request, response, by), response, span);
      case DELETE_USER, DELETE_GROUP -> ledger.deleted(name, by, span.from(), span.to());
      default ->
          ledger.updated(name, dialect.field(request.body(), VALUE), by, span.from(), span.to());
    }
  }

  private StoredEntry entry(
      EntryName name, WireRequest request, WireResponse response, AttemptKey by) {
    boolean user = name.kind() == Kind.USER;
    String id = dialect.field(response.body(), user ? "user_id" : "group_id");
    if (id == null) {
      throw new IllegalStateException("the service created " + name + " without an id");
    }
    String value = dialect.field(request.body(), user ? "display_name" : "description");
    return new StoredEntry(id, by, value);
  }

  private void created(EntryName name, StoredEntry entry, WireResponse response, Span span) {
    String password = dialect.field(response.body(), "password");
    if (password != null) {
      ledger.gaveOut(password);
    }
    ledger.created(name, entry, span.from(), span.to());
  }

  /** When the service was asked for a change, and when it had said so. */
  record Span(long from, long to) {}
}
