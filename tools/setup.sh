# What tools/run and tools/test share: finding what is missing, installing it, building. Sourced, not run.
# shellcheck shell=bash disable=SC2154
# The caller sets root, the folder of the clone.

# The SDK aborts on a machine without ICU; nothing here needs it.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 3
}

# The toolchains are asked for, never installed: which .NET and Node a machine has is its owner's choice.
require_toolchains() {
  command -v dotnet >/dev/null || fail "the .NET SDK 10 is not on PATH; install it, then run this again"
  local sdk
  sdk=$(cd "$root" && dotnet --version 2>/dev/null) || fail "no .NET SDK 10 was found (dotnet --list-sdks: $(dotnet --list-sdks | tr '\n' ' ')); install it, then run this again"
  [[ "$sdk" == 10.* ]] || fail "found .NET SDK $sdk; SDK 10 is needed"
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    fail "Node 20 with npm is not on PATH; install it, then run this again"
  fi
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  ((major >= 20)) || fail "found Node $(node --version); Node 20 or newer is needed"
}

# The folder of the newest PostgreSQL from 15 on that can make a PostGIS database, or nothing.
postgres_bin() {
  local bin share
  for bin in $(compgen -G '/usr/lib/postgresql/*/bin' | sort -rV); do
    [[ -x "$bin/initdb" && -x "$bin/pg_ctl" ]] || continue
    share=$("$bin/pg_config" --sharedir 2>/dev/null || echo "/usr/share/postgresql/$(basename "$(dirname "$bin")")")
    if [[ "$(basename "$(dirname "$bin")")" -ge 15 && -f "$share/extension/postgis.control" ]]; then
      echo "$bin"
      return
    fi
  done
}

# Installs Debian packages that are not there yet; says exactly which ones where it may not.
ensure_packages() {
  local missing=() package as=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  ((${#missing[@]} == 0)) && return

  if ! command -v apt-get >/dev/null; then
    fail "missing: ${missing[*]}. This is not a Debian system; install PostgreSQL 15 with PostGIS 3.3 (and Chromium for the tests), then run this again"
  fi
  if (($(id -u) != 0)); then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      as=(sudo)
    elif command -v sudo >/dev/null && [[ -t 0 ]]; then
      say "Installing ${missing[*]} needs sudo."
      as=(sudo)
    else
      fail "missing packages. Ask somebody with root to run:  apt-get install ${missing[*]}"
    fi
  fi

  say "Installing ${missing[*]}"
  # Debian would make and start a cluster of its own on port 5432; ours is private, so none is asked for.
  # A machine that has PostgreSQL already keeps whatever it has.
  if [[ ! -e /etc/postgresql-common/createcluster.conf ]]; then
    "${as[@]}" mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | "${as[@]}" tee /etc/postgresql-common/createcluster.conf >/dev/null
  fi
  local log
  log=$(mktemp)
  if ! { "${as[@]}" apt-get update -q &&
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "apt-get could not install ${missing[*]} (the whole log: $log)"
  fi
  rm -f "$log"
}

ensure_postgis() {
  [[ -n "$(postgres_bin)" ]] || ensure_packages postgresql-15 postgresql-15-postgis-3
}

# Whether anything below the given folders is newer than a stamp file. Build outputs do not count.
newer_than() {
  local stamp=$1
  shift
  [[ -e "$stamp" ]] || return 0
  [[ -n "$(find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -newer "$stamp" -print -quit 2>/dev/null)" ]]
}

# Runs a command whose output matters only when it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  if ((status != 0)); then
    cat "$log" >&2
    printf 'error: failed: %s\n' "$*" >&2
  fi
  rm -f "$log"
  return "$status"
}

build_console() {
  local console="$root/src/web"
  if newer_than "$console/node_modules/.installed" "$console/package-lock.json"; then
    say "Fetching the console's packages"
    quietly npm --prefix "$console" ci --no-audit --no-fund
    touch "$console/node_modules/.installed"
  fi
  if newer_than "$console/dist/.built" "$console" "$root/data/contracts"; then
    say "Building the console"
    quietly npm --prefix "$console" run build
    touch "$console/dist/.built"
  fi
}

# Where the private cluster of this clone lives: two clones never share one.
private_home() {
  local id base
  id=$(printf '%s' "$root" | cksum | cut -d' ' -f1)
  if (($(id -u) == 0)); then base=/var/lib/neighbor-gis; else base=${XDG_DATA_HOME:-$HOME/.local/share}/neighbor-gis; fi
  echo "$base/$id"
}
