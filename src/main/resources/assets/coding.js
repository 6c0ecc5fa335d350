// Themes of comments by keys, and a sheet from a file. Everything works without it: each key ticks a
// box or presses a button that is there. A key that is held down does nothing twice: nobody says yes to what they have not read.
((doc) => {
  const KEPT = "coding-keys";
  const SIDES = { "-": "-", "+": "+", "=": "0" };
  let on, sent, last, find, found, chosen;

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
    find = doc.getElementById("find-theme");
    find.addEventListener("input", narrow);
    find.addEventListener("keydown", choose);
    doc.getElementById("find").hidden = false;
    doc.addEventListener("keydown", press);
  });

  function press(e) {
    // A box that was found by its name has the focus while Enter is still down, and would send the form.
    if (e.repeat && e.key === "Enter" && e.target.matches("input[name=about]")) return e.preventDefault();
    const elsewhere = e.target.matches("a, button, summary, select, textarea, input:not([name=about])");
    if (!on.checked || elsewhere || e.ctrlKey || e.metaKey || e.altKey || e.repeat) return;
    if (e.key === "Enter") go("right");
    else if (e.key === "0") go("unclear");
    else if (e.key === "/") find.focus();
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

  // A book may hold more themes than there are keys: each is found by its name. What is ticked stays in sight.
  function narrow() {
    const typed = plain(find.value.trim());
    const items = [...doc.querySelectorAll(".coding-themes .govuk-checkboxes__item")];
    found = items.filter((item) => typed.split(/\s+/).every((word) => nameOf(item).includes(word)));
    items.forEach((item) => (item.hidden = !found.includes(item) && !item.querySelector("input").checked));
    const begins = (item) => nameOf(item).startsWith(typed);
    mark(typed ? found.find(begins) || found[0] : undefined, items.length);
  }

  function mark(item, all) {
    doc.querySelectorAll(".coding-match").forEach((one) => one.classList.remove("coding-match"));
    chosen = item;
    if (item) item.classList.add("coding-match");
    doc.getElementById("find-said").textContent = !find.value.trim()
      ? ""
      : item
        ? `${found.length} of ${all} themes. Enter ${item.querySelector("input").checked ? "takes the tick from" : "ticks"} ${shownOf(item)}.`
        : "No theme has this in its name.";
  }

  // Enter says yes to nothing here: what is not ticked yet cannot be right.
  function choose(e) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (e.key === "Escape") leave().blur();
    else if (e.key === "Enter" && chosen && !e.repeat) pick(chosen.querySelector("input"));
    else if (step && chosen) {
      const all = doc.querySelectorAll(".coding-themes .govuk-checkboxes__item").length;
      mark(found[(found.indexOf(chosen) + step + found.length) % found.length], all);
    } else if (e.key !== "Enter" && !step) return;
    e.preventDefault();
  }

  // In sight, whatever is typed.
  function pick(box) {
    leave();
    box.click();
    box.focus();
  }

  function leave() {
    find.value = "";
    narrow();
    return find;
  }

  function shownOf(item) {
    return item.querySelector("label").firstChild.textContent.trim();
  }

  function nameOf(item) {
    return plain(shownOf(item));
  }

  // Without signs, so that Cafe finds Café.
  function plain(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function go(id) {
    if (sent) return;
    sent = true;
    doc.getElementById(id).click();
  }

  function tick(key) {
    const box = [...doc.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
    if (!box) return false;
    pick(box);
    return true;
  }
})(document);
