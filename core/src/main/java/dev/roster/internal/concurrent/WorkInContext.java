package dev.roster.internal.concurrent;

/**
 * Work that each thread does within the context of the one that started it.
 *
 * @param shared what is done
 * @param inContext does it
 */
record WorkInContext(SharedWork shared, Runnable inContext) implements SharedWork {

  @Override
  public void work() {
    inContext.run();
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
