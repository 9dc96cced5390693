package dev.roster.cli.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed: start scripts, completions, the Debian package, the container. */
class DistributionIT {

  private static final Path BIN = ProcessRun.HOME.resolve("bin");
  private static final Path COMPLETION = ProcessRun.HOME.resolve("completion").toAbsolutePath();
  private static final Path PACKAGE = ProcessRun.HOME.resolveSibling("roster.deb").toAbsolutePath();
  private static final Pattern OPTION = Pattern.compile("(?<= )-(?:X|Dj|Dh)[^ ]+");
  private static final Pattern COPIED = Pattern.compile("(?m)^COPY (\\S+) (\\S+)$");

  /** Each byte by its number: a test whose own locale is none cannot write them. */
  private static final String NAME = "\"$(printf '\\303\\211quipe')\"";

  @TempDir private Path directory;

  @BeforeAll
  static void thereIsADistribution() {
    assumeTrue(Files.isExecutable(ProcessRun.SCRIPT), "built by 'mvn package'");
  }

  private static void assumeInstalled(String tool) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    boolean installed =
        Stream.of(path.split(File.pathSeparator, -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    assumeTrue(installed, tool + " is not installed");
  }

  private static String shell(String script) throws Exception {
    return shell(Map.of(), script);
  }

  private static String shell(Map<String, String> variables, String script) throws Exception {
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = ProcessRun.start(cloud, variables, List.of("sh", "-c", "set -e; " + script)).end();
      assertThat(run.exitCode()).as(run.all()).isZero();
      return run.out();
    }
  }

  private static List<String> options(String script) {
    return OPTION
        .matcher(script)
        .results()
        .map(MatchResult::group)
        .filter(option -> !option.contains("SharedArchiveFile"))
        .toList();
  }

  /** The one for Windows is not run here: no more can be shown than that it says the same. */
  @Test
  void aFileThatIsLargerThanTheMemoryIsSaidInWords() throws Exception {
    Path file = directory.resolve("members.csv");
    Files.write(file, new byte[40_000_000]);
    Map<String, String> little = Map.of("ROSTER_JAVA_OPTIONS", "-Xmx24m");
    String plan = ProcessRun.SCRIPT + " plan '" + file + "' 2>&1 || echo \"code $?\"";
    assertThat(shell(little, plan))
        .startsWith("roster: there is not enough memory")
        .endsWith("\ncode 1\n")
        .doesNotContain("Exception in thread");
  }

  @Test
  void namesAreReadAsTheyAreWrittenWithoutALocaleAsInCron() throws Exception {
    String create = ProcessRun.SCRIPT + " group create " + NAME + "; ";
    String find = ProcessRun.SCRIPT + " group find " + NAME + " -o json";
    for (String locale : List.of("", "C", "POSIX")) {
      Map<String, String> cron = Map.of("LANG", locale, "LC_ALL", locale, "LC_CTYPE", "");
      assertThat(shell(cron, create + find)).contains("\"group_name\":\"\u00c9quipe\"");
    }
  }

  @Test
  void theScriptForWindowsStartsTheSameProgram() throws IOException {
    String unix = Files.readString(BIN.resolve("roster"), UTF_8);
    String windows = Files.readString(BIN.resolve("roster.cmd"), UTF_8);
    assertThat(options(windows)).isEqualTo(options(unix)).contains("-XX:TieredStopAtLevel=1");
    for (String fact : List.of("roster-cli.jar", " dev.roster.cli.Main ", "ROSTER_JAVA_OPTIONS")) {
      assertThat(unix).contains(fact);
      assertThat(windows).contains(fact);
    }
    assertThat(windows.replace("\r\n", "")).doesNotContain("\n");
    assertThat(unix + windows).doesNotContainPattern("@[A-Z]+@");
  }

  @Test
  void theDebianPackageHasFilesInTheUsualPlacesOnly() throws Exception {
    assumeInstalled("dpkg-deb");
    String listing = shell("dpkg-deb --contents '%s'".formatted(PACKAGE));
    assertThat(listing.lines().filter(line -> !line.startsWith("d")))
        .hasSizeGreaterThan(40)
        .allMatch(line -> line.contains(" root/root "))
        .allMatch(
            line ->
                line.matches(
                    ".* \\./usr/(bin/roster|share/(roster/(bin/roster(-archive)?|lib/[^/]+\\.jar)"
                        + "|bash-completion/completions/roster|zsh/vendor-completions/_roster"
                        + "|fish/vendor_completions\\.d/roster\\.fish|doc/roster/copyright))"
                        + "( -> \\.\\./share/roster/bin/roster)?"));
    assertThat(shell("dpkg-deb --field '%s' Package Architecture Depends".formatted(PACKAGE)))
        .contains("Package: roster", "Architecture: all", "java17-runtime-headless");
  }

