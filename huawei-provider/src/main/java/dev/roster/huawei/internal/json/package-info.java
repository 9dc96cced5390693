/**
 * Reads JSON: known responses as they arrive, unknown documents as a tree. A leaf: it depends on no
 * other room.
 */
@NullMarked
package dev.roster.huawei.internal.json;

import org.jspecify.annotations.NullMarked;
