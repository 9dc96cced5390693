/** Pictures of the rooms and of the arrows between them, made from the compiled classes. */
@NullMarked
package dev.roster.examples.rooms;

import org.jspecify.annotations.NullMarked;
