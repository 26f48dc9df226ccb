#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the Flatpak and runs it, with no remote at all: the runtime is a stand-in made of a root of Debian 13.
# It shows that the manifest builds without network, that the program starts in the sandbox, and what it may do there.
# It says nothing about what the real org.gnome.Platform contains.
#
#   flatpak-test.sh ROOT MANIFEST FOLDER
#     ROOT: of debian-root.sh. MANIFEST: as configured. FOLDER: for what is built; may be kept.
#
# Speaks TAP. The runtime is kept in the cache folder of the roots; wants a display.
set -eu

root=$1
manifest=$2
folder=$3
arch=$(flatpak --default-arch)
version=48
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/dateline
export FLATPAK_USER_DIR="$cache/flatpak-${root##*-}"
id=$(basename "$manifest" .json)
number=0

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
# What the program writes is the test's own.
export HOME="$folder/home"
rm -rf "$HOME"
mkdir -p "$HOME"

# check NAME COMMAND...: one line of TAP; what the command says is a comment.
check () {
  name=$1
  shift
  number=$((number + 1))
  if "$@" >"$folder/said" 2>&1; then
    echo "ok $number $name"
  else
    echo "not ok $number $name"
    sed 's/^/# /' "$folder/said"
  fi
}

# make_tree NAME: a runtime as build-export wants it, from links to the root's files where that is possible.
make_tree () {
  tree=$folder/runtime/$1
  mkdir -p "$tree/files" "$tree/var" "$tree/export"
  cp -al "$root/usr" "$tree/usr" 2>/dev/null || { rm -rf "$tree/usr"; cp -a "$root/usr" "$tree/usr"; }
  mkdir -p "$tree/usr/etc"
  for part in alternatives fonts xdg ssl; do
    [ ! -d "$root/etc/$part" ] || cp -a "$root/etc/$part" "$tree/usr/etc/"
  done
  printf '%s\n' "include /run/flatpak/ld.so.conf.d/app-*-*.conf" "include /app/etc/ld.so.conf" /app/lib \
    "include /run/flatpak/ld.so.conf.d/runtime-*-*.conf" >"$tree/usr/etc/ld.so.conf"
  printf '[Runtime]\nname=org.gnome.%s\nruntime=org.gnome.Platform/%s/%s\nsdk=org.gnome.Sdk/%s/%s\n' \
    "$1" "$arch" "$version" "$arch" "$version" >"$tree/metadata"
}

make_runtime () {
  repo=$folder/runtime/repo
  rm -rf "$folder/runtime" "$FLATPAK_USER_DIR.part"
  for name in Platform Sdk; do
    make_tree "$name"
    flatpak build-export --disable-sandbox --no-update-summary --runtime "$repo" "$folder/runtime/$name" "$version"
    rm -rf "$folder/runtime/$name"
  done
  flatpak build-update-repo "$repo"
  FLATPAK_USER_DIR="$FLATPAK_USER_DIR.part" flatpak --user remote-add --no-gpg-verify stand-in "$repo"
  for name in Platform Sdk; do
    FLATPAK_USER_DIR="$FLATPAK_USER_DIR.part" flatpak --user install --noninteractive stand-in "org.gnome.$name//$version"
  done
  mv -T "$FLATPAK_USER_DIR.part" "$FLATPAK_USER_DIR"
  rm -rf "$folder/runtime"
}

# flatpak-builder wants to compose AppStream data with a program of the Sdk, which this one does not have.
build_app () {
  sed 's/^{$/{\n  "appstream-compose": false,/' "$manifest" >"$folder/$id.json"
  rm -rf "$folder/build" "$folder/repo"
  flatpak-builder --user --disable-rofiles-fuse --force-clean --state-dir="$folder/state" --repo="$folder/repo" \
    "$folder/build" "$folder/$id.json"
}

install_app () {
  flatpak --user uninstall --noninteractive "$id" || true
  flatpak --user remote-delete --force own || true
  flatpak --user remote-add --no-gpg-verify own "$folder/repo"
  flatpak --user install --noninteractive own "$id"
}

has_permissions () {
  flatpak --user info --show-permissions "$id" | sed -n '/^\[/p; /=/p' >"$folder/permissions"
  # fallback-x11 is told as both: without the first, older versions of Flatpak would give no X at all.
  printf '[Context]\nshared=ipc;\nsockets=x11;wayland;fallback-x11;\ndevices=dri;\n' | diff - "$folder/permissions"
}

has_no_more () {
  echo secret >"$HOME/secret"
  flatpak run --user --command=sh "$id" -c "
    ! cat '$HOME/secret' 2>/dev/null && ! test -e '$root' && [ \$(grep -c : /proc/net/dev) -le 1 ]"
}

exports () {
  flatpak run --user --command=sh "$id" -c '
    cd "$XDG_DATA_HOME" && dateline --version && dateline sample s.dateline &&
    for format in png pdf svg; do dateline export s.dateline -o "picture.$format" || exit 1; done'
  for format in png pdf svg; do
    [ -s "$HOME/.var/app/$id/data/picture.$format" ] || return 1
  done
}

shows_window () {
  flatpak run --user --env=GSK_RENDERER=cairo --env=GSETTINGS_BACKEND=memory "$id" "$HOME/.var/app/$id/data/s.dateline" \
    >"$folder/window.log" 2>&1 &
  for _ in $(seq 240); do
    if xdotool search --onlyvisible --name "^Kaspersky" >/dev/null 2>&1; then
      sleep 2
      import -window root "$folder/window.png" || true
      flatpak kill "$id"
      wait
      cat "$folder/window.log"
      ! grep -E 'WARNING|CRITICAL|ERROR' "$folder/window.log"
      return
    fi
    sleep 0.25
  done
  flatpak kill "$id" || true
  cat "$folder/window.log"
  return 1
}

has_exported_files () {
  for file in "applications/$id.desktop" "icons/hicolor/scalable/apps/$id.svg" "mime/packages/$id.xml" \
    "dbus-1/services/$id.service"; do
    [ -e "$FLATPAK_USER_DIR/exports/share/$file" ] || { echo "missing: $file"; return 1; }
  done
}

echo 1..8
check "the manifest is read" flatpak-builder --show-manifest "$manifest"
[ -d "$FLATPAK_USER_DIR" ] || make_runtime >"$folder/runtime.log" 2>&1 || { echo "Bail out! No stand-in runtime"; exit 1; }
check "builds without network" build_app
check "installs" install_app
check "permissions are those of the manifest" has_permissions
check "sees nothing of the host" has_no_more
check "exports pictures" exports
check "shows a window" shows_window
check "the desktop finds it" has_exported_files
