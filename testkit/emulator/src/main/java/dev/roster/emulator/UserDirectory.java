package dev.roster.emulator;

import dev.roster.UserId;
import dev.roster.memory.AttributeFilter;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryUser;
import dev.roster.memory.MemoryUsers;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.function.UnaryOperator;

/** The users of a store. */
record UserDirectory(MemoryUsers users) implements Directory {

  @Override
  public String create(Attributes attributes) {
    return users.create(attributes).value();
  }

  @Override
  public Entry get(String id) {
    return entry(users.get(new UserId(id)));
  }

  @Override
  public void update(String id, UnaryOperator<Attributes> change) {
    users.update(new UserId(id), change);
  }

  @Override
  public void delete(String id) {
    users.delete(new UserId(id));
  }

  @Override
  public String find(String attribute, String value) {
    return users.find(attribute, value).value();
  }

  @Override
  public String findByExternalId(String issuer, String id) {
    return users.findByExternalId(issuer, id).value();
  }

  @Override
  public RawPage<Entry> list(AttributeFilter filter, PageRequest page) {
    RawPage<MemoryUser> found = users.list(filter, page);
    return RawPage.of(
        found.items().stream().map(UserDirectory::entry).toList(), found.nextToken().orElse(null));
  }

  private static Entry entry(MemoryUser user) {
    return new Entry(user.userId().value(), user.attributes(), user.audit());
  }
}
