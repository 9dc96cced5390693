/** Sends each request once over OkHttp, and says how far it came. May depend on {@code json}. */
@NullMarked
package dev.roster.huawei.internal.http;

import org.jspecify.annotations.NullMarked;
