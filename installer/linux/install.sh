#!/bin/sh
# Puts this folder's program into the menu of the person who runs it; no administrator needed. Undo: install.sh --remove
set -eu
here=$(cd "$(dirname "$0")" && pwd)
menu="${XDG_DATA_HOME:-$HOME/.local/share}/applications"
commands="$HOME/.local/bin"
if [ "${1:-}" = "--remove" ]; then
  rm -f "$menu/balcao.desktop" "$commands/balcao"
  echo "Balcão saiu do menu. Os dados continuam onde estavam."
  exit 0
fi
mkdir -p "$menu" "$commands"
sed "s|@FOLDER@|$here|g" "$here/balcao.desktop" > "$menu/balcao.desktop"
ln -sf "$here/balcao" "$commands/balcao"
echo "Balcão está no menu (e como comando: $commands/balcao)."
