package dev.roster.cli.commands.sync;

import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.options.DurationConverter;
import dev.roster.reconcile.SourceTrust;
import dev.roster.sync.SyncRunBuilder;
import java.time.Duration;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a source must be like before its removals are made; a plan that was kept has no source. */
final class SourceGuards {

  @Option(
      names = "--max-shrinkage",
      paramLabel = "SHARE",
      description = "by how much the source may shrink between runs; default: 0.2")
  private double maxShrinkage = SourceTrust.DEFAULT_MAX_SHRINKAGE;

  @Option(
      names = "--quarantine",
      paramLabel = "TIME",
      description = "how long a removal is due before it is made, 0 for at once; default: 24h")
  private String quarantine = "24h";

  SyncRunBuilder of(SyncRunBuilder builder) {
    return GuardOptions.checked(
        () ->
            builder
                .trust(SourceTrust.defaults().withMaxShrinkage(maxShrinkage))
                .quarantine(quarantine()));
  }

  private Duration quarantine() {
    try {
      return quarantine.matches("0[a-z]*")
          ? Duration.ZERO
          : new DurationConverter().convert(quarantine);
    } catch (TypeConversionException malformed) {
      throw new UsageException("--quarantine " + malformed.getMessage());
    }
  }
}
