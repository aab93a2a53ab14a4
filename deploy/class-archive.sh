#!/bin/sh
# Lets the watch start in three quarters of the time: runs the demo beside keelbill.jar for half a minute and keeps the classes it
# needed, as the virtual machine has them in memory, in keelbill.jsa. Once on each box and after each new version, while nothing
# serves on port 8080; an archive of another version or another Java is passed over.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# As in jvm.options; with another collector the archive does not fit.
timeout --preserve-status --signal=TERM 30 \
  java -Xmx2g -XX:+UseParallelGC -XX:FreqInlineSize=100 -XX:+UseTransparentHugePages \
  -Xlog:cds=off -Xlog:cds+dynamic=off -XX:ArchiveClassesAtExit=keelbill.jsa \
  -jar "$here/keelbill.jar" serve || status=$?
if [ "${status:-0}" != 143 ] || [ ! -s keelbill.jsa ]; then
  echo "class-archive: the demo did not run for half a minute, nothing is kept" >&2
  exit 1
fi

# Whole or not at all, whenever the power goes.
cp keelbill.jsa "$here/keelbill.jsa.new"
sync "$here/keelbill.jsa.new"
mv "$here/keelbill.jsa.new" "$here/keelbill.jsa"
