package dev.roster.memory.internal.paging;

/** A row with a place in the order in which things were made. */
public interface Sequenced {

  /** Never used twice in one table, and growing: what is made later has the higher number. */
  long sequence();
}
