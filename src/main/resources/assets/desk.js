// The duty desk by keys and clicks. Everything works without it: each mark in the words stands for a
// tick box below them, each word that is framed for a line in a field below them, and each key goes to
// what is there. No key sends anything alone.
((doc) => {
  const RISKS = ["none", "red", "amber", "L", "C"];
  const PLACES = { r: "#raw", d: "#mine", c: "#note", e: "[name^=english-]", l: "#leave" };
  const KEPT = "desk-keys";
  const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’_-]*[\p{L}\p{M}\p{N}])?/gu;
  const TWICE_MS = 2000;
  // What can be gone to in the texts, in their order: words that stay, and marks.
  const stops = [];
  let on, from, to, sentAt = -TWICE_MS;

  doc.addEventListener("DOMContentLoaded", () => {
    doc.addEventListener("submit", once);
    const owner = doc.querySelector(".sheet-owner");
    if (owner) owner.addEventListener("formdata", carry);
    const keys = doc.getElementById("keys");
    if (!keys) return;
    doc.querySelectorAll(".sheet-words").forEach((words) => {
      if (field(words)) prepare(words);
    });
    on = doc.getElementById("keys-on");
    on.checked = localStorage.getItem(KEPT) !== "off";
    on.addEventListener("change", () => localStorage.setItem(KEPT, on.checked ? "on" : "off"));
    keys.hidden = false;
    doc.addEventListener("keydown", press);
  });

  // Enter is easily pressed twice; the second would find that the answer is cleared.
  function once(e) {
    if (e.timeStamp - sentAt < TWICE_MS) e.preventDefault();
    else sentAt = e.timeStamp;
  }

  // What was chosen goes along with "I am dealing with it", so that the page comes back with it.
  function carry(e) {
    const own = new Set(e.formData.keys());
    new FormData(doc.getElementById("sheet")).forEach((value, name) => own.has(name) || e.formData.append(name, value));
  }

  function key(words) {
    return words.id.slice("words-".length);
  }

  function field(words) {
    return doc.getElementById("take-" + key(words));
  }

  function prepare(words) {
    words.tabIndex = -1;
    words.setAttribute("role", "group");
    words.setAttribute("aria-labelledby", "asked-" + key(words));
    words.addEventListener("blur", leave);
    [...words.children].forEach((part) => (part.matches("mark") ? mark(part) : cut(part)));
    field(words).addEventListener("input", () => strike(words));
    strike(words);
  }

  function mark(part) {
    const box = boxOf(part);
    if (!box) return;
    stops.push(part);
    part.classList.add("sheet-mark");
    part.addEventListener("click", () => box.click());
    box.addEventListener("change", () => strike(part.closest(".sheet-words")));
    box.addEventListener("focus", () => part.classList.add("sheet-here"));
    box.addEventListener("blur", () => part.classList.remove("sheet-here"));
  }

  function boxOf(part) {
    const name = (part.matches(".sheet-doubt") ? "also-" : "undo-") + key(part.closest(".sheet-words"));
    return [...doc.getElementsByName(name)].find((box) => box.value === part.dataset.value);
  }

  function cut(part) {
    const text = part.textContent, pieces = [];
    let at = 0;
    for (const found of text.matchAll(WORD)) {
      const word = doc.createElement("span");
      word.className = "sheet-word";
      word.textContent = found[0];
      pieces.push(text.slice(at, found.index), word);
      stops.push(word);
      at = found.index + found[0].length;
    }
    part.replaceChildren(...pieces, text.slice(at));
  }

  function lines(words) {
    return field(words).value.split("\n").map((line) => line.trim()).filter(Boolean);
  }

  // Words that will go are struck through, wherever a line of the field stands, large or small; and
  // so are tags that will not.
  function strike(words) {
    const text = words.textContent, gone = [];
    lines(words).forEach((line) => {
      const sought = new RegExp(line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu");
      for (const found of text.matchAll(sought)) gone.push([found.index, found.index + found[0].length]);
    });
    stops.filter((stop) => words.contains(stop)).forEach((stop) => {
      const start = before(words, stop), end = start + stop.textContent.length;
      const goes = !taken(stop) && gone.some(([first, last]) => first < end && start < last);
      const ticked = stop.matches("mark") && boxOf(stop).checked;
      stop.classList.toggle("sheet-struck", goes || ticked);
    });
  }

  function taken(stop) {
    return stop.matches(".sheet-taken");
  }

  function before(words, stop) {
    const range = doc.createRange();
    range.selectNodeContents(words);
    range.setEndBefore(stop);
    return range.toString().length;
  }

  function press(e) {
    const typing = e.target.matches("select, textarea, input:not([type=radio]):not([type=checkbox])");
    if (!on.checked || e.isComposing || e.ctrlKey || e.metaKey || e.altKey) return;
    const inside = doc.activeElement.matches(".sheet-words");
    const does = typing ? e.key === "Escape" && back : risk(e.key) || (inside ? walk(e) : act(e.key));
    if (!does) return;
    e.preventDefault();
    does();
  }

  function back() {
    doc.activeElement.blur();
  }

  function risk(key) {
    const radio = doc.getElementById("risk-" + RISKS["12345".indexOf(key)]);
    return radio && (() => {
      radio.checked = true;
      radio.focus();
    });
  }

  function act(key) {
    const places = key in PLACES ? [...doc.querySelectorAll(PLACES[key])] : [];
    const place = places.find((one) => one.value === "") || places[0];
    if (place) return () => place.focus();
    if (key === "g") return doc.getElementById("next") && (() => doc.getElementById("next").click());
    if (key === "n") return () => turn(1);
    if (key === "N") return () => turn(-1);
    if (key === "w") return stops.length && (() => go(0));
    return key === "x" && takeSelected;
  }

  // From mark to mark, by their boxes, in the order in which they stand in the text.
  function turn(by) {
    const boxes = [...new Set(stops.filter((stop) => stop.matches("mark")).map(boxOf))];
    const at = boxes.indexOf(doc.activeElement);
    const next = at < 0 && by < 0 ? 0 : at;
    if (boxes.length) boxes[(next + by + boxes.length) % boxes.length].focus();
  }

  function walk(e) {
    const words = doc.activeElement;
    if (e.key === "Escape") return back;
    if (e.key === " ") return takeFramed;
    if (e.key === "ArrowLeft" || e.key === "ArrowRight") {
      const by = (e.key === "ArrowRight") === (words.dir !== "rtl") ? 1 : -1;
      return () => (e.shiftKey ? widen(by) : go((to + by + stops.length) % stops.length));
    }
    return /^\p{L}$/u.test(e.key) && (() => jump(e.key.toLowerCase(), e.shiftKey));
  }

  // To the next word that begins with a letter; with Shift everything up to it is taken in.
  function jump(letter, shift) {
    const most = shift ? stops.length - 1 - to : stops.length;
    for (let step = 1; step <= most; step++) {
      const at = (Math.max(from, to) + step) % stops.length;
      const first = stops[at].textContent.match(/[\p{L}\p{N}]/u);
      if (first && first[0].toLowerCase() === letter) return shift ? widen(at - to) : go(at);
    }
  }

  function go(at) {
    const words = stops[at].closest(".sheet-words");
    if (doc.activeElement !== words) words.focus({ preventScroll: true });
    from = to = at;
    frame();
  }

  // Not over what is taken out anyway, and not into another text.
  function widen(by) {
    const first = Math.min(from, to + by), last = Math.max(from, to + by);
    const words = stops.slice(Math.max(0, first), last + 1);
    const one = words.every((stop) => !taken(stop) && doc.activeElement.contains(stop));
    if (first < 0 || last >= stops.length || !one) return;
    to += by;
    frame();
  }

  function framed() {
    return stops.slice(Math.min(from, to), Math.max(from, to) + 1);
  }

  function frame() {
    stops.forEach((stop) => stop.classList.remove("sheet-here"));
    framed().forEach((stop) => stop.classList.add("sheet-here"));
    stops[to].scrollIntoView({ block: "nearest" });
    say(framedText());
  }

  function leave() {
    stops.forEach((stop) => stop.classList.remove("sheet-here"));
  }

  function framedText() {
    const range = doc.createRange();
    range.setStartBefore(framed()[0]);
    range.setEndAfter(framed().at(-1));
    return range.toString();
  }

  function takeFramed() {
    const part = stops[from];
    if (from === to && part.matches("mark")) boxOf(part).click();
    else take(doc.activeElement, framedText());
    say(framedText() + (part.matches(".sheet-struck") ? ": struck out" : ": not struck out"));
  }

  function takeSelected() {
    const chosen = doc.getSelection(), text = chosen.toString().trim();
    const words = chosen.anchorNode && chosen.anchorNode.parentElement.closest(".sheet-words");
    if (!text || !words || !field(words)) return;
    take(words, text);
    chosen.removeAllRanges();
  }

  // Once more leaves it after all.
  function take(words, text) {
    const there = lines(words), more = text.split("\n").map((line) => line.trim()).filter(Boolean);
    const again = more.every((line) => there.includes(line));
    const left = again ? there.filter((line) => !more.includes(line)) : [...new Set([...there, ...more])];
    field(words).value = left.join("\n");
    strike(words);
  }

  function say(text) {
    doc.getElementById("said").textContent = text;
  }
})(document);
