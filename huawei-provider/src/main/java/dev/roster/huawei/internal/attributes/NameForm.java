package dev.roster.huawei.internal.attributes;

import dev.roster.directory.PersonName;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** The parts of a person's name. */
final class NameForm implements FieldForm<PersonName> {

  private static final NamedParts<PersonName.Part, PersonName> PARTS =
      new NamedParts<>(PersonName.Part.class, PersonName::with);

  @Override
  public void check(String field, PersonName value) {
    PARTS.check(field, value.parts());
  }

  @Override
  public void write(JsonGenerator json, PersonName value) {
    json.writeStartObject();
    PARTS.write(json, value.parts());
    json.writeEndObject();
  }

  @Override
  public Optional<PersonName> read(JsonParser value, String name, Runnable unread)
      throws InvalidResponseException {
    Reading reading = new Reading(unread);
    JsonResponse.readObject(value, name, reading);
    return Optional.of(reading.name).filter(it -> !it.parts().isEmpty());
  }

  private static final class Reading implements JsonResponse.Fields {

    private final Runnable unread;
    private PersonName name = PersonName.none();

    Reading(Runnable unread) {
      this.unread = unread;
    }

    @Override
    public void field(String part, JsonParser value) throws InvalidResponseException {
      if (PARTS.has(part)) {
        name = PARTS.with(name, part, value);
      } else {
        unread.run();
      }
    }
  }
}
