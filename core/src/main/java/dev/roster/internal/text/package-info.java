/** How times and names stand in texts for people. A leaf: it depends on no other room. */
@org.jspecify.annotations.NullMarked
package dev.roster.internal.text;
