/** What is sent: requests, where they go, what they carry, and their signature. */
@NullMarked
package dev.roster.huawei.internal.requests;

import org.jspecify.annotations.NullMarked;
