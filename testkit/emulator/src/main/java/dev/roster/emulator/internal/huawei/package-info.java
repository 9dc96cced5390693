/**
 * Huawei Cloud's protocol, REST. Depends on {@code exchange} and the rooms below it, and never on
 * the other cloud's room.
 */
@NullMarked
package dev.roster.emulator.internal.huawei;

import org.jspecify.annotations.NullMarked;
