// Themes of comments by keys, and a sheet from a file. Everything works without it: each key ticks a
// box or presses a button that is there. A key that is held down does nothing twice: nobody says yes to what they have not read.
((doc) => {
  const KEPT = "coding-keys";
  const SIDES = { "-": "-", "+": "+", "=": "0" };
  let on, sent, last;

  doc.addEventListener("DOMContentLoaded", () => {
    const file = doc.getElementById("file");
    if (file) {
      doc.getElementById("file-part").hidden = false;
      file.addEventListener("change", async () => {
        if (file.files.length) doc.getElementById("sheet").value = await file.files[0].text();
      });
    }
    doc.querySelectorAll(".coding-side").forEach((side) => beside(boxOf(side)));
    const keys = doc.getElementById("keys");
    if (!keys) return;
    doc.querySelectorAll("[data-key]").forEach((box) => {
      const shown = box.parentElement.querySelector("kbd");
      if (!shown) return;
      shown.hidden = false;
      box.setAttribute("aria-keyshortcuts", box.dataset.key);
    });
    on = doc.getElementById("keys-on");
    on.checked = localStorage.getItem(KEPT) !== "off";
    on.addEventListener("change", () => localStorage.setItem(KEPT, on.checked ? "on" : "off"));
    keys.hidden = false;
    doc.addEventListener("keydown", press);
  });

  function press(e) {
    const elsewhere = e.target.matches("a, button, summary, select, textarea, input:not([name=about])");
    if (!on.checked || elsewhere || e.ctrlKey || e.metaKey || e.altKey || e.repeat) return;
    if (e.key === "Enter") go("right");
    else if (e.key === "0") go("unclear");
    else if (!tick(e.key) && !say(e.key)) return;
    e.preventDefault();
  }

  function boxOf(side) {
    return side.parentElement.querySelector("input");
  }

  // A side can be chosen beside what is ticked.
  function beside(box) {
    const side = box.parentElement.querySelector(".coding-side");
    const show = () => (side.hidden = !box.checked);
    box.addEventListener("change", () => {
      last = box;
      show();
    });
    show();
  }

  function say(key) {
    const ticked = [...doc.querySelectorAll(".coding-side")].filter((side) => boxOf(side).checked);
    const side = ticked.find((one) => boxOf(one) === last) || ticked[0];
    if (!(key in SIDES) || !side) return false;
    side.value = side.value === SIDES[key] ? "" : SIDES[key];
    return true;
  }

  function go(id) {
    if (sent) return;
    sent = true;
    doc.getElementById(id).click();
  }

  function tick(key) {
    const box = [...doc.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
    if (!box) return false;
    box.click();
    box.focus();
    return true;
  }
})(document);
