package dev.roster.emulator;

import dev.roster.emulator.HuaweiField.Presence;
import dev.roster.memory.Attributes;
import dev.roster.spi.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The operations of one update, applied together or not at all. */
final class HuaweiUpdate implements UnaryOperator<Attributes> {

  private final HuaweiShape.Fields fields;
  private final List<UnaryOperator<Attributes>> steps;

  private HuaweiUpdate(HuaweiShape.Fields fields, List<UnaryOperator<Attributes>> steps) {
    this.fields = fields;
    this.steps = steps;
  }

  /**
   * Reads the operations of a body.
   *
   * @param fields what there is to update
   * @param fixed the field that stays as it is; empty if there is none
   */
  static HuaweiUpdate of(Attributes body, HuaweiShape.Fields fields, String fixed) {
    List<UnaryOperator<Attributes>> steps = new ArrayList<>();
    if (body.get("operations").orElseThrow() instanceof List<?> operations) {
      operations.forEach(each -> steps.add(step((Map<?, ?>) each, fields, fixed)));
    }
    return new HuaweiUpdate(fields, steps);
  }

  @Override
  public Attributes apply(Attributes before) {
    Attributes after = before;
    for (UnaryOperator<Attributes> step : steps) {
      after = step.apply(after);
    }
    for (HuaweiField field : fields.fields()) {
      if (field.presence() == Presence.REQUIRED
          && before.get(field.attribute()).isPresent()
          && after.get(field.attribute()).isEmpty()) {
        throw new InvalidInputException(field.name() + " is required and cannot be deleted");
      }
    }
    return after;
  }

  private static UnaryOperator<Attributes> step(
      Map<?, ?> operation, HuaweiShape.Fields fields, String fixed) {
    String path = String.valueOf(operation.get("attributePath"));
    HuaweiField field =
        fields
            .at(path)
            .filter(each -> each.presence() != Presence.ANSWERED && !path.equals(fixed))
            .orElseThrow(
                () -> new InvalidInputException("attribute_path names nothing to update: " + path));
    if (!(operation.get("attributeValue") instanceof String text)) {
      return attributes -> attributes.without(field.attribute());
    }
    Object value = field.shape().readText(path, text);
    return attributes -> attributes.with(field.attribute(), value);
  }
}
