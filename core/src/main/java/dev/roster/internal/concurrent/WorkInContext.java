package dev.roster.internal.concurrent;

/**
 * Work that each thread does within the context of the one that started it. That one itself has its
 * context already, and keeps what is changed in it meanwhile.
 *
 * @param shared what is done
 * @param inContext does it on another thread
 * @param owner the thread that started it
 */
record WorkInContext(SharedWork shared, Runnable inContext, Thread owner) implements SharedWork {

  @Override
  public void work() {
    if (Thread.currentThread() == owner) {
      shared.work();
    } else {
      inContext.run();
    }
  }

  @Override
  public void interrupted() {
    shared.interrupted();
  }

  @Override
  public void deadlinePassed() {
    shared.deadlinePassed();
  }
}
