package dev.roster.aws.internal.credentials;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * The secrets that were used lately, to take them out of texts that quote them. A service that
 * refuses a signature repeats what it has signed itself, the session token among it, and so do
 * programs that fetch credentials.
 *
 * <p>What is not known, because the credentials belong to a ready-made client, is found by its
 * form.
 */
public final class Secrets {

  static final String MARK = "[removed]";

  /** More than are in use while credentials change, also with a provider that takes turns. */
  private static final int REMEMBERED = 32;

  /** Anything shorter is no secret, and would be found in many texts. */
  private static final int SHORTEST = 6;

  /** What follows in such a message is the request itself, header by header. */
  private static final Pattern QUOTED_REQUEST =
      Pattern.compile(
          "(The Canonical String for this request should have been|The String-to-Sign should have"
              + " been).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern NAMED =
      Pattern.compile(
          "((?:x-amz-security-token|x-amz-signature|aws_?session_?token|aws_?secret_?access_?key"
              + "|sessiontoken|secretaccesskey|secretkey|signature)[\"'\\\\]*\\s*[:=]\\s*[\"'\\\\]*)"
              + "[A-Za-z0-9+/=_%.~-]{8,}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AUTHORIZATION =
      Pattern.compile("AWS4-HMAC-SHA256\\s+Credential=.*?Signature=[0-9a-f]+", Pattern.DOTALL);

  private static final int HASH_LENGTH = 64;

  private static final Pattern HASH = Pattern.compile("\\b[0-9a-fA-F]{" + HASH_LENGTH + "}\\b");

  private final Map<String, String[]> formsBySecret =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  private volatile @Nullable AwsCredentialsIdentity latest;

  /** The longest first: it may have a shorter one within it. */
  private volatile String[] knownForms = {};

  /** Remembers the secrets of credentials that a request is about to be signed with. */
  void remember(AwsCredentialsIdentity credentials) {
    if (credentials == latest) {
      return;
    }
    synchronized (formsBySecret) {
      remember(credentials.secretAccessKey());
      if (credentials instanceof AwsSessionCredentialsIdentity session) {
        remember(session.sessionToken());
      }
      knownForms = longestFirst();
      latest = credentials;
    }
  }

  private void remember(@Nullable String secret) {
    if (secret != null && secret.length() >= SHORTEST && formsBySecret.get(secret) == null) {
      formsBySecret.put(secret, forms(secret));
    }
  }

  /** A text without secrets, and without what has the form of one. */
  public String redact(String text) {
    return isOneWord(text) ? withoutKnown(text) : withoutForms(text);
  }

  /**
   * Each form that is searched for has a blank, a colon or an equals sign, or is a hash. Every
   * response has a request id, which has none of that.
   */
  private static boolean isOneWord(String text) {
    return text.length() < HASH_LENGTH
        && text.indexOf(' ') < 0
        && text.indexOf(':') < 0
        && text.indexOf('=') < 0;
  }

  private String withoutKnown(String text) {
    String clean = text;
    for (String form : knownForms) {
      clean = clean.replace(form, MARK);
    }
    return clean;
  }

  private String withoutForms(String text) {
    String clean = withoutKnown(QUOTED_REQUEST.matcher(text).replaceAll("$1 " + quoted()));
    clean = AUTHORIZATION.matcher(clean).replaceAll(quoted());
    clean = NAMED.matcher(clean).replaceAll("$1" + quoted());
    return HASH.matcher(clean).replaceAll(quoted());
  }

  private String[] longestFirst() {
    return formsBySecret.values().stream()
        .flatMap(Arrays::stream)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toArray(String[]::new);
  }

  private static String[] forms(String secret) {
    return Stream.of(
            Stream.of(secret, secret.replace("/", "\\/")), inUrls(secret), inBase64(secret))
        .flatMap(form -> form)
        .distinct()
        .toArray(String[]::new);
  }

  private static Stream<String> inUrls(String secret) {
    String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return Stream.of(
        url,
        url.replace("+", "%20"),
        url.replaceAll("%2F", "%2f").replaceAll("%3D", "%3d").replaceAll("%2B", "%2b"),
        url.replace("%2F", "/"),
        URLEncoder.encode(url, StandardCharsets.UTF_8));
  }

  private static Stream<String> inBase64(String secret) {
    byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
            Base64.getEncoder(),
            Base64.getEncoder().withoutPadding(),
            Base64.getUrlEncoder(),
            Base64.getUrlEncoder().withoutPadding())
        .map(encoder -> encoder.encodeToString(octets));
  }

  private static String quoted() {
    return java.util.regex.Matcher.quoteReplacement(MARK);
  }

  @Override
  public String toString() {
    return "Secrets";
  }
}
