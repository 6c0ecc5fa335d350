// Turns left and right into start and end, so that one sheet serves both reading directions;
// GOV.UK Frontend itself knows only left to right. Fails when something is left over that
// would not mirror.
import { readFileSync, writeFileSync } from "node:fs";

const [, , from, to] = process.argv;
const side = { left: "start", right: "end" };
let css = readFileSync(from, "utf8");

css = css
  .replace(/([;{])(margin|padding|border)-(left|right)(-(?:color|style|width))?:/g,
    (_, before, what, which, rest = "") => `${before}${what}-inline-${side[which]}${rest}:`)
  .replace(/([;{])(left|right):/g, (_, before, which) => `${before}inset-inline-${side[which]}:`)
  .replace(/([;{])text-align:\s*(left|right)/g,
    (_, before, which) => `${before}text-align:${side[which]}`)
  .replace(/([;{])(float|clear):\s*(left|right)/g,
    (_, before, what, which) => `${before}${what}:inline-${side[which]}`)
  .replace(/border-(top|bottom)-(left|right)-radius:/g,
    (_, edge, which) => `border-${edge === "top" ? "start" : "end"}-${side[which]}-radius:`);

// A shorthand of four values with different sides: written out, so that it mirrors too.
css = css.replace(/([;{])(margin|padding):([^;}]+)/g, (whole, before, what, value) => {
  const parts = value.trim().match(/(?:[^\s(]+\([^)]*\)|[^\s]+)/g) ?? [];
  if (parts.length !== 4 || parts[1] === parts[3] || value.includes("!important")) return whole;
  const [top, right, bottom, left] = parts;
  return `${before}${what}-block:${top} ${bottom};${what}-inline:${left} ${right}`;
});

const left = css.match(/[;{](?:[a-z-]+-)?(?:left|right)(?:-[a-z]+)?:/g) ?? [];
if (left.length) {
  console.error(`does not mirror: ${[...new Set(left)].join(" ")}`);
  process.exit(1);
}
if (/@font-face|GDS Transport|crest|crown/i.test(css)) {
  console.error("holds a font or an image that is not ours");
  process.exit(1);
}
writeFileSync(to, css);
