#!/bin/sh
# Compiles the style sheets that are committed under src/main/resources/assets. Needs node 20.
# Run it after a change to a .scss file here; the result is committed, so a build of the
# service needs neither node nor a network.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out="$here/../../src/main/resources/assets"
work=${ASSETS_WORK:-$(mktemp -d)}
cp "$here"/*.scss "$here/package.json" "$here/logical.mjs" "$work/"
cd "$work"
[ -d node_modules ] || npm install --ignore-scripts --no-package-lock
for sheet in form office; do
  ./node_modules/.bin/sass --style=compressed --no-source-map --no-charset --quiet-deps \
    --load-path=node_modules "$sheet.scss" "$sheet.raw.css"
  node logical.mjs "$sheet.raw.css" "$out/$sheet.css"
done
wc -c "$out"/form.css "$out"/office.css
