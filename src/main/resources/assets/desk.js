// The duty desk by keys and clicks. Everything works without it: each mark in the words stands for a
// tick box below them, and each key presses what can be pressed.
((doc) => {
  const RISKS = ["none", "red", "amber", "L", "C"];
  const KEPT = "desk-keys";
  let on;

  doc.addEventListener("DOMContentLoaded", () => {
    const keys = doc.getElementById("keys");
    if (!keys) return;
    doc.querySelectorAll(".sheet-words mark").forEach((mark) => {
      const box = boxOf(mark);
      if (!box) return;
      mark.classList.add("sheet-mark");
      mark.addEventListener("click", () => box.click());
      box.addEventListener("change", () => show(mark, box));
      show(mark, box);
    });
    on = doc.getElementById("keys-on");
    on.checked = localStorage.getItem(KEPT) !== "off";
    on.addEventListener("change", () => localStorage.setItem(KEPT, on.checked ? "on" : "off"));
    keys.hidden = false;
    doc.addEventListener("keydown", press);
  });

  function boxOf(mark) {
    const question = mark.closest(".sheet-words").id.slice("words-".length);
    const name = (mark.classList.contains("sheet-doubt") ? "also-" : "undo-") + question;
    return [...doc.getElementsByName(name)].find((box) => box.value === mark.dataset.value);
  }

  // Words that will go and tags that will not are struck through.
  function show(mark, box) {
    mark.classList.toggle("sheet-struck", box.checked);
  }

  function press(e) {
    const typing = e.target.matches("textarea, input:not([type=radio]):not([type=checkbox])");
    if (!on.checked || typing || e.ctrlKey || e.metaKey || e.altKey) return;
    const risk = RISKS["12345".indexOf(e.key)];
    if (risk) {
      const radio = doc.getElementById("risk-" + risk);
      radio.checked = true;
      radio.focus();
    } else if (e.key === "n") next();
    else if (e.key === "x") take();
    else return;
    e.preventDefault();
  }

  function next() {
    const boxes = [...doc.querySelectorAll("input[name^=undo-], input[name^=also-]")];
    const at = boxes.indexOf(doc.activeElement);
    if (boxes.length) boxes[(at + 1) % boxes.length].focus();
  }

  function take() {
    const chosen = doc.getSelection(), words = chosen.toString().trim();
    const from = chosen.anchorNode && chosen.anchorNode.parentElement.closest(".sheet-words");
    if (!words || !from) return;
    const field = doc.getElementById("take-" + from.id.slice("words-".length));
    field.value = field.value ? field.value + "\n" + words : words;
    chosen.removeAllRanges();
  }
})(document);
