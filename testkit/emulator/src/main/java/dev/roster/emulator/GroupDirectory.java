package dev.roster.emulator;

import dev.roster.GroupId;
import dev.roster.memory.AttributeFilter;
import dev.roster.memory.Attributes;
import dev.roster.memory.MemoryGroup;
import dev.roster.memory.MemoryGroups;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.function.UnaryOperator;

/** The groups of a store. */
record GroupDirectory(MemoryGroups groups) implements Directory {

  @Override
  public String create(Attributes attributes) {
    return groups.create(attributes).value();
  }

  @Override
  public Entry get(String id) {
    return entry(groups.get(new GroupId(id)));
  }

  @Override
  public void update(String id, UnaryOperator<Attributes> change) {
    groups.update(new GroupId(id), change);
  }

  @Override
  public void delete(String id) {
    groups.delete(new GroupId(id));
  }

  @Override
  public String find(String attribute, String value) {
    return groups.find(attribute, value).value();
  }

  @Override
  public String findByExternalId(String issuer, String id) {
    return groups.findByExternalId(issuer, id).value();
  }

  @Override
  public RawPage<Entry> list(AttributeFilter filter, PageRequest page) {
    RawPage<MemoryGroup> found = groups.list(filter, page);
    return RawPage.of(
        found.items().stream().map(GroupDirectory::entry).toList(), found.nextToken().orElse(null));
  }

  private static Entry entry(MemoryGroup group) {
    return new Entry(group.groupId().value(), group.attributes(), group.audit());
  }
}
