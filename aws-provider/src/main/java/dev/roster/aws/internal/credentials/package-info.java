/** Finds credentials, shares them and keeps them out of texts. May depend on {@code attempt}. */
@NullMarked
package dev.roster.aws.internal.credentials;

import org.jspecify.annotations.NullMarked;
