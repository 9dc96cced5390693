package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Java runtime with only the modules that core and one provider need, and the jars beside it. */
class ImageTest {

  private static final String CLASS_PATH =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(
              entry ->
                  entry.endsWith(".jar")
                      && !entry.matches(".*(junit|opentest4j|surefire|apiguardian).*"))
          .collect(Collectors.joining(File.pathSeparator));

  @TempDir Path folder;

  @Test
  void theSmallRuntimeIsEnough() throws Exception {
    Path image = folder.resolve("image");
    run(
        "jlink",
        "--add-modules",
        System.getProperty("image.modules"),
        "--strip-debug",
        "--no-header-files",
        "--no-man-pages",
        "--output",
        image.toString());

    Process program =
        new ProcessBuilder(
                image.resolve("bin/java").toString(),
                "-cp",
                CLASS_PATH,
                "com.example.scenario.BothClouds",
                "huawei")
            .redirectErrorStream(true)
            .start();
    String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, program.waitFor(), printed);
    assertTrue(printed.contains("works on huawei"), printed);
    System.out.println(megabytes(image) + " MB with the jars");
  }

  @Test
  void noJarOfRosterUsesWhatTheJdkKeepsToItself() {
    List<String> arguments =
        new ArrayList<>(
            List.of("--jdk-internals", "--multi-release", "17", "--module-path", CLASS_PATH));
    Arrays.stream(CLASS_PATH.split(File.pathSeparator))
        .filter(jar -> new File(jar).getName().startsWith("roster-"))
        .forEach(arguments::add);
    assertEquals("", run("jdeps", arguments.toArray(new String[0])));
  }

  private static String run(String tool, String... arguments) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed);
    int code = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments);
    assertEquals(0, code, tool + ": " + printed);
    return printed.toString();
  }

  private static long megabytes(Path image) throws Exception {
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
