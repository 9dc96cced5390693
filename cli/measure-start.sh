#!/bin/sh
# Measures how long roster takes to start, beside the AWS command line, on the same local server:
# wall and processor time of a whole process, the median of RUNS (default 15). Needs mvn package
# before, python3, and the command aws. Prints the table of docs/cli.md.
#
#   cli/measure-start.sh [RUNS]
here=$(cd "$(dirname "$0")" && pwd -P)
home=${ROSTER_HOME:-$here/target/roster}
exec python3 - "$home" "$here" "${1:-15}" << 'PYTHON'
import os, pathlib, re, resource, statistics, subprocess, sys, tempfile, time

home, here, runs = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
roster, archive = home / "bin/roster", home / "lib/roster.jsa"
store, group = "d-1234567890", "fa4e0002-0000-4000-8000-000000000002"
team = (here / "src/main/resources/dev/roster/cli/commands/tools/demo-team.json").read_text()
seed = pathlib.Path(tempfile.mkdtemp()) / "team.json"
seed.write_text(team.replace("STORE", store))
server = subprocess.Popen(
    [roster, "emulator", "--port", "0", "--seed", seed], stdout=subprocess.PIPE, text=True)
environment = dict(os.environ, AWS_REGION="eu-west-1", AWS_DEFAULT_REGION="eu-west-1")
for line in server.stdout:
    if line.strip() == "ready":
        break
    name, _, value = line.removeprefix("export ").strip().partition("=")
    if name.startswith("AWS_") or "aws://" in value:
        environment[name] = value.strip("'")
port = re.search("%3A([0-9]+)", environment["ROSTER_URI"]).group(1)
environment["AWS_ENDPOINT_URL_IDENTITYSTORE"] = "http://127.0.0.1:" + port

def measured(command):
    walls, times = [], []
    for _ in range(runs + 1):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        walls.append(time.monotonic() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(walls[1:]), statistics.median(times[1:])

def row(name, command):
    wall, cpu = measured([str(word) for word in command])
    print("| %s | %.2f s | %.2f s |" % (name, wall, cpu), flush=True)
    return wall, cpu

try:
    print("| command | wall | processor |\n| --- | --- | --- |")
    listing = [roster, "member", "list", group, "--ids-only"]
    row("`roster --help`", [roster, "--help"])
    ours = row("`roster member list ID --ids-only`", listing)
    row("`roster member list Engineers`, with names", [roster, "member", "list", "Engineers"])
    theirs = row("`aws identitystore list-group-memberships`",
        ["aws", "identitystore", "list-group-memberships",
         "--identity-store-id", store, "--group-id", group])
    hidden = archive.rename(archive.with_suffix(".off"))
    try:
        row("`roster --help`, without the archive", [roster, "--help"])
        row("`roster member list ID --ids-only`, without the archive", listing)
    finally:
        hidden.rename(archive)
    print("\naws / roster: wall %.2f, processor %.2f; load %.1f"
          % (theirs[0] / ours[0], theirs[1] / ours[1], os.getloadavg()[0]))
finally:
    server.terminate()
PYTHON
