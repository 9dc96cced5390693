/**
 * The operations of a store on its state. Depends on {@code state}, {@code paging} and {@code
 * attributes}.
 */
@NullMarked
package dev.roster.memory.internal.service;

import org.jspecify.annotations.NullMarked;
