#!/usr/bin/env bash
# Installs the foreign programs the tests use that come from npm, where npm is.
#
# Without npm, or without a network at a developer's desk, the tests that need them are listed as
# skipped. In CI (CI=true) an npm that cannot install is an error.
set -euo pipefail
cd "$(dirname "$0")/../../tests/peers"

command -v npm >/dev/null || exit 0
stamp=node_modules/.ready
if [ -e "$stamp" ] && [ ! package-lock.json -nt "$stamp" ]; then exit 0; fi

if npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >&2; then
  touch "$stamp"
elif [ "${CI:-}" = true ]; then
  exit 1
else
  echo "npm could not install tests/peers; the tests that need it will be skipped." >&2
fi
