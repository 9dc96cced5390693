package dev.roster.memory;

import dev.roster.AuditDetails;

/** A user or a group as it stands at one moment. */
record Entity<I>(I id, Attributes attributes, AuditDetails audit) {}