  @Test
  void theProgramOfTheDebianPackageRuns() throws Exception {
    assumeInstalled("dpkg-deb");
    Path root = directory.resolve("a root");
    Path control = directory.resolve("control");
    Path archive = root.resolve("usr/share/roster/lib/roster.jsa");
    shell("dpkg-deb -x '%1$s' '%2$s'; dpkg-deb -e '%1$s' '%3$s'".formatted(PACKAGE, root, control));
    String run = "'%s/usr/bin/roster' member list Engineers".formatted(root);
    assertThat(shell(run)).contains("ada", "edsger");

    Map<String, String> unpacked = Map.of("DPKG_ROOT", root.toString());
    shell(unpacked, "'%s/postinst' configure".formatted(control));
    assertThat(archive).isNotEmptyFile();
    assertThat(shell(run)).contains("ada", "edsger");
    shell(unpacked, "'%s/prerm' remove".formatted(control));
    assertThat(archive).doesNotExist();
    assertThat(Files.readString(control.resolve("triggers"))).contains("/usr/lib/jvm");
  }

  /** It is not built here, where nothing builds containers: what it names is there. */
  @Test
  void theContainerHasWhatItsFileNames() throws IOException {
    String file = Files.readString(Path.of("Containerfile"));
    assertThat(file).contains("/bin/roster-archive", "ENTRYPOINT [\"roster\"]");
    List<MatchResult> copies = COPIED.matcher(file).results().toList();
    assertThat(copies).hasSize(1);
    Path source = Path.of(copies.get(0).group(1));
    String target = copies.get(0).group(2);
    assertThat(source.toRealPath()).isEqualTo(ProcessRun.HOME.toRealPath());
    List<String> used =
        Pattern.compile(Pattern.quote(target) + "(/bin/[a-z-]+)")
            .matcher(file)
            .results()
            .map(each -> each.group(1))
            .toList();
    assertThat(used)
        .contains("/bin/roster", "/bin/roster-archive")
        .allSatisfy(each -> assertThat(Path.of(source + each)).isExecutable());
  }

  @Test
  void theFishCompletionCompletes() throws Exception {
    assumeInstalled("fish");
    assertThat(fish("roster mem")).startsWith("member\t");
    assertThat(fish("roster member a")).startsWith("add\t");
    assertThat(fish("roster member add --dr")).startsWith("--dry-run\t");
    assertThat(fish("roster -o action")).startsWith("action-csv");
    assertThat(fish("roster completion z")).startsWith("zsh");
    Files.createFile(directory.resolve("members.csv"));
    assertThat(fish("roster sync mem")).startsWith("members.csv");
    assertThat(fish("roster member list mem")).isEmpty();
  }

  private String fish(String typed) throws Exception {
    String complete = "cd '%s'; fish --no-config -c \"source '%s/roster.fish'; complete -C '%s'\"";
    return shell(complete.formatted(directory, COMPLETION, typed));
  }

  /** Found by compinit where the Debian package has it, and sourced as the help says. */
  @Test
  void theZshCompletionCompletes() throws Exception {
    assumeInstalled("zsh");
    Path share = Files.createDirectories(directory.resolve("share/bash-completion/completions"));
    Path functions = Files.createDirectories(directory.resolve("share/zsh/vendor-completions"));
    Files.copy(COMPLETION.resolve("roster.bash"), share.resolve("roster"));
    Files.copy(Path.of("src/main/dist/zsh/_roster"), functions.resolve("_roster"));
    String sourced = COMPLETION.resolve("roster.zsh").toString();
    assertThat(zsh(functions, "", "mem")).containsExactly("member");
    assertThat(zsh(functions, "", "member add --dr")).containsExactly("--dry-run");
    assertThat(zsh(share, sourced, "mem")).containsExactly("member");
  }

  /** What zsh would offer: it leaves out what does not begin with what was typed. */
  private Stream<String> zsh(Path functions, String sourced, String typed) throws Exception {
    Path script = directory.resolve("complete.zsh");
    Files.writeString(
        script,
        """
        fpath=("$1" $fpath)
        autoload -U +X compinit && compinit -u -D
        [ -n "$2" ] && source "$2"
        compadd() { print -rl -- ${(M)matches:#$PREFIX*} }
        words=("${@:3}") CURRENT=$#words PREFIX=$words[-1]
        eval "${_comps[roster]}"
        """);
    return shell("zsh -f '%s' '%s' '%s' roster %s".formatted(script, functions, sourced, typed))
        .lines()
        .distinct();
  }
}
