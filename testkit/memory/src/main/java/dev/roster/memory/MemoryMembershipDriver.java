package dev.roster.memory;

import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;

/** The driver over a store in memory, which has both listings, users and groups. */
public interface MemoryMembershipDriver
    extends MembershipDriver, ListsByGroup, ListsByMember, DirectoryDriver {}
