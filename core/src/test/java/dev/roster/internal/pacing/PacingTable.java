package dev.roster.internal.pacing;

import static dev.roster.internal.pacing.PacingRaces.mean;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** One law's column in the tables of docs/decisions/adaptive-pacing.md. */
final class PacingTable {

  private static final int RUNS = 20;
  private static final int RARE_RUNS = 5;
  private static final int FIRST_SEED = 4_000;
  private static final int CELLS = 600;

  private final DoubleFunction<SimulatedLimiter> limiters;
  private final PacingRaces races;
  private final Map<String, String> rows = new LinkedHashMap<>();

  private PacingTable(DoubleFunction<SimulatedLimiter> limiters) {
    this.limiters = limiters;
    this.races = new PacingRaces(() -> limiters.apply(Double.POSITIVE_INFINITY), FIRST_SEED);
  }

  /** What is measured, and what the law came to. */
  static Map<String, String> of(DoubleFunction<SimulatedLimiter> limiters) {
    PacingTable table = new PacingTable(limiters);
    table.races();
    table.recoveries();
    table.matrix();
    return table.rows;
  }

  private void races() {
    List<List<PacingSimulation>> plain = ofClients(0);
    row(
        "500 calls a client, 16 threads: wall over the least",
        "%.3f",
        plain,
        PacingRaces::wallRatio);
    row("throttled, %", "%.1f", plain, PacingSimulation::throttledPercent);
    row("slowest call, s", "%.1f", plain, PacingRaces::slowest);
    row("equality of shares (Jain), first 90 s", "%.3f", plain, PacingTable::equality);
    row("4 % at random: throttled, %", "%.1f", ofClients(0.04), PacingSimulation::throttledPercent);
    coldRaces();
    rows.put(
        "two beside two of the AWS SDK: part of an equal share",
        text("%.2f", mean(races.runs(RUNS, races::besideAws), PacingRaces::shareBesideAws)));
  }

  private void coldRaces() {
    List<List<PacingSimulation>> cold = new ArrayList<>();
    for (int clients : new int[] {1, 4, 8}) {
      cold.add(races.runs(RUNS, seed -> races.coldRace(clients, seed)));
    }
    row(
        "cold processes that begin at once: wall over the least",
        "%.3f",
        cold,
        PacingRaces::wallRatio);
    row("cold: throttled, %", "%.1f", cold, PacingSimulation::throttledPercent);
    row(
        "cold: equality (Jain) when the first had done all",
        "%.3f",
        cold,
        PacingRaces::fairnessAtFirstEnd);
  }

  private List<List<PacingSimulation>> ofClients(double unlucky) {
    List<List<PacingSimulation>> runs = new ArrayList<>();
    for (int clients : new int[] {1, 4, 8}) {
      runs.add(races.runs(RUNS, seed -> races.race(clients, seed, unlucky)));
    }
    return runs;
  }

  private void row(
      String name,
      String format,
      List<List<PacingSimulation>> runs,
      ToDoubleFunction<PacingSimulation> of) {
    List<String> means = runs.stream().map(some -> text(format, mean(some, of))).toList();
    rows.put(name + " (1 / 4 / 8 clients)", String.join(" / ", means));
  }

  private void recoveries() {
    outage(20, 40, 8);
    outage(1000, 200, 8);
    outage(20, 40, 300);
    List<PacingSimulation> rose =
        races.runs(RARE_RUNS, seed -> races.fellAndRose(seed, 100, 40, 1));
    rows.put(
        "100, 20, 100 calls/s for 20 s each: used in the last 20 s",
        text("%.2f", mean(rose, run -> run.acceptedBetween(40, 60) / 2000.0)));
    rows.put(
        "the same, in the minute from 10 s after the rise",
        text("%.2f", mean(rose, run -> run.acceptedBetween(50, 110) / 6000.0)));
  }

  private void outage(double rate, double burst, double seconds) {
    List<PacingSimulation> runs =
        races.runs(RARE_RUNS, seed -> races.outage(seed, rate, burst, seconds));
    double from = 70 + seconds;
    rows.put(
        "%.0f s of full throttling, %.0f calls/s: used in the minute from 10 s after"
            .formatted(seconds, rate),
        text("%.2f", mean(runs, run -> run.acceptedBetween(from, from + 60) / (60 * rate))));
  }

  /** Cells drawn at random; without a ceiling, which the AWS SDK's law does not have. */
  private void matrix() {
    List<PacingCell> cells = new ArrayList<>(PacingCell.all());
    cells.removeIf(cell -> cell.extra() == PacingCell.Extra.CEILING);
    Collections.shuffle(cells, new Random(FIRST_SEED));
    List<String> missed =
        cells.subList(0, CELLS).parallelStream()
            .flatMap(cell -> PacingBounds.missed(cell, cell.run(limiters, FIRST_SEED)).stream())
            .toList();
    for (String bound : List.of("lost", "used", "equal")) {
      rows.put(
          "cells of %d, one run each, outside of the bound: %s".formatted(CELLS, bound),
          "" + Collections.frequency(missed, bound));
    }
  }

  private static double equality(PacingSimulation run) {
    return PacingSimulation.fairness(run.processes(), 0, 90);
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
