/** Changes of memberships: shown, asked about, made and accounted for. */
@NullMarked
package dev.roster.cli.changes;

import org.jspecify.annotations.NullMarked;
