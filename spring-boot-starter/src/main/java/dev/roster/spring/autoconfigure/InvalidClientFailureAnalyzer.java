package dev.roster.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on start which property of Roster is wrong, in place of a stack trace. */
final class InvalidClientFailureAnalyzer extends AbstractFailureAnalyzer<InvalidClientException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, InvalidClientException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Correct the properties that begin with 'roster', or the bean that customizes the client.",
        cause);
  }
}
