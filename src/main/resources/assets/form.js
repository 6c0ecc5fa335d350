// Makes the long page short: one question at a time, a look back over the answers, then Send.
// Without it the page works as it stands. Nothing is stored or fetched.
((doc) => {
  const root = doc.documentElement, id = (name) => doc.getElementById(name);
  const all = (css, top) => [...(top || doc).querySelectorAll(css)];
  let form, steps = [], last, now = 0, depth = 0, changing, sent;

  root.classList.add("js");
  doc.addEventListener("DOMContentLoaded", () => {
    try {
      hideAddress();
      form = id("form");
      if (form) start();
    } catch (e) {
      root.classList.remove("js");
      throw e;
    }
  });

  // The address holds the link's secret: forms and links learn it, the history forgets it.
  function hideAddress() {
    all("a[href^='?']").forEach((a) => { a.href = a.href; });
    all("form").forEach((f) => { f.action = location.href.split("#")[0]; });
    all("[data-leave]").forEach((a) => {
      a.onclick = () => { wipe(); location.replace(a.href); return false; };
    });
    const address = doc.body.dataset.address;
    if (address) history.replaceState({ step: 0, depth }, "", address + "?lang=" + root.lang);
  }

  function start() {
    steps = all(".hb-step");
    last = steps.length - 1;
    const summary = id("summary");
    id("check").textContent = id("check").dataset.check;
    all(".hb-slot").forEach((slot) => { slot.help = slot.firstElementChild; });
    all("[data-go]").forEach((b) => { b.hidden = false; b.onclick = press; });
    all("#summary a").forEach((a) => { a.onclick = mend; });
    steps.forEach(help);
    form.onchange = (e) => help(e.target.closest(".hb-step"));
    form.onsubmit = send;
    onpopstate = (e) => {
      if (!e.state) return;
      depth = e.state.depth;
      show(e.state.step);
    };
    onpageshow = (e) => {
      if (!e.persisted) return;
      wipe();
      sent = false;
      show(0);
    };
    const wrong = steps.findIndex((s) => s.querySelector(".govuk-form-group--error"));
    show(summary ? Math.max(wrong, 1) : 0, true);
    if (summary) summary.focus();
  }

  function show(step, quiet) {
    now = step;
    steps.forEach((s, i) => s.classList.toggle("hb-now", i === now));
    all(".hb-back")[0].hidden = now === 0;
    all(".hb-moves")[0].hidden = now === 0 || now === last;
    if (now === last) lookBack();
    if (quiet) return;
    scrollTo(0, 0);
    steps[now].querySelector(".hb-heading").focus();
  }

  function go(step) {
    if (id("summary")) id("summary").hidden = true;
    depth++;
    history.pushState({ step, depth }, "");
    show(step);
  }

  function press() {
    const move = this.dataset.go;
    if (move === "back") return back();
    if (move === "skip") wipe(steps[now]);
    go(changing ? last : now + 1);
  }

  // A page that came back with an error has nothing of ours behind it.
  function back() {
    if (depth) return history.back();
    history.replaceState({ step: now - 1, depth }, "");
    show(now - 1);
  }

  function mend() {
    const field = doc.querySelector(this.hash);
    go(steps.indexOf(field.closest(".hb-step")));
    field.focus();
    return false;
  }

  // Enter in a field would send the form from the middle; a second click would send it twice.
  function send(e) {
    if (now === last && !sent) {
      sent = true;
      setTimeout(() => { sent = false; }, 9000);
    } else {
      e.preventDefault();
      if (now !== last) go(changing ? last : now + 1);
    }
  }

  function help(step) {
    const slot = step.querySelector(".hb-slot");
    if (!slot) return;
    if (!step.querySelector("[data-danger]:checked")) slot.textContent = "";
    else if (!slot.firstElementChild) slot.append(slot.help);
  }

  function wipe(top) {
    all("input", top).forEach((i) => { i.checked = false; });
    all("textarea", top).forEach((t) => { t.value = ""; });
    steps.forEach(help);
  }

  function lookBack() {
    const words = id("check").dataset, list = all("dl")[0];
    changing = false;
    list.textContent = "";
    list.hidden = false;
    steps.slice(1, last).forEach((step, i) => {
      const row = add(list, "div", "row"), asked = step.querySelector(".hb-heading").textContent;
      add(row, "dt", "key").textContent = asked;
      add(row, "dd", "value").textContent = said(step) || words.none;
      const b = add(row, "dd", "actions").appendChild(doc.createElement("button"));
      b.type = "button";
      b.className = "hb-plain";
      b.textContent = words.change;
      b.setAttribute("aria-label", words.change + ": " + asked);
      b.onclick = () => { go(i + 1); changing = true; };
    });
  }

  function said(step) {
    const text = step.querySelector("textarea");
    return text ? text.value.trim()
      : all(":checked", step).map((i) => i.nextElementSibling.textContent).join("\n");
  }

  function add(parent, tag, part) {
    const child = doc.createElement(tag);
    child.className = "govuk-summary-list__" + part;
    return parent.appendChild(child);
  }
})(document);
