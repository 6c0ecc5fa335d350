// Called by org.hearback.bench.Lighthouse with the browser's path and a link to a form: prints a line for each page.
import { startFlow } from "lighthouse";
import puppeteer from "puppeteer-core";

const [executablePath, link] = process.argv.slice(2);
const categories = ["performance", "accessibility", "best-practices"];
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  const flow = await startFlow(page, { flags: { onlyCategories: categories } });
  await flow.navigate(link, { name: "start" });
  await page.evaluate(() => {
    document.querySelector("[data-go=start]").click();
    document.querySelector(".hb-now input").click();
    document.querySelector("[data-go=on]").click();
    while (!document.querySelector(".hb-send.hb-now")) document.querySelector("[data-go=skip]").click();
  });
  await flow.navigate(() => page.evaluate(() => document.querySelector(".hb-send button.hb-button").click()),
    { name: "thanks", flags: { disableStorageReset: true } });
  if (!(await page.$(".hb-code__value"))) throw new Error("the thank-you page did not come");
  const { steps } = await flow.createFlowResult();
  for (const { name, lhr } of steps) {
    console.log([name, ...categories.map((it) => Math.round(lhr.categories[it].score * 100))].join(" "));
    for (const audit of Object.values(lhr.audits)) {
      const weighs = categories.some((it) => lhr.categories[it].auditRefs.some((ref) => ref.id === audit.id && ref.weight));
      if (weighs && audit.score !== null && audit.score < 1) {
        console.log(`# ${name}: ${audit.id} ${audit.score} ${audit.displayValue ?? ""} ${audit.title}`);
      }
    }
  }
} finally {
  await browser.close();
}
