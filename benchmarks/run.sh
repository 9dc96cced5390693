#!/usr/bin/env bash
# Repeats the measurements of docs/performance.md: all, or the parts that are named, such as
#   benchmarks/run.sh throttle listing
# and writes their tables into that page. `benchmarks/run.sh --help` lists the parts and options.
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -B -q -Pbenchmarks package
target=benchmarks/target
mkdir -p "$target/jmh-classes"
# The annotation processor of JMH is on this class path; javac finds and runs it.
javac -nowarn -implicit:none -d "$target/jmh-classes" \
  -cp "$target/classes:$target/class-paths/jmh/*:$target/class-paths/roster-aws/*" \
  benchmarks/src/main/java/dev/roster/benchmarks/cost/[A-Z]*.java

exec java -Duser.language=en -Duser.country=US -cp "$target/classes" dev.roster.benchmarks.run.Main "$@"
