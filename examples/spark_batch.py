#!/usr/bin/env python3
"""Compare a table of pairs on a Spark cluster: each worker pipes its rows through `storydiff batch`.

    pip install pyspark pandas pyarrow
    python3 examples/spark_batch.py pairs.jsonl reports/ --binary /opt/storydiff [--master local[2]]

`pairs.jsonl` has the records of `storydiff batch` (docs/json.md), one a line; any table with a text column `record`
will do, see `compare`. `reports/` gets Spark's part files, whose lines are the answers. storydiff must stand under the
same path on every worker (or be sent along: `spark.sparkContext.addFile`).

Nothing here knows articles or verdicts: the program is the same that runs on one machine, and so are its bytes.
"""

import argparse
import itertools
import subprocess
import threading

import pandas
from pyspark.sql import DataFrame, SparkSession

# Rows that are handed back to Spark together.
ROWS = 256


def answers(command, frames):
    """The answer to each row of an iterator of pandas frames with `number` and `record`, in order.

    One process serves a whole partition, so that the encoder is set up once. It answers in order, one line for one, so
    the numbers need only be kept in a queue.
    """
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    numbers, trouble = [], []

    def feed():
        try:
            for frame in frames:
                for number, record in zip(frame["number"], frame["record"]):
                    numbers.append(number)
                    # storydiff passes blank lines over; they would shift the answers.
                    line = " ".join(record.split("\n")).strip() or "{}"
                    process.stdin.write(line.encode() + b"\n")
        except Exception as error:  # told below, where Spark hears it
            trouble.append(error)
        finally:
            process.stdin.close()

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    lines = enumerate(process.stdout)
    while chunk := list(itertools.islice(lines, ROWS)):
        yield pandas.DataFrame(
            {
                "number": [numbers[at] for at, _ in chunk],
                "answer": [line.decode().rstrip("\n") for _, line in chunk],
            }
        )
    feeder.join()
    if trouble:
        raise trouble[0]
    if process.wait() != 0:
        raise RuntimeError(f"{command[0]} ended with status {process.returncode}")


def compare(pairs: DataFrame, binary: str, *options: str) -> DataFrame:
    """A table of `number` and `record` to one of `number` and `answer`."""
    # One core a process: Spark runs as many of them as a worker has cores.
    command = [binary, "batch", "--quiet", "--jobs", "1", *options]
    return pairs.mapInPandas(lambda frames: answers(command, frames), "number long, answer string")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("pairs")
    arguments.add_argument("reports")
    arguments.add_argument("--binary", default="storydiff")
    arguments.add_argument("--master", help="where Spark runs; without it, as spark-submit says")
    arguments.add_argument("--partitions", type=int, default=0)
    arguments.add_argument("--encoder", choices=["embedded", "none"], default="embedded")
    given = arguments.parse_args()

    builder = SparkSession.builder.appName("storydiff")
    # A record may be some megabytes: a batch of the usual 10,000 of them would not fit.
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS)
    builder = builder.master(given.master) if given.master else builder
    spark = builder.getOrCreate()

    # zipWithIndex numbers the lines in their order, so that the answers can be put back into it.
    lines = spark.sparkContext.textFile(given.pairs, max(given.partitions, 1)).zipWithIndex()
    pairs = lines.map(lambda line: (line[1], line[0])).toDF(["number", "record"])
    if given.partitions:
        pairs = pairs.repartition(given.partitions)
    done = compare(pairs, given.binary, "--encoder", given.encoder)
    done.sort("number").select("answer").write.text(given.reports)
    spark.stop()


if __name__ == "__main__":
    main()
