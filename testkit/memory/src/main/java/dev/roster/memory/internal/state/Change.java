package dev.roster.memory.internal.state;

/**
 * What a write does to a state. Written in values and without reference to rows, so that it does
 * the same to a copy of the state later.
 */
@FunctionalInterface
public interface Change {
  void applyTo(StoreState state);
}
