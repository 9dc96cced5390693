package dev.roster.memory;

import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.WritesInBatches;

/**
 * The driver over a store in memory, which has both listings, users and groups, and writes in
 * batches where the store's traits say so.
 */
public interface MemoryMembershipDriver
    extends MembershipDriver, ListsByGroup, ListsByMember, WritesInBatches, DirectoryDriver {}
