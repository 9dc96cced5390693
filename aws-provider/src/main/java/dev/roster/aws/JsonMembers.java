package dev.roster.aws;

import java.io.IOException;

/** Is notified of the members of every object in a JSON text, nested ones first. */
interface JsonMembers {

  /** An object begins; its members follow, and those of objects within them. */
  void begin();

  /**
   * One member of the object that began last and has not ended.
   *
   * @param name the member's name, without escapes
   * @param kind the kind of its value
   * @param start where the value starts in the text
   * @param end where it ends, exclusive
   * @throws IOException if the response is thereby broken
   */
  void member(String name, JsonKind kind, int start, int end) throws IOException;

  /** The object that began last and has not ended is complete. */
  void end();
}
