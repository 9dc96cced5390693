package dev.roster.cli.commands.members;

import picocli.CommandLine.Command;

/** Memberships of one group. */
@Command(
    name = "member",
    description = "Adds, removes, lists and checks the members of a group.",
    subcommands = {
      MemberAddCommand.class,
      MemberRemoveCommand.class,
      MemberListCommand.class,
      MemberCheckCommand.class
    })
public final class MemberCommand {}
