package dev.roster.internal.directory;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Resource;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.LookupKey;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.EntryTraits;
import dev.roster.spi.EntryTraits.Filter;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.LookupWay;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.Reach;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Groups that are found in three ways, of which each can be refused; a page holds one group. */
final class FakeGroups implements EntryDriver<GroupId, Group> {

  /** What the service responds with instead of a result. */
  static final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;
    private final transient ErrorDescription description;

    Refusal(ErrorCode code, Resource missing) {
      super(code.name());
      this.description = ErrorDescription.builder(code, Reach.REFUSED).missing(missing).build();
    }

    private Refusal(ErrorDescription description) {
      super(description.code().name());
      this.description = description;
    }

    /** The response is lost. */
    static Refusal lost() {
      return new Refusal(ErrorDescription.of(ErrorCode.UNAVAILABLE, Reach.MAYBE_APPLIED));
    }

    ErrorDescription description() {
      return description;
    }
  }

  final List<String> asked = new ArrayList<>();
  private final Map<LookupWay, Refusal> refusals = new EnumMap<>(LookupWay.class);
  private final List<Group> groups = new ArrayList<>();
  private LookupWay[] lookups = {LookupWay.DIRECT, LookupWay.DIRECT_ALTERNATE, LookupWay.LISTING};
  private boolean endless;
  private boolean revisions = true;
  private final Set<String> oddNames = new HashSet<>();
  private boolean unclear;
  private Updating updating = attempt -> {};
  private Updating creating = attempt -> {};
  private Updating reading = attempt -> {};
  private Updating deleting = attempt -> {};

  /** What becomes of an attempt to read or to change something. */
  interface Updating {
    void make(int attempt) throws Refusal;
  }

  FakeGroups updating(Updating how) {
    updating = how;
    return this;
  }

  FakeGroups deleting(Updating how) {
    deleting = how;
    return this;
  }

  /** Nothing is found by a name. */
  FakeGroups withoutLookups() {
    lookups = new LookupWay[0];
    return this;
  }

  FakeGroups withoutRevisions() {
    revisions = false;
    return this;
  }

  FakeGroups with(Group group) {
    groups.add(group);
    return this;
  }

  FakeGroups creating(Updating how) {
    creating = how;
    return this;
  }

  FakeGroups reading(Updating how) {
    reading = how;
    return this;
  }

  /** A refusal does not say whether it is about the way or the key. */
  FakeGroups unclear() {
    unclear = true;
    return this;
  }

  /** Refuses every look-up of some names, in whatever way but the listing. */
  FakeGroups refusingNames(String... names) {
    oddNames.addAll(List.of(names));
    return this;
  }

  FakeGroups refusing(LookupWay way, ErrorCode code, Resource missing) {
    refusals.put(way, new Refusal(code, missing));
    return this;
  }

  FakeGroups with(String id, String name) {
    groups.add(Group.of(new GroupId(id), GroupFields.named(name)));
    return this;
  }

  FakeGroups without(String id) {
    groups.removeIf(group -> group.id().value().equals(id));
    return this;
  }

  FakeGroups withoutEnd() {
    endless = true;
    return this;
  }

  @Override
  public EntryTraits<Group> traits() {
    EntryTraits.Builder<Group> traits = EntryTraits.builder();
    if (unclear) {
      traits.unclearRefusals(LookupKey.Kind.NAME);
    }
    return traits
        .largestPage(1)
        .lookups(LookupKey.Kind.NAME, lookups)
        .filter(LookupKey.Kind.NAME, Filter.FUZZY)
        .writable(Set.of(GroupFields.DISPLAY_NAME))
        .revisions(revisions)
        .build();
  }

  @Override
  public GroupId find(LookupKey<Group> key, LookupWay way, AttemptContext attempt) throws Refusal {
    ask(way.name(), way);
    if (oddNames.contains(key.value())) {
      throw new Refusal(ErrorCode.UNSUPPORTED, Resource.UNSPECIFIED);
    }
    if (groups.isEmpty()) {
      throw new Refusal(ErrorCode.NOT_FOUND, Resource.GROUP);
    }
    return groups.get(0).id();
  }

  @Override
  public RawPage<Group> list(
      @Nullable LookupKey<Group> filter, PageRequest page, AttemptContext attempt) throws Refusal {
    ask("LISTING", LookupWay.LISTING);
    int index = page.token().map(Integer::parseInt).orElse(0);
    boolean last = index + 1 >= groups.size();
    String next = endless ? "1" : Integer.toString(index + 1);
    return RawPage.of(
        List.of(groups.get(Math.min(index, groups.size() - 1))), last && !endless ? null : next);
  }

  private void ask(String what, LookupWay way) throws Refusal {
    asked.add(what);
    Refusal refusal = refusals.get(way);
    if (refusal != null) {
      throw refusal;
    }
  }

  @Override
  public Group get(GroupId id, AttemptContext attempt) throws Refusal {
    asked.add("get");
    reading.make(count("get"));
    return groups.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  @Override
  public CreatedEntry<GroupId> create(FieldValues<Group> fields, AttemptContext attempt)
      throws Refusal {
    asked.add("create");
    creating.make(count("create"));
    return CreatedEntry.of(new GroupId("new"));
  }

  @Override
  public void update(GroupId id, FieldChanges<Group> changes, AttemptContext attempt)
      throws Refusal {
    asked.add("update");
    updating.make(count("update"));
  }

  private int count(String what) {
    return (int) asked.stream().filter(what::equals).count();
  }

  @Override
  public void update(
      GroupId id, FieldChanges<Group> changes, String revision, AttemptContext attempt)
      throws Refusal {
    asked.add("update at " + revision);
    updating.make((int) asked.stream().filter(each -> each.startsWith("update")).count());
  }

  @Override
  public void delete(GroupId id, AttemptContext attempt) {
    asked.add("delete");
  }

  @Override
  public void delete(GroupId id, String revision, AttemptContext attempt) throws Refusal {
    asked.add("delete at " + revision);
    deleting.make((int) asked.stream().filter(each -> each.startsWith("delete")).count());
  }
}
