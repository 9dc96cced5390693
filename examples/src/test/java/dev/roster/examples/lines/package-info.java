/** The service of the worked example, and the proof that its provider is one. */
@org.jspecify.annotations.NullMarked
package dev.roster.examples.lines;
