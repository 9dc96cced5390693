package dev.roster.spring.test;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Brings the emulator of a test's context back before each test. */
final class EmulatorContentsListener implements TestExecutionListener {

  @Override
  public void beforeTestMethod(TestContext test) {
    if (test.hasApplicationContext()) {
      test.getApplicationContext()
          .getBeanProvider(EmulatorContents.class)
          .ifAvailable(EmulatorContents::bringBack);
    }
  }
}
