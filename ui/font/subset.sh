#!/bin/sh
# Regenerates the two embedded fonts from the full Noto Sans SC.
#
#   ui/font/subset.sh [DIR]
#
# DIR holds the unpacked npm package @expo-google-fonts/noto-sans-sc; without it the
# package is fetched with npm. Needs pyftsubset (Debian: fonttools) and python3.
set -eu
version=0.4.3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# -gt 0 ]; then
	source=$(cd "$1" && pwd)
else
	(cd "$work" && npm pack --silent "@expo-google-fonts/noto-sans-sc@$version" >/dev/null && tar xzf ./*.tgz)
	source=$work/package
fi

# All of GB2312 (hanzi and signs), ASCII, Latin-1, the pinyin vowels, and our two lists.
/usr/bin/env python3 - "$here/hanzi.txt" "$here/symbols.txt" >"$work/unicodes" <<'PYTHON'
import sys
chars = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | {ord(c) for c in "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü"}
for row in range(0xA1, 0xF8):
    for cell in range(0xA1, 0xFF):
        chars |= {ord(c) for c in bytes((row, cell)).decode("gb2312", "ignore")}
for name in sys.argv[1:]:
    for line in open(name, encoding="utf-8"):
        if not line.startswith("#"):
            chars |= {ord(c) for c in line.strip()}
print("\n".join("%04X" % c for c in sorted(chars)))
PYTHON

for weight in 400Regular:Regular 700Bold:Bold; do
	pyftsubset "$source/${weight%%:*}/NotoSansSC_${weight%%:*}.ttf" \
		--unicodes-file="$work/unicodes" --ignore-missing-unicodes \
		--no-hinting --layout-features=kern,tnum,locl,ccmp,mark \
		--output-file="$here/NotoSansSC-${weight##*:}.ttf"
done
cp "$source/LICENSE_FONT" "$here/OFL.txt"
ls -l "$here"/*.ttf
