package dev.roster.huawei.internal.errors;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Makes the native error that applications see of a response that is no success. */
@FunctionalInterface
public interface ServiceErrors {

  /**
   * Makes an error.
   *
   * @param status the HTTP status
   * @param errorCode the service's code as it spells it; null where there is none
   * @param requestId the service's id of the request; null where there is none
   * @param summary one line for a person, free of secrets
   */
  IOException of(
      int status, @Nullable String errorCode, @Nullable String requestId, String summary);
}
