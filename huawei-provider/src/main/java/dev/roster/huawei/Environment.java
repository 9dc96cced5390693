package dev.roster.huawei;

import org.jspecify.annotations.Nullable;

/** The environment variables, replaceable so that no test has to change the process's own. */
@FunctionalInterface
interface Environment {

  @Nullable String get(String name);
}
