# Sourced by the run.sh of tests that need more than cargo: which binary is tried, and what happens where a tool is missing.

# The binary that is named, else the one that is built.
binary() {
    local built named=${1:+$(realpath "$1")}
    for built in release debug; do
        [ -n "$named" ] || [ ! -x "$root/target/$built/storydiff" ] || named=$root/target/$built/storydiff
    done
    echo "$named"
}

# Says what is missing; the test is passed over, but fails under CI.
skip() {
    echo "$test: $*" >&2
    if [ -n "${CI:-}" ]; then exit 1; fi
    echo "$test: passed over" >&2
    exit 0
}
