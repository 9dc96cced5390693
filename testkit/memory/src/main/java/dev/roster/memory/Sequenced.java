package dev.roster.memory;

/** A row with a place in the order in which things were made. */
interface Sequenced {

  /** Never used twice in one table, and growing: what is made later has the higher number. */
  long sequence();
}
