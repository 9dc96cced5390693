package dev.roster.emulator;

/** What the gateway refuses before the service sees it. */
final class HuaweiRefusal extends WireRefusal {

  private static final long serialVersionUID = 1L;

  // Never sent anywhere: it lives as long as its request.
  private final transient HuaweiErrors errors;
  private final HuaweiCode code;
  private final String detail;

  HuaweiRefusal(HuaweiErrors errors, HuaweiCode code, String detail) {
    super(detail);
    this.errors = errors;
    this.code = code;
    this.detail = detail;
  }

  @Override
  Reply reply(String requestId) {
    return errors.reply(code, detail, requestId);
  }
}
