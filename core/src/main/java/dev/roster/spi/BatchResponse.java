package dev.roster.spi;

import dev.roster.MemberId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a service says of the members of one request that it did not refuse as a whole: one thing of
 * all, or something of each. Immutable.
 */
public final class BatchResponse {

  /** What a service says of a member that it did not refuse. */
  public enum Effect {
    /** The request added or removed it. */
    CHANGED,
    /** It was in the group, or was not, before the request. */
    UNCHANGED,
    /** It is in the group now, or is not; the service does not tell whether it was before. */
    UNTOLD
  }

  private static final BatchResponse ALL_CHANGED = new BatchResponse(Effect.CHANGED, Map.of());
  private static final BatchResponse ALL_DONE = new BatchResponse(Effect.UNTOLD, Map.of());

  private record Item(@Nullable Effect effect, @Nullable ErrorDescription failure) {}

  private final @Nullable Effect ofAll;
  private final Map<MemberId, Item> items;

  private BatchResponse(@Nullable Effect ofAll, Map<MemberId, Item> items) {
    this.ofAll = ofAll;
    this.items = items;
  }

  /**
   * The service says that the request added or removed all of its members. MUST NOT be said where a
   * member who was there already, or was not, would have been no reason to refuse.
   *
   * @return a shared instance
   */
  public static BatchResponse allChanged() {
    return ALL_CHANGED;
  }

  /**
   * The service says that all members are in the group now, or are not, and nothing more.
   *
   * @return a shared instance
   */
  public static BatchResponse allDone() {
    return ALL_DONE;
  }

  /** {@return a builder of a response that says something of each member} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What became of a member.
   *
   * @param member one of the request's
   * @return empty where the service refused the member, or left it out
   */
  public Optional<Effect> effect(MemberId member) {
    return ofAll == null
        ? Optional.ofNullable(items.get(member)).map(Item::effect)
        : Optional.of(ofAll);
  }

  /**
   * Why the service did not do as asked for a member.
   *
   * @param member one of the request's
   * @return empty where it did, and where it left the member out
   */
  public Optional<ErrorDescription> failure(MemberId member) {
    return Optional.ofNullable(items.get(member)).map(Item::failure);
  }

  /**
   * Collects what a service says of each member. Who is left out is taken for a response that
   * cannot be read. Not thread-safe.
   */
  public static final class Builder {

    private final Map<MemberId, Item> items = new LinkedHashMap<>();

    private Builder() {}

    /**
     * A member of whom the service says that it is as asked.
     *
     * @param member the member
     * @param effect what the service tells besides
     * @return this
     */
    public Builder done(MemberId member, Effect effect) {
      return add(member, new Item(Objects.requireNonNull(effect, "effect must not be null"), null));
    }

    /**
     * A member that the service refused.
     *
     * @param member the member
     * @param failure why; a transient failure is retried for such members alone
     * @return this
     */
    public Builder failed(MemberId member, ErrorDescription failure) {
      return add(
          member, new Item(null, Objects.requireNonNull(failure, "failure must not be null")));
    }

    private Builder add(MemberId member, Item item) {
      items.put(Objects.requireNonNull(member, "member must not be null"), item);
      return this;
    }

    /** {@return a new response} */
    public BatchResponse build() {
      return new BatchResponse(null, Map.copyOf(items));
    }
  }
}
