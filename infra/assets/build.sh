#!/bin/sh
# Compiles the style sheets and the script that are committed under src/main/resources/assets.
# Needs node 20. Run it after a change to a .scss file or to form.js here; the results are
# committed, so a build of the service needs neither node nor a network. built.sha256 says from
# which form.js the served one was made, names.txt which of GOV.UK's classes form.css was made with:
# tests fail when something is changed alone.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
main="$here/../../src/main"
out="$main/resources/assets"
work=${ASSETS_WORK:-$(mktemp -d)}
cp "$here"/*.scss "$here"/*.mjs "$here/form.js" "$here/package.json" "$work/"
cd "$work"
[ -d node_modules/acorn ] || npm install --ignore-scripts --no-package-lock
for sheet in form office; do
  ./node_modules/.bin/sass --style=compressed --no-source-map --no-charset --quiet-deps \
    --load-path=node_modules "$sheet.scss" "$sheet.raw.css"
  [ "$sheet" = office ] || node named.mjs "$sheet.raw.css" "$here/names.txt" \
    "$main/resources/views/answer" "$main/resources/views/govuk" "$main/resources/views/web" \
    "$main/resources/views/layout-respondent.html" "$main/java/org/hearback/answer" \
    "$here/form.js" "$main/resources/assets/tablet.js"
  node logical.mjs "$sheet.raw.css" "$out/$sheet.css"
done
node minify.mjs form.js "$out/form.js"
(cd "$here/../.." && sha256sum infra/assets/form.js src/main/resources/assets/form.js >infra/assets/built.sha256)
wc -c "$out"/form.css "$out"/office.css "$out"/form.js
