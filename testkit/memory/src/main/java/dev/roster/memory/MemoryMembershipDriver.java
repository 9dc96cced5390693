package dev.roster.memory;

import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;

/** The driver over a store in memory, which has both listings. */
public interface MemoryMembershipDriver extends MembershipDriver, ListsByGroup, ListsByMember {}
