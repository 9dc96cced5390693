package dev.roster.huawei.internal.attributes;

import dev.roster.directory.Field;

/**
 * A shared field, as the service has it.
 *
 * @param field the shared field
 * @param name the service's spelling
 * @param form how its value travels
 */
public record WireField<E, T>(Field<E, T> field, String name, FieldForm<T> form) {}
