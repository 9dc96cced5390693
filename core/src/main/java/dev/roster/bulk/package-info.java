/**
 * Many changes at once: {@link dev.roster.bulk.BulkMemberships} adds or removes any number of
 * members with a few calls at a time, and accounts for each.
 */
@org.jspecify.annotations.NullMarked
package dev.roster.bulk;
