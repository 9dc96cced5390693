package dev.roster.huawei.internal.attributes;

import dev.roster.directory.ContactPoint;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import dev.roster.spi.InvalidInputException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** One e-mail address or phone number, for which no lengths are documented. */
final class ContactForm implements FieldForm<ContactPoint> {

  private static final String VALUE = "value";
  private static final String TYPE = "type";
  private static final String PRIMARY = "primary";

  @Override
  public void check(String field, ContactPoint contact) {
    if (contact.value().isEmpty()) {
      throw new InvalidInputException(field + " must have a value");
    }
    SendableText.require(field, contact.value());
    contact.type().ifPresent(type -> SendableText.require(field, type));
  }

  @Override
  public void write(JsonGenerator json, ContactPoint contact) {
    json.writeStartObject();
    json.writeStringProperty(VALUE, contact.value());
    contact.type().ifPresent(type -> json.writeStringProperty(TYPE, type));
    json.writeBooleanProperty(PRIMARY, contact.isPrimary());
    json.writeEndObject();
  }

  @Override
  public Optional<ContactPoint> read(JsonParser value, String name, Runnable unread)
      throws InvalidResponseException {
    Reading reading = new Reading(unread);
    JsonResponse.readElement(value, name, reading);
    return reading.contact();
  }

  private static final class Reading implements JsonResponse.Fields {

    private final Runnable unread;
    private @Nullable String value;
    private @Nullable String type;
    private boolean primary;

    Reading(Runnable unread) {
      this.unread = unread;
    }

    @Override
    public void field(String part, JsonParser at) throws InvalidResponseException {
      switch (part) {
        case VALUE -> value = JsonResponse.text(at, part);
        case TYPE -> type = JsonResponse.text(at, part);
        case PRIMARY -> primary = Boolean.TRUE.equals(JsonResponse.flag(at, part));
        default -> unread.run();
      }
    }

    Optional<ContactPoint> contact() {
      return Optional.ofNullable(value)
          .map(text -> ContactPoint.of(text).withType(type).withPrimary(primary));
    }
  }
}
