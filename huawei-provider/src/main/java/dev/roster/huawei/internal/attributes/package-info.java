/** Users and groups as the service's JSON has them: fields, forms, rules and bodies. */
@NullMarked
package dev.roster.huawei.internal.attributes;

import org.jspecify.annotations.NullMarked;
