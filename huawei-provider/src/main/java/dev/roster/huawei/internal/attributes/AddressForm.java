package dev.roster.huawei.internal.attributes;

import dev.roster.directory.PostalAddress;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** One postal address. */
final class AddressForm implements FieldForm<PostalAddress> {

  private static final String PRIMARY = "primary";

  private static final NamedParts<PostalAddress.Part, PostalAddress> PARTS =
      new NamedParts<>(PostalAddress.Part.class, PostalAddress::with);

  @Override
  public void check(String field, PostalAddress value) {
    PARTS.check(field, value.parts());
  }

  @Override
  public void write(JsonGenerator json, PostalAddress value) {
    json.writeStartObject();
    PARTS.write(json, value.parts());
    json.writeBooleanProperty(PRIMARY, value.isPrimary());
    json.writeEndObject();
  }

  @Override
  public Optional<PostalAddress> read(JsonParser value, String name, Runnable unread)
      throws InvalidResponseException {
    Reading reading = new Reading(unread);
    JsonResponse.readElement(value, name, reading);
    return Optional.of(reading.address);
  }

  private static final class Reading implements JsonResponse.Fields {

    private final Runnable unread;
    private PostalAddress address = PostalAddress.none();

    Reading(Runnable unread) {
      this.unread = unread;
    }

    @Override
    public void field(String part, JsonParser value) throws InvalidResponseException {
      if (part.equals(PRIMARY)) {
        address = address.withPrimary(Boolean.TRUE.equals(JsonResponse.flag(value, part)));
      } else if (PARTS.has(part)) {
        address = PARTS.with(address, part, value);
      } else {
        unread.run();
      }
    }
  }
}
