package dev.roster.emulator;

import dev.roster.AuditDetails;
import dev.roster.memory.AttributeFilter;
import dev.roster.memory.Attributes;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.function.UnaryOperator;

/** The users or the groups of a store under bare identifiers, so that both are served alike. */
interface Directory {

  String create(Attributes attributes);

  Entry get(String id);

  void update(String id, UnaryOperator<Attributes> change);

  void delete(String id);

  /** The identifier of the one of which a unique attribute has a value. */
  String find(String attribute, String value);

  String findByExternalId(String issuer, String id);

  RawPage<Entry> list(AttributeFilter filter, PageRequest page);

  /** A user or a group. */
  record Entry(String id, Attributes attributes, AuditDetails audit) {}
}
