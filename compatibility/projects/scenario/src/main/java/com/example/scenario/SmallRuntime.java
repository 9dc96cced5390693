package com.example.scenario;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java runtime with only the modules that core and one provider need, and the jars beside it. */
public final class SmallRuntime {

  private static final String CLASS_PATH =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(
              entry ->
                  entry.endsWith(".jar")
                      && !entry.matches(".*(junit|opentest4j|surefire|apiguardian).*"))
          .collect(Collectors.joining(File.pathSeparator));

  private SmallRuntime() {}

  /** Fails unless the scenario works on a cloud in a runtime of some modules, made in a folder. */
  public static void check(String cloud, String modules, Path folder)
      throws IOException, InterruptedException {
    Path image = folder.resolve("image");
    run(
        "jlink",
        "--add-modules",
        modules,
        "--strip-debug",
        "--no-header-files",
        "--no-man-pages",
        "--output",
        image.toString());
    String printed = printedBy(image, cloud);
    if (!printed.contains("works on " + cloud)) {
      throw new AssertionError(printed);
    }
    System.out.println(megabytes(image) + " MB with the jars");
  }

  /** Fails if a jar of Roster uses what the JDK keeps to itself. */
  public static void checkJars() {
    List<String> arguments =
        new ArrayList<>(
            List.of("--jdk-internals", "--multi-release", "17", "--module-path", CLASS_PATH));
    Arrays.stream(CLASS_PATH.split(File.pathSeparator))
        .filter(jar -> new File(jar).getName().startsWith("roster-"))
        .forEach(arguments::add);
    String found = run("jdeps", arguments.toArray(new String[0]));
    if (!found.isEmpty()) {
      throw new AssertionError(found);
    }
  }

  private static String printedBy(Path image, String cloud)
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                image.resolve("bin/java").toString(),
                "-cp",
                CLASS_PATH,
                BothClouds.class.getName(),
                cloud)
            .redirectErrorStream(true)
            .start();
    String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (program.waitFor() != 0) {
      throw new AssertionError(printed);
    }
    return printed;
  }

  private static String run(String tool, String... arguments) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    int code = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments);
    if (code != 0) {
      throw new AssertionError(tool + ": " + printed);
    }
    return printed.toString();
  }

  private static long megabytes(Path image) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(image)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    for (String jar : CLASS_PATH.split(File.pathSeparator)) {
      bytes += Files.size(Path.of(jar));
    }
    return bytes / 1_000_000;
  }
}
