/** Signs requests with SDK-HMAC-SHA256. A leaf: it depends on no other room. */
@NullMarked
package dev.roster.huawei.internal.signing;

import org.jspecify.annotations.NullMarked;
