# shellcheck shell=bash
# What the scripts in this folder share: the cache folder, messages, waiting, Debian packages.
# Usage: source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

cache_dir=${GDA_DEV_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/go-docker-action-dev}
mkdir -p "$cache_dir"

say() { printf '%s\n' "$*" >&2; }

die() {
  say "${0##*/}: $*"
  exit 1
}

# wait_for <seconds> <description> <command...>: polls the command until it succeeds.
wait_for() {
  local seconds=$1 description=$2 deadline
  deadline=$((SECONDS + seconds))
  shift 2
  until "$@" >/dev/null 2>&1; do
    if ((SECONDS >= deadline)); then
      say "${0##*/}: $description: not ready after $seconds s"
      return 1
    fi
    sleep 0.2
  done
}

# one_at_a_time <name>: waits while another script of the same name works. Daemons close fd 9.
one_at_a_time() {
  exec 9>"$cache_dir/$1.lock"
  flock 9
}

# with_apt_lists <command...>: runs it, and if it fails once more with fresh package lists.
with_apt_lists() {
  local log=$cache_dir/apt.log
  "$@" >"$log" 2>&1 && return 0
  if ((EUID == 0)); then
    say 'apt: update the package lists'
    apt-get -qq update >"$log" 2>&1 && "$@" >"$log" 2>&1 && return 0
  fi
  tail -n 20 "$log" >&2
  return 1
}

# apt_install <package...>: installs what is missing, on Debian and Ubuntu as root.
apt_install() {
  local package missing=()
  for package in "$@"; do
    if [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
      missing+=("$package")
    fi
  done
  ((${#missing[@]})) || return 0
  if ! command -v apt-get >/dev/null || ((EUID != 0)); then
    die "needs ${missing[*]}: install that, or run this as root on Debian or Ubuntu"
  fi
  say "apt: install ${missing[*]}"
  DEBIAN_FRONTEND=noninteractive with_apt_lists \
    apt-get -q install -y --no-install-recommends "${missing[@]}" || die "could not install ${missing[*]}"
}

# apt_unpack <folder> <package...>: unpacks the distribution's packages into a folder, installing nothing.
apt_unpack() {
  local folder=$1 debs=$1.debs deb
  shift
  command -v apt-get >/dev/null || die "needs $*: fetched from Debian or Ubuntu only"
  rm -rf "$debs"
  mkdir -p "$debs"
  say "apt: fetch $*"
  (cd "$debs" && with_apt_lists apt-get -q -o APT::Sandbox::User= download "$@") || die "could not fetch $*"
  mkdir -p "$folder"
  for deb in "$debs"/*.deb; do dpkg-deb -x "$deb" "$folder"; done
  rm -r "$debs"
}

# os_release <key>: a value of this system's os-release file.
os_release() { (. /etc/os-release && printf '%s' "${!1:-}"); }

# apt_mirror: the address apt gets this distribution's packages from.
apt_mirror() {
  # shellcheck disable=SC2016 # apt-get fills in the $(…)
  apt-get indextargets --format '$(CODENAME) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
    awk -v suite="$(os_release VERSION_CODENAME)" '$1 == suite && $2 == "main" { print $3; exit }'
}

# runs <pid file> <command name>: whether the process of a pid file is alive and is that command.
runs() {
  local pid
  pid=$(cat "$1" 2>/dev/null) && [[ $(cat "/proc/$pid/comm" 2>/dev/null) == "$2" ]]
}

# end <pid file> <command name>: ends that process, if it is the one that was started, and waits for it.
end() {
  local pid
  if runs "$1" "$2"; then
    pid=$(<"$1")
    kill "$pid"
    wait_for 30 "the end of $2" test ! -e "/proc/$pid"
  fi
  rm -f "$1"
}

# engine_answers: whether `docker` reaches an engine within 5 s.
engine_answers() { timeout 5 docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }
