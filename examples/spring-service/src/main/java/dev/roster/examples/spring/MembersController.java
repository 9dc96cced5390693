package dev.roster.examples.spring;

import dev.roster.Absence;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.Page;
import dev.roster.PageToken;
import dev.roster.Pager;
import dev.roster.Presence;
import dev.roster.RosterClient;
import dev.roster.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The members of groups over HTTP. Failures become responses without a line here. */
@RestController
@RequestMapping("/groups/{group}/members")
class MembersController {

  private final RosterClient client;

  MembersController(RosterClient client) {
    this.client = client;
  }

  /** A page of members, and the token to ask for the next one with. */
  record Members(List<String> members, @Nullable String next) {}

  /** What was found or changed. */
  record Change(Enum<?> result) {}

  @GetMapping
  Members list(
      @PathVariable("group") GroupId group,
      @RequestParam(name = "size", defaultValue = "100") int size,
      @RequestParam(name = "next", required = false) @Nullable PageToken next) {
    Pager<Membership> all = client.listMemberships(group).withPageSize(Math.max(1, size));
    Pager<Membership> rest = next == null ? all : all.startingAt(next);
    Page<Membership> page = rest.pages().iterator().next();
    return new Members(
        page.items().stream().map(membership -> membership.memberId().value()).toList(),
        page.next().map(PageToken::value).orElse(null));
  }

  @PostMapping("/{user}")
  Change create(@PathVariable("group") GroupId group, @PathVariable("user") UserId user) {
    client.createMembership(group, user);
    return new Change(Presence.CREATED);
  }

  @PutMapping("/{user}")
  Change add(@PathVariable("group") GroupId group, @PathVariable("user") UserId user) {
    return new Change(client.ensureMember(group, user).presence());
  }

  @DeleteMapping("/{user}")
  Change remove(@PathVariable("group") GroupId group, @PathVariable("user") UserId user) {
    Absence absence = client.ensureNotMember(group, user);
    return new Change(absence);
  }
}
