// Leaves out of a style sheet what no page names: GOV.UK's components bring all their variants, and
// a phone would load them. What respondents' views, scripts or code name, stays; its sizes for paper go,
// as these pages have one size for everything. Writes the names down, so that a test can tell when a page names one that this sheet was made without.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , sheet, list, ...places] = process.argv;
const NAME = /govuk-[a-z0-9_-]+/g;
const PRINT_SIZE = /^\.govuk[^{}]*\{(?:font-(?:family|size)|line-height):[^{}]*\}$/;

const texts = places.flatMap((place) =>
  /\.\w+$/.test(place)
    ? [place]
    : readdirSync(place, { recursive: true })
        .filter((file) => /\.(html|java)$/.test(file))
        .map((file) => join(place, file)));
const named = new Set(texts.flatMap((file) => readFileSync(file, "utf8").match(NAME) ?? []));

const known = (selector) =>
  (selector.replace(/:not\([^)]*\)/g, "").match(/\.govuk-[a-z0-9_-]+/gi) ?? [])
    .every((name) => named.has(name.slice(1)));

function kept(css) {
  let out = "";
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf("{", at);
    if (open < 0) return out + css.slice(at);
    const head = css.slice(at, open);
    let close = open + 1;
    for (let depth = 1; depth > 0; close++) {
      if (css[close] === "{") depth++;
      if (css[close] === "}") depth--;
    }
    const body = css.slice(open + 1, close - 1);
    if (head === "@media print" && PRINT_SIZE.test(body)) {
      at = close;
      continue;
    }
    if (/^@(media|supports)/.test(head)) {
      const inner = kept(body);
      if (inner) out += `${head}{${inner}}`;
    } else {
      const selectors = head.split(/,(?![^(]*\))/).filter(known);
      if (selectors.length) out += `${selectors.join(",")}{${body}}`;
    }
    at = close;
  }
  return out;
}

writeFileSync(sheet, kept(readFileSync(sheet, "utf8")));
writeFileSync(list, [...named].sort().join("\n") + "\n");
