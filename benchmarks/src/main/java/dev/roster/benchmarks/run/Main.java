package dev.roster.benchmarks.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Runs all parts, or those that are named, prints their tables and writes them into the page. */
public final class Main {

  private static final Path DOCUMENTS = Path.of("docs");
  private static final String ROUNDS = "--rounds=";
  private static final String PRINT_ONLY = "--print-only";

  private static final List<Part> PARTS =
      List.of(
          new ThrottlePart(),
          new ProcessesPart(),
          new LimitChangePart(),
          new PriorityPart(),
          new ReconcilePart(),
          new MatrixPart(),
          new CostPart(),
          new ListingPart(),
          new StartUpPart(),
          new JarsPart());

  private Main() {}

  /** Arguments: names of parts; {@code --rounds=N}; {@code --print-only} leaves the page alone. */
  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>(List.of(arguments));
    if (names.contains("--help")) {
      System.out.println(usage());
      return;
    }
    boolean writing = !names.remove(PRINT_ONLY);
    OptionalInt rounds = rounds(names);
    for (Part part : chosen(names)) {
      run(part, rounds.orElse(part.usualRounds()), writing);
    }
  }

  private static void run(Part part, int rounds, boolean writing) throws Exception {
    System.out.println("## " + part.name());
    Results results = part.measure(rounds);
    System.out.println(results.tables());
    if (writing) {
      new Page(DOCUMENTS.resolve("performance.md")).write(part.name(), results);
    }
  }

  private static String usage() {
    return "benchmarks/run.sh [%sN] [%s] [%s]..."
        .formatted(
            ROUNDS, PRINT_ONLY, PARTS.stream().map(Part::name).collect(Collectors.joining("|")));
  }

  private static OptionalInt rounds(List<String> names) {
    OptionalInt rounds =
        names.stream()
            .filter(name -> name.startsWith(ROUNDS))
            .mapToInt(name -> Integer.parseInt(name.substring(ROUNDS.length())))
            .findFirst();
    names.removeIf(name -> name.startsWith(ROUNDS));
    return rounds;
  }

  private static List<Part> chosen(List<String> names) {
    List<Part> parts =
        PARTS.stream().filter(part -> names.isEmpty() || names.contains(part.name())).toList();
    if (parts.size() < names.size()) {
      throw new IllegalArgumentException("unknown part among " + names + ": " + usage());
    }
    return parts;
  }
}
