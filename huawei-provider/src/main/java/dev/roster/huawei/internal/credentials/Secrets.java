package dev.roster.huawei.internal.credentials;

import dev.roster.directory.OneTimePassword;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.internal.signing.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of foreign texts what signs requests, the keys and tokens of late, and the passwords
 * that the service made, wherever they stand, and whatever stands where headers with secrets and
 * signatures are quoted, as in the canonical request that the service quotes when it refuses a
 * signature. Access keys are names and stay. Thread-safe.
 */
public final class Secrets {

  static final String MARK = "[redacted]";

  /** Keys change every few hours; a response about older ones than these can no longer come. */
  private static final int KEPT = 8;

  /** Shorter ones would take every other word out of a text; the service's own have forty. */
  private static final int SHORTEST = 6;

  private static final int HASH_LENGTH = 64;

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)(x-(?:security|auth|subject|metadata)-token[\"']?\\s*[:=]\\s*[\"']?)[^\\s|\"',;]+");
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?i)((?:SDK|V11)-HMAC-[A-Z0-9]+ )(?:Access|Credential)=[^\\r\\n|\"'\\\\]*");
  private static final Pattern OTHER_AUTHORIZATION =
      Pattern.compile(
          "(?i)(authorization[\"']?\\s*[:=]\\s*[\"']?(?:basic|bearer)\\s+)[^\\s|\"',;]+");
  private static final Pattern SIGNATURE =
      Pattern.compile("(?i)(signature[\"']?\\s*[:=]\\s*[\"']?)[0-9a-z+/=_-]{16,}");

  /** The form of signatures, and of the hashes that they are made over. */
  private static final Pattern HASH =
      Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{" + HASH_LENGTH + "}(?![0-9a-f])");

  private static final Pattern PASSWORD =
      Pattern.compile("(?i)(password[\"']?\\s*[:=]\\s*[\"']?)[^\\s|\"',;]+");

  private volatile List<HuaweiCredentials> recent = List.of();
  private volatile List<String> passwords = List.of();

  /** As texts can have what is kept: made once, because every response has a text to clean. */
  private volatile List<String> knownForms = List.of();

  /** Keeps in mind what a request is signed with. */
  public void remember(HuaweiCredentials keys) {
    List<HuaweiCredentials> known = recent;
    if (known.isEmpty() || !haveSameSecrets(known.get(0), keys)) {
      rememberNew(keys);
    }
  }

  /** Keeps in mind a password that the service made. */
  public synchronized void remember(OneTimePassword made) {
    passwords =
        Stream.concat(Stream.of(made.reveal()), passwords.stream()).distinct().limit(KEPT).toList();
    knownForms = forms(recent, passwords);
  }

  /** The forms come first: who finds the keys here relies on them. */
  private synchronized void rememberNew(HuaweiCredentials keys) {
    List<HuaweiCredentials> newest = new ArrayList<>();
    newest.add(keys);
    recent.stream()
        .filter(known -> !haveSameSecrets(known, keys))
        .limit(KEPT - 1L)
        .forEach(newest::add);
    knownForms = forms(newest, passwords);
    recent = List.copyOf(newest);
  }

  private static boolean haveSameSecrets(HuaweiCredentials one, HuaweiCredentials other) {
    return one.secretKey().equals(other.secretKey())
        && one.securityToken().equals(other.securityToken());
  }

  /** The text with a mark in place of every secret. */
  public String redact(String text) {
    String clean = text;
    for (String form : knownForms) {
      clean = clean.replace(form, MARK);
    }
    return isOneWord(clean) ? clean : withoutQuotes(clean);
  }

  /** Each form of a quote has a colon or an equals sign, or is a hash. A request id has neither. */
  private static boolean isOneWord(String text) {
    return text.length() < HASH_LENGTH && text.indexOf(':') < 0 && text.indexOf('=') < 0;
  }

  private static List<String> forms(List<HuaweiCredentials> signers, List<String> passwords) {
    Stream<String> keys =
        signers.stream()
            .flatMap(
                each -> Stream.concat(Stream.of(each.secretKey()), each.securityToken().stream()));
    return Stream.concat(keys, passwords.stream()).flatMap(Secrets::forms).toList();
  }

  /** As it is, as an address has it, and as some JSON has it. */
  private static Stream<String> forms(String secret) {
    return secret.length() < SHORTEST
        ? Stream.empty()
        : Stream.of(secret, PercentEncoding.encode(secret), secret.replace("/", "\\/"));
  }

  private static String withoutQuotes(String text) {
    String clean = TOKEN.matcher(text).replaceAll("$1" + MARK);
    clean = AUTHORIZATION.matcher(clean).replaceAll("$1" + MARK);
    clean = OTHER_AUTHORIZATION.matcher(clean).replaceAll("$1" + MARK);
    clean = PASSWORD.matcher(clean).replaceAll("$1" + MARK);
    clean = SIGNATURE.matcher(clean).replaceAll("$1" + MARK);
    return HASH.matcher(clean).replaceAll(MARK);
  }
}
