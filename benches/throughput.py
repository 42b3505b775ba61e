#!/usr/bin/env python3
"""Pairs a second and peak memory of `storydiff batch`: `benches/throughput.py BINARY [PAIRS [MANY [ENCODED]]]`, as a table.

PAIRS (2,000) gold pairs by words alone and ENCODED (as many) with the encoder, by one job and by two; then 100 and MANY (20,000) by words alone,
whose peaks of memory should be the same. Seconds of the processor are told as well: on a machine that others use they
say more than the clock.
"""

import os
import subprocess
import sys
import tempfile
import time


def run(binary, count, *options):
    """Seconds by the clock, seconds of the processor, megabytes."""
    with tempfile.NamedTemporaryFile("w+") as pairs:
        subprocess.run([sys.executable, f"{os.path.dirname(__file__)}/pairs.py", str(count)], stdout=pairs, check=True)
        start = time.monotonic()
        command = [binary, "batch", "--quiet", *options, pairs.name]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        if status:
            sys.exit(f"{command} ended with {status}")
        return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    binary = sys.argv[1]
    given = [int(n) for n in sys.argv[2:]]
    count, many = (given[:2] + [2000, 20000][len(given[:2]) :])
    encoded = given[2] if len(given) > 2 else count
    print("| encoder | jobs | pairs | seconds | pairs a second | processor ms a pair | peak MB |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    rows = [("embedded", jobs, encoded) for jobs in (1, 2)] + [("none", jobs, count) for jobs in (1, 2)]
    rows += [("none", 2, 100), ("none", 2, many)]
    for encoder, jobs, pairs in rows:
        seconds, processor, megabytes = run(binary, pairs, "--encoder", encoder, "--jobs", str(jobs))
        print(
            f"| {encoder} | {jobs} | {pairs:,} | {seconds:.1f} | {pairs / seconds:.1f}"
            f" | {1000 * processor / pairs:.1f} | {megabytes:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
