/** The calls about users and groups: look-ups, writes whose response can get lost, listings. */
@NullMarked
package dev.roster.internal.directory;

import org.jspecify.annotations.NullMarked;
