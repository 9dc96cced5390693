/** What a test is about: groups with members, listings, new entries, and what the service has. */
@NullMarked
package dev.roster.conformance.internal.scene;

import org.jspecify.annotations.NullMarked;
