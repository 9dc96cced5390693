#!/bin/sh
# Measures a sync of 5,000 rows by user name into 40 groups, half of which is there, on a local
# server that takes RATE calls a second (default 50) after a burst of as many. The wall of the whole
# process is compared with the least that the calls can take: those beyond the burst, by the rate.
# Prints a table; the ratio is to be 1.05 at the most. Needs mvn package before, and python3.
#
#   cli/measure-sync.sh [RATE [RUNS]]
here=$(cd "$(dirname "$0")" && pwd -P)
home=${ROSTER_HOME:-$here/target/roster}
exec python3 - "$home" "${1:-50}" "${2:-1}" << 'PYTHON'
import json, os, pathlib, re, statistics, subprocess, sys, tempfile, time

home, rate, runs = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
roster, work = home / "bin/roster", pathlib.Path(tempfile.mkdtemp(prefix="roster-sync"))
store, rows, groups, page = "d-1234567890", 5000, 40, 100
least_calls = rows // page + 1 + groups + rows // 2
least = (least_calls - rate) / rate

def identifier(kind, number):
    return "fa4e%04d-0000-4000-8000-%012d" % (kind, number)

def entry(kind, key, number, attributes):
    return {key: identifier(kind, number), "attributes": attributes}

def write_seed():
    users = [entry(3, "userId", row, {"userName": "user-%d" % row}) for row in range(rows)]
    teams = [entry(2, "groupId", group, {"displayName": "group-%d" % group}) for group in range(groups)]
    there = [{"membershipId": identifier(1, row), "groupId": identifier(2, row // 2 % groups),
              "userId": identifier(3, row)} for row in range(0, rows, 2)]
    document = {"stores": [{"identityStoreId": store, "users": users, "groups": teams,
                            "memberships": there}]}
    (work / "seed.json").write_text(json.dumps(document))
    lines = ["group-%d,user-%d" % (row // 2 % groups, row) for row in range(rows)]
    (work / "members.csv").write_text("group,user\n" + "\n".join(lines) + "\n")

def started():
    command = [roster, "emulator", "--port", "0", "--seed", work / "seed.json", "--throttle", str(rate)]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    environment, uris = dict(os.environ), {}
    for line in server.stdout:
        if line.strip() == "ready":
            return server, environment, uris
        name, _, value = line.removeprefix("export ").strip().partition("=")
        value = value.strip("'")
        if name == "ROSTER_URI":
            uris[value.split(":")[0]] = value
        elif line.startswith("export "):
            environment[name] = value
    raise SystemExit("the emulator did not start")

def measured(cloud, options):
    server, environment, uris = started()
    try:
        state = tempfile.mkdtemp(dir=work)
        environment.update(ROSTER_URI=uris[cloud], ROSTER_STATE=state)
        command = [roster, "sync", work / "members.csv", "--yes", "-v", "-o", "csv"] + options
        start = time.monotonic()
        run = subprocess.run(command, env=environment, capture_output=True, text=True)
        wall = time.monotonic() - start
    finally:
        server.terminate()
        server.wait()
    if run.returncode or run.stdout.count(",created,") != rows // 2:
        raise SystemExit("the sync failed: " + run.stderr[-2000:])
    attempts = re.findall(r"^call .*, attempt \d+: (\w+)", run.stderr, re.M)
    return wall, attempts.count("ok"), attempts.count("THROTTLED")

write_seed()
print("least possible: (%d calls - a burst of %d) / %d a second = %.1f s" % (least_calls, rate, rate, least))
print("| cloud | option | calls | throttled | wall | wall / least |\n| --- | --- | --- | --- | --- | --- |")
for cloud in ("aws", "huawei"):
    for options in ([], ["--rate", str(rate)]):
        taken = [measured(cloud, options) for _ in range(runs)]
        wall = statistics.median(each[0] for each in taken)
        print("| %s | %s | %d | %d | %.1f s | %.3f |" % (cloud, " ".join(options) or "none",
            taken[-1][1], taken[-1][2], wall, wall / least), flush=True)
print("load %.1f" % os.getloadavg()[0])
PYTHON
