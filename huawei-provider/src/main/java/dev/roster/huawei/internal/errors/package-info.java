/** Responses that are no success, and what they mean. */
@NullMarked
package dev.roster.huawei.internal.errors;

import org.jspecify.annotations.NullMarked;
