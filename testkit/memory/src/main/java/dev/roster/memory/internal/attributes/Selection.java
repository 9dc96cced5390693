package dev.roster.memory.internal.attributes;

import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which users or groups a listing shows.
 *
 * @param text names it: a page token is bound to it
 * @param accepts tells by the attributes
 * @param exactly the one value that is wanted; null where a selection is of another kind
 */
public record Selection(
    String text, Predicate<Map<String, Object>> accepts, @Nullable UniqueKey exactly) {}
