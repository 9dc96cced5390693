/**
 * Finds credentials, keeps them fresh and keeps them out of texts. May depend on {@code http},
 * {@code json} and {@code signing}.
 */
@NullMarked
package dev.roster.huawei.internal.credentials;

import org.jspecify.annotations.NullMarked;
