/** What the Huawei provider promises. */
@NullMarked
package dev.roster.huawei;

import org.jspecify.annotations.NullMarked;
