#!/usr/bin/env bash
# storydiff beside what people would use instead, on the same gold pairs in one run: time (hyperfine), and links.
#
#     benches/peers/run.sh [FOLDER]    FOLDER, a scratch place for what is installed, default: target/peers
#
# Needs python3 with venv, wdiff, dwdiff and hyperfine (Debian: apt-get install wdiff dwdiff hyperfine), and a release build.
# Writes links.md, times.md and times.json into FOLDER.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=${1:-$root/target/peers}
storydiff=${STORYDIFF:-$root/target/release/storydiff}
mkdir -p "$folder"
for tool in wdiff dwdiff hyperfine; do
    command -v "$tool" >/dev/null || { echo "peers: $tool is missing" >&2; exit 2; }
done
[ -x "$storydiff" ] || { echo 'peers: cargo build --release comes first' >&2; exit 2; }
python=$folder/python/bin/python
if ! "$python" -c 'import prosediff, redlines, collatex, cite_right' 2>/dev/null; then
    python3 -m venv "$folder/python"
    "$python" -m pip install --quiet -r "$here/requirements.txt"
fi

fixtures=$root/fixtures
stories=$(find "$fixtures" -name gold.json | wc -l)
"$python" "$root/benches/pairs.py" "$stories" > "$folder/pairs.jsonl"

peers='wdiff dwdiff redlines cite_right prosediff collatex'
found=()
for encoder in embedded none; do
    "$storydiff" batch --quiet --encoder "$encoder" "$folder/pairs.jsonl" > "$folder/storydiff-$encoder.jsonl"
done
found+=("storydiff=$folder/storydiff-embedded.jsonl" "storydiff --encoder none=$folder/storydiff-none.jsonl")
for peer in $peers; do
    "$python" "$here/links.py" "$peer" "$fixtures" > "$folder/$peer.jsonl"
    found+=("$peer=$folder/$peer.jsonl")
done
"$python" "$here/score.py" "$fixtures" "${found[@]}" | tee "$folder/links.md"

# All pairs with each, one core; what a program does once (starting, importing) is part of it, as it is for who calls it.
one="taskset -c 0"
commands=(-n storydiff "$one $storydiff batch --quiet --jobs 1 $folder/pairs.jsonl"
    -n 'storydiff --encoder none' "$one $storydiff batch --quiet --jobs 1 --encoder none $folder/pairs.jsonl")
for peer in wdiff dwdiff; do
    commands+=(-n "$peer" "for gold in $fixtures/*/gold.json; do cd \$(dirname \$gold) && $one $peer left.txt right.txt; done; true")
done
for peer in redlines cite_right prosediff collatex; do
    commands+=(-n "$peer" "$one $python $here/links.py $peer $fixtures")
done
hyperfine --warmup 1 --runs "${RUNS:-5}" --export-markdown "$folder/times.md" --export-json "$folder/times.json" "${commands[@]}"
