package dev.roster.huawei.internal.credentials;

import org.jspecify.annotations.Nullable;

/** The environment variables, replaceable so that no test has to change the process's own. */
@FunctionalInterface
public interface Environment {

  @Nullable String get(String name);
}
