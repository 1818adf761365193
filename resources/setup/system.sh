#!/usr/bin/env bash
# Installs the Debian packages that are missing, and asks for root only when something is.
#
# usage: system.sh run | test
#
# A word is one package, or names of one package on different releases joined by "|"; the first
# that the system knows is taken. Debian 13 renamed some libraries to <name>t64: tried by itself.
set -euo pipefail

python=(python3 python3-venv)

# PySide6's wheels bring Qt, but take these from the system.
qt_offscreen=(libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0
  libxkbcommon0 libbrotli1 libgssapi-krb5-2)
qt_x11=(libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
  libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0)
qt_wayland=(libwayland-client0 libwayland-cursor0 libwayland-egl1)

# A real database, a serial cable, foreign Modbus and QR readers, and a display nobody looks at.
peers=(postgresql socat "libmodbus5|libmodbus6" libzbar0 poppler-utils xvfb xauth fonts-dejavu-core)

say() { printf '%s\n' "$*" >&2; }

case "${1:-}" in
  run) wanted=("${python[@]}" "${qt_offscreen[@]}" "${qt_x11[@]}" "${qt_wayland[@]}") ;;
  test) wanted=("${python[@]}" "${qt_offscreen[@]}" "${qt_x11[@]}" "${qt_wayland[@]}" "${peers[@]}") ;;
  *) say "usage: system.sh run | test"; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null; then
  say "Not a Debian system: install the counterparts of these yourself: ${wanted[*]}"
  exit 0
fi

# One call for all: asking dpkg for each would cost every start half a second.
declare -A installed=()
while read -r state name; do
  if [ "$state" = ii ]; then installed[$name]=yes; fi
done <<<"$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n')"

is_offered() { apt-cache show "$1" >/dev/null 2>&1; }

any_installed() {
  local name
  for name in ${1//|/ }; do
    if [ -n "${installed[$name]:-}${installed[${name}t64]:-}" ]; then return 0; fi
  done
  return 1
}

first_offered() {
  local name
  for name in ${1//|/ }; do
    if is_offered "$name"; then echo "$name"; return; fi
    if is_offered "${name}t64"; then echo "${name}t64"; return; fi
  done
}

missing=()
for word in "${wanted[@]}"; do
  any_installed "$word" || missing+=("$word")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=(env)
elif command -v sudo >/dev/null; then
  as_root=(sudo env)
else
  say "These Debian packages are missing: ${missing[*]//|*/}"
  say "Install them as root, or install sudo, and start again:"
  say "  apt-get update && apt-get install --no-install-recommends ${missing[*]//|*/}"
  exit 1
fi

say "Installing what is missing: ${missing[*]//|*/}"
"${as_root[@]}" DEBIAN_FRONTEND=noninteractive apt-get update -q </dev/null

names=()
for word in "${missing[@]}"; do
  name=$(first_offered "$word")
  if [ -n "$name" ]; then names+=("$name"); else say "This system does not offer $word; going on without."; fi
done
[ ${#names[@]} -eq 0 ] ||
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "${names[@]}" </dev/null
