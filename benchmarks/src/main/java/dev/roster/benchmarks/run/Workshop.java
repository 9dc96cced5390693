package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts programs in processes of their own, each on the class path of the library it measures. */
final class Workshop {

  private static final Path TARGET = Path.of("benchmarks", "target");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** Credentials that look fake, for every library the same. */
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "AWS_ACCESS_KEY_ID", "AKIAFAKEFAKEFAKEFAKE",
          "AWS_SECRET_ACCESS_KEY", "fake-secret-of-the-benchmarks",
          "AWS_EC2_METADATA_DISABLED", "true",
          "HUAWEICLOUD_SDK_AK", "FAKEACCESSKEY0000000",
          "HUAWEICLOUD_SDK_SK", "fake-secret-of-the-benchmarks");

  private Workshop() {}

  /** The jars of a library's class path. */
  static List<Path> jars(ClientKind kind) throws IOException {
    try (Stream<Path> files = Files.list(classPathFolder(kind.classPath()))) {
      return files.toList();
    }
  }

  private static Path classPathFolder(String name) {
    return TARGET.resolve("class-paths").resolve(name);
  }

  /** Starts the server. */
  static Process server() throws IOException {
    String program = "dev.roster.benchmarks.server.ResponseServer";
    return start(classPath(List.of()), program, List.of());
  }

  /** Starts a program of the load package. */
  static Process load(ClientKind kind, Class<?> program, List<String> arguments)
      throws IOException {
    return start(classPath(List.of(kind.classPath())), program.getName(), arguments);
  }

  /** Starts a program that uses JMH. */
  static Process jmh(ClientKind kind, Class<?> program, List<String> arguments) throws IOException {
    String libraries = classPath(List.of(kind.classPath(), "jmh"));
    String generated = TARGET.resolve("jmh-classes").toString();
    return start(generated + File.pathSeparator + libraries, program.getName(), arguments);
  }

  private static String classPath(List<String> libraries) {
    List<String> entries = new ArrayList<>();
    entries.add(TARGET.resolve("classes").toString());
    libraries.forEach(name -> entries.add(classPathFolder(name) + "/*"));
    return String.join(File.pathSeparator, entries);
  }

  private static Process start(String classPath, String program, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-cp", classPath));
    // The official Huawei SDK writes an id file below the home directory.
    command.add("-Duser.home=" + TARGET.toAbsolutePath());
    command.add(program);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(CREDENTIALS);
    builder.redirectError(errors(program));
    return builder.start();
  }

  /** What the programs complain about: the missing SLF4J binding of every library, and failures. */
  private static ProcessBuilder.Redirect errors(String program) {
    String name = program.substring(program.lastIndexOf('.') + 1) + ".log";
    return ProcessBuilder.Redirect.appendTo(TARGET.resolve(name).toFile());
  }
}
