@org.jspecify.annotations.NullMarked
package dev.roster.sync.internal.file;
