package dev.roster.cli.store;

import java.util.List;

/** Names that no user or group has, or several have. */
public final class NamesNotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NamesNotFoundException(List<String> complaints) {
    super(String.join("\n", complaints));
  }
}
