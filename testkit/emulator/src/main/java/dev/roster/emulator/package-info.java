/**
 * A local server that speaks the wire protocols of AWS Identity Store and of Huawei Cloud Identity
 * Center over {@link dev.roster.memory.MemoryIdentityStore stores in memory}: real requests and
 * responses, verified signatures and scripted faults, without a cloud. Start with {@link
 * dev.roster.emulator.Emulator}.
 */
@NullMarked
package dev.roster.emulator;

import org.jspecify.annotations.NullMarked;
