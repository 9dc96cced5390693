package dev.roster.conformance;

import org.junit.jupiter.api.Nested;

/**
 * All suites at once. A provider's test extends this class; it is conformant when every test passes
 * or is skipped for a reason that its documentation gives.
 */
public abstract class DriverConformance {

  /** For subclasses, which have nothing to construct. */
  protected DriverConformance() {}

  /**
   * Makes the harness for one test.
   *
   * @return a new harness; the suite closes it
   * @throws Exception if that fails, which fails the test
   */
  protected abstract ConformanceHarness newHarness() throws Exception;

  @Nested
  final class Lifecycle extends MembershipLifecycleConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class NotFound extends NotFoundConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Conflict extends ConflictConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Ensure extends EnsureConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class UnknownOutcome extends UnknownOutcomeConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Retry extends RetryConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Throttling extends ThrottlingConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Timeout extends TimeoutConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Interrupt extends InterruptConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Closing extends ClosingConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Paging extends PagingConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class PageTokens extends PageTokenConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class IsMember extends IsMemberConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Input extends InputConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Concurrency extends ConcurrencyConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Directory extends DirectoryConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class DirectoryUpdates extends DirectoryUpdatesConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Batches extends BatchConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Secrets extends SecretsConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Capabilities extends CapabilitiesConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Check extends CheckConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }

  @Nested
  final class Native extends NativeCallConformance {

    @Override
    protected ConformanceHarness newHarness() throws Exception {
      return DriverConformance.this.newHarness();
    }
  }
}
