package dev.roster.benchmarks.run;

import dev.roster.benchmarks.client.ClientKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much each library adds to an application's class path. */
final class JarsPart implements Part {

  private static final double MIB = 1024 * 1024;

  @Override
  public String name() {
    return "jars";
  }

  @Override
  public Results measure(int rounds) throws IOException {
    Table table = new Table("runtime class path", "jars", "MiB");
    for (ClientKind kind : ClientKind.ONE_OF_EACH_CLASS_PATH) {
      table.row(kind.title(), Workshop.jars(kind).size(), "%.1f".formatted(bytes(kind) / MIB));
    }
    double huawei = bytes(ClientKind.ROSTER_HUAWEI) / bytes(ClientKind.HUAWEI_SDK);
    double aws = bytes(ClientKind.ROSTER_AWS) / bytes(ClientKind.AWS_SDK);
    return new Results(targets(huawei, aws), table);
  }

  private static Targets targets(double huawei, double aws) {
    return new Targets()
        .atMost("Roster, Huawei: bytes, of the SDK's", 0.4, huawei)
        .atMost("Roster, AWS: bytes, of the SDK's", 0.65, aws);
  }

  private static double bytes(ClientKind kind) throws IOException {
    double sum = 0;
    for (Path jar : Workshop.jars(kind)) {
      sum += Files.size(jar);
    }
    return sum;
  }
}
