/** What options and arguments of several commands have in common. */
@NullMarked
package dev.roster.cli.options;

import org.jspecify.annotations.NullMarked;
