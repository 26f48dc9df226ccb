#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Roots of other Debian releases, in which the tests run as on a machine of that release.
#
#   debian-root.sh make SUITE PACKAGE...
#     Prints the folder of a root with these packages; makes it first unless there is one (about 1.5 GB, two minutes).
#   debian-root.sh enter ROOT SOURCE BUILD COMMAND...
#     Runs COMMAND in it. SOURCE is seen as /source and cannot be written, BUILD as /build; the root itself is read-only too,
#     all other folders for writing are gone afterwards, and so is every process. There is no network.
#
# Roots are kept in the person's cache folder, named after the suite and a hash of the packages, so that another list of
# packages is another root. A root gets its name only when it is whole; nothing else has to be checked about it.
# Both need root and the right to mount: exit status 77 says that this machine does not give them.
set -eu

cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/dateline
unused_days=14 # a root that nobody entered for so long is of an old list

say () {
  printf '%s\n' "debian-root: $*" >&2
}

require () {
  if ! command -v debootstrap >/dev/null 2>&1; then
    say "debootstrap is not installed."
    exit 77
  fi
  if [ "$(id -u)" -ne 0 ] || ! unshare --mount --pid --net --ipc --fork true 2>/dev/null; then
    say "A root of another release needs to be made as root, where mounting is allowed."
    exit 77
  fi
}

# The archive that the host itself takes its packages from, or nothing, which lets debootstrap choose.
host_mirror () {
  apt-get indextargets --format '$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    sed -n 's/^Debian|\(https\{0,1\}:.*\)$/\1/p' | head -n 1
}

host_proxy () {
  apt-config dump --format '%v%n' Acquire::http::Proxy 2>/dev/null | sed -n 1p
}

# fill TARGET SUITE PACKAGE...: runs in a mount namespace of its own, so that nothing stays mounted whatever happens.
fill () {
  target=$1
  suite=$2
  shift 2
  proxy=$(host_proxy)
  [ -z "$proxy" ] || export http_proxy="$proxy"
  debootstrap --variant=minbase "$suite" "$target" $(host_mirror)
  printf '#!/bin/sh\nexit 101\n' >"$target/usr/sbin/policy-rc.d"
  chmod 755 "$target/usr/sbin/policy-rc.d"
  echo force-unsafe-io >"$target/etc/dpkg/dpkg.cfg.d/unsafe-io"
  printf 'path-exclude=/usr/share/%s/*\n' doc info man >"$target/etc/dpkg/dpkg.cfg.d/no-documents"
  mountpoint -q "$target/proc" || mount -t proc proc "$target/proc"
  chroot "$target" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
  chroot "$target" apt-get clean
  mkdir -p "$target/source" "$target/build" "$target/dev/shm"
}

remove_old () {
  find "$cache" -mindepth 1 -maxdepth 1 -type d -name "$1-*" \
    \( -name '*.part' -o -mtime "+$unused_days" \) -exec rm -rf --one-file-system {} +
}

make_root () {
  suite=$1
  shift
  packages=$(printf '%s\n' "$@" | sort -u)
  # What fill does is part of the key: another way of making is another root.
  key=$({ printf '%s\n' "$packages"; cat "$0"; } | sha256sum | cut -c 1-16)
  root=$cache/$suite-$key
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock 9
  if [ ! -d "$root" ]; then
    remove_old "$suite"
    say "making a root of $suite in $root"
    unshare --mount -- sh -eu "$0" fill "$root.part" "$suite" $packages </dev/null >"$cache/$suite.log" 2>&1 9>&- || {
      tail -n 30 "$cache/$suite.log" >&2
      say "it did not work; the whole log is $cache/$suite.log"
      exit 1
    }
    mv -T "$root.part" "$root"
  fi
  touch "$root"
  printf '%s\n' "$root"
}

# mount_and_run ROOT SOURCE BUILD COMMAND...: in namespaces of its own.
mount_and_run () {
  root=$1
  mount --bind "$root" "$root"
  mount --bind "$2" "$root/source"
  mount -o remount,bind,ro "$root/source"
  mount --bind "$3" "$root/build"
  shift 3
  mount -t proc proc "$root/proc"
  for folder in tmp run root dev/shm; do
    mount -t tmpfs -o mode=1777 tmpfs "$root/$folder"
  done
  mount -o remount,bind,ro "$root"
  exec chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb LC_ALL=C.UTF-8 ${CI:+CI="$CI"} "$@"
}

command=$1
shift
case $command in
  make)
    require
    make_root "$@"
    ;;
  enter)
    require
    exec unshare --mount --pid --net --ipc --fork --kill-child -- sh -eu "$0" mount-and-run "$@"
    ;;
  fill) fill "$@" ;;
  mount-and-run) mount_and_run "$@" ;;
esac
