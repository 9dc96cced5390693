package dev.roster.aws;

/** The kinds of JSON value. */
enum JsonKind {
  OBJECT,
  ARRAY,
  STRING,
  NUMBER,
  BOOLEAN,
  NULL
}
