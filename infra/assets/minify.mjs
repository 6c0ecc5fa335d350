// Makes a script small for the wire. Fails if it is not ES2015: an older phone would run none of it.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "acorn";
import { minify } from "terser";

const [, , from, to] = process.argv;
const script = readFileSync(from, "utf8");
parse(script, { ecmaVersion: 2015 });
const { code } = await minify(script, {
  ecma: 2015,
  compress: { passes: 3, unsafe_arrows: true },
});
writeFileSync(to, code + "\n");
