package dev.roster.emulator.internal.aws;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the model before October 2026 does not have. */
final class OlderModel {

  private OlderModel() {}

  /** Leaves out what only newer inputs have: a member that a model does not know is ignored. */
  static void cut(ObjectNode input) {
    input.remove(Inputs.REVISION_NAME);
  }

  /** Leaves out what only newer outputs have; of an update, that is all. */
  static void cutOutput(JsonNode output, boolean update) {
    if (output instanceof ObjectNode object) {
      if (update) {
        object.removeAll();
      }
      object.remove(Inputs.REVISION_NAME);
      List.copyOf(object.propertyNames()).stream()
          .filter(name -> name.endsWith("Arn"))
          .forEach(object::remove);
    }
    output.forEach(each -> cutOutput(each, false));
  }
}
