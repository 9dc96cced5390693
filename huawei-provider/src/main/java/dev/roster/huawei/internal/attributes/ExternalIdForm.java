package dev.roster.huawei.internal.attributes;

import dev.roster.directory.ExternalId;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** The identifier of an entry in another system. */
final class ExternalIdForm implements FieldForm<ExternalId> {

  private static final String ID = "id";
  private static final String ISSUER = "issuer";
  private static final TextForm ID_FORM = new TextForm(1, 256);
  private static final TextForm ISSUER_FORM = new TextForm(1, 100);

  @Override
  public void check(String field, ExternalId value) {
    ID_FORM.check(field, value.id());
    ISSUER_FORM.check("issuer of the " + field, value.issuer());
  }

  @Override
  public void write(JsonGenerator json, ExternalId value) {
    json.writeStartObject();
    json.writeStringProperty(ID, value.id());
    json.writeStringProperty(ISSUER, value.issuer());
    json.writeEndObject();
  }

  @Override
  public Optional<ExternalId> read(JsonParser value, String name, Runnable unread)
      throws InvalidResponseException {
    Reading reading = new Reading(unread);
    JsonResponse.readElement(value, name, reading);
    return reading.externalId();
  }

  private static final class Reading implements JsonResponse.Fields {

    private final Runnable unread;
    private @Nullable String id;
    private @Nullable String issuer;

    Reading(Runnable unread) {
      this.unread = unread;
    }

    @Override
    public void field(String part, JsonParser value) throws InvalidResponseException {
      switch (part) {
        case ID -> id = JsonResponse.text(value, part);
        case ISSUER -> issuer = JsonResponse.text(value, part);
        default -> unread.run();
      }
    }

    Optional<ExternalId> externalId() {
      return id == null || id.isBlank() || issuer == null || issuer.isBlank()
          ? Optional.empty()
          : Optional.of(new ExternalId(issuer, id));
    }
  }
}
