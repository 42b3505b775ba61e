#!/usr/bin/env bash
# 200 pairs through examples/spark_batch.py with two workers, byte for byte those of a plain run.
#
#     tests/spark/run.sh [BINARY]      default: target/release/storydiff, else target/debug/storydiff
#
# Needs Java 17 and pyspark, pandas and pyarrow; without them it says so and is passed over, but fails under CI.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
python=${PYTHON:-python3}
test=spark
. "$root/tests/tools.sh"
binary=$(binary "$@")
[ -n "$binary" ] || skip 'storydiff is not built'
command -v java >/dev/null || skip 'java is missing'
"$python" -c 'import pyspark, pandas, pyarrow' 2>/dev/null || skip 'pyspark, pandas or pyarrow is missing'

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$python" "$root/benches/pairs.py" 200 > "$folder/pairs.jsonl"
# A fault among them, whose answer must keep its place as well.
sed -i '17s/.*/no record/' "$folder/pairs.jsonl"
"$binary" batch --quiet --encoder none "$folder/pairs.jsonl" > "$folder/plain.jsonl"
PYSPARK_PYTHON=$python "$python" "$root/examples/spark_batch.py" "$folder/pairs.jsonl" "$folder/spark" \
    --binary "$binary" --master 'local[2]' --partitions 4 --encoder none 2> "$folder/log" ||
    { tail -40 "$folder/log" >&2; exit 1; }
cat "$folder"/spark/part-* > "$folder/spark.jsonl"
[ "$(wc -l < "$folder/plain.jsonl")" -eq 200 ]
[ "$(grep -c '"error"' "$folder/plain.jsonl")" -eq 1 ]
cmp "$folder/plain.jsonl" "$folder/spark.jsonl"
echo 'spark: 200 answers, byte for byte those of a plain run'
