package dev.roster.examples.proxies;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@link OneLookup} in a process of its own, with an environment of its own. */
final class LookupProcess {

  private final List<String> options = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();
  private final String uri;

  private LookupProcess(String uri) {
    this.uri = uri;
    variables.put("AWS_ACCESS_KEY_ID", "AKIAFAKEFAKEFAKEFAKE");
    variables.put("AWS_SECRET_ACCESS_KEY", "FAKE-SECRET-KEY-OF-A-TEST");
    variables.put("HUAWEICLOUD_SDK_AK", "FAKEFAKEFAKEFAKEFAKE");
    variables.put("HUAWEICLOUD_SDK_SK", "FAKE-SECRET-KEY-OF-A-TEST");
  }

  static LookupProcess of(String cloud, SecureService service, String endpoint) {
    LookupProcess process =
        new LookupProcess(
            "%s://d-1234567890?region=eu-west-1&endpoint=%s".formatted(cloud, encoded(endpoint)));
    process.options.addAll(service.trust());
    return process;
  }

  private LookupProcess but(String moreOfUri) {
    LookupProcess other = new LookupProcess(uri + moreOfUri);
    other.options.addAll(options);
    other.variables.putAll(variables);
    return other;
  }

  LookupProcess withProxy(String proxy) {
    return but("&proxy=" + encoded(proxy));
  }

  LookupProcess withOption(String option) {
    LookupProcess other = but("");
    other.options.add(option);
    return other;
  }

  LookupProcess withVariable(String name, String value) {
    LookupProcess other = but("");
    other.variables.put(name, value);
    return other;
  }

  /** Returns what it printed. */
  String run() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Duser.language=en"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), OneLookup.class.getName(), uri));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    builder.environment().putAll(variables);
    Process process = builder.start();
    byte[] printed = process.getInputStream().readAllBytes();
    process.waitFor();
    return new String(printed, StandardCharsets.UTF_8).strip();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
