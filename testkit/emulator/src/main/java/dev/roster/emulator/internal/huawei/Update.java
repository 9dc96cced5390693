package dev.roster.emulator.internal.huawei;

import dev.roster.emulator.internal.huawei.Field.Presence;
import dev.roster.memory.Attributes;
import dev.roster.spi.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The operations of one update, applied together or not at all. */
final class Update implements UnaryOperator<Attributes> {

  private final Shape.Fields fields;
  private final List<UnaryOperator<Attributes>> steps;

  private Update(Shape.Fields fields, List<UnaryOperator<Attributes>> steps) {
    this.fields = fields;
    this.steps = steps;
  }

  /**
   * Reads the operations of a body.
   *
   * @param fields what there is to update
   * @param fixed the field that stays as it is; empty if there is none
   */
  static Update of(Attributes body, Shape.Fields fields, String fixed) {
    List<UnaryOperator<Attributes>> steps = new ArrayList<>();
    if (body.get("operations").orElseThrow() instanceof List<?> operations) {
      operations.forEach(each -> steps.add(step((Map<?, ?>) each, fields, fixed)));
    }
    return new Update(fields, steps);
  }

  @Override
  public Attributes apply(Attributes before) {
    Attributes after = before;
    for (UnaryOperator<Attributes> step : steps) {
      after = step.apply(after);
    }
    requireKept(before, after);
    return after;
  }

  private void requireKept(Attributes before, Attributes after) {
    for (Field field : fields.fields()) {
      if (field.presence() == Presence.REQUIRED
          && before.get(field.attribute()).isPresent()
          && after.get(field.attribute()).isEmpty()) {
        throw new InvalidInputException(field.name() + " is required and cannot be deleted");
      }
    }
  }

  private static UnaryOperator<Attributes> step(
      Map<?, ?> operation, Shape.Fields fields, String fixed) {
    String path = String.valueOf(operation.get("attributePath"));
    Field field =
        fields
            .at(path)
            .filter(each -> each.presence() != Presence.RETURNED && !path.equals(fixed))
            .orElseThrow(
                () -> new InvalidInputException("attribute_path names nothing to update: " + path));
    if (!(operation.get("attributeValue") instanceof String text)) {
      return attributes -> attributes.without(field.attribute());
    }
    Object value = field.shape().readText(path, text);
    return attributes -> attributes.with(field.attribute(), value);
  }
}
