#!/usr/bin/env bash
# Makes .venv hold exactly what requirements.txt pins, each file checked against its hash.
#
# usage: venv.sh          (PYTHON names another interpreter than python3)
set -euo pipefail
cd "$(dirname "$0")/../.."

python=${PYTHON:-python3}
say() { printf '%s\n' "$*" >&2; }

if ! command -v "$python" >/dev/null; then
  say "There is no $python here. Boomgate needs Python 3.11 or newer; PYTHON=/path/to/python3 names one."
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  say "$("$python" -V) is too old: Boomgate needs Python 3.11 or newer (Debian 12 has it)."
  say "PYTHON=/path/to/python3 names another."
  exit 1
fi

say "Preparing .venv from requirements.txt; the first time takes about half a minute."

# A moved checkout or an upgraded Python leaves an environment that cannot start: make it anew.
.venv/bin/python -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear .venv
.venv/bin/python -m pip install --no-input --disable-pip-version-check --quiet \
  --require-hashes --requirement requirements.txt
