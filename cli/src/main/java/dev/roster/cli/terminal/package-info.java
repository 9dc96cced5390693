/**
 * What the program was started with: streams, a terminal or none, signals. Nothing here knows of
 * memberships.
 */
@NullMarked
package dev.roster.cli.terminal;

import org.jspecify.annotations.NullMarked;
