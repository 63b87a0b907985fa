#!/bin/sh
# Makes the PNG pictures of the sample from their drawings; needs Chromium and ImageMagick.
# The palette is cut to 64 colours, without dithering, so that the sample stays small.
set -eu
cd "$(dirname "$0")"
for drawing in *.svg; do
    name=${drawing%.svg}
    size=$(sed -n '1s/.* width="\([0-9]*\)" height="\([0-9]*\)".*/\1,\2/p' "$drawing")
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
        --window-size="$size" --screenshot="$PWD/$name.png" "file://$PWD/$drawing" 2>/dev/null
    convert "$name.png" -strip +dither -colors 64 "PNG8:../content/en/assets/$name.png"
    rm "$name.png"
done
