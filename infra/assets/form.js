// Makes the long page short: one question at a time, a look back over the answers, then Send.
// Without it the page works as it stands, and if it fails at the start the page stays as it was.
// It stores nothing. It fetches one thing: this page in another language, and then it sends no word.
// For browsers since 2017: ES2015. build.sh makes the served file from this one.
((doc) => {
  const root = doc.documentElement, id = (name) => doc.getElementById(name);
  const all = (css, top) => [...(top || doc).querySelectorAll(css)];
  const write = (node, words) => { if (node) node.textContent = words; };
  const say = (words) => write(id("said"), words);
  // With the link's secret, which the address bar is about to forget.
  const address = location.href;
  let form, steps, last, now = 0, depth = 0, changing, sent;
  let kept = {}, hush = () => {}, presses = 0, modified, timer;

  root.classList.add("js");
  doc.addEventListener("DOMContentLoaded", () => start());
  doc.addEventListener("keyup", (e) => {
    if (e.key === "Shift" && !modified) pressed(presses + 1);
    else if (presses) pressed(0);
    modified = e.shiftKey;
  }, true);
  onpagehide = () => hush();
  onpageshow = (e) => {
    if (!e.persisted) return;
    // A page that was left in a hurry is empty; nothing of it comes back.
    if (!id("main")) location.reload();
    else if (form) {
      wipe();
      sent = 0;
      show(0);
    }
  };

  // Takes up the page that is there: the one that was loaded, or the same in another language.
  function start(again) {
    try {
      hideAddress();
      all("#leave a,[data-leave]").forEach((a) => {
        a.onclick = leave;
        // A link that says it is a button is pressed like one.
        a.onkeydown = (e) => { if (e.key === " ") a.click(); };
      });
      form = id("form");
      if (form) takeUp(again);
    } catch (e) {
      root.classList.remove("js");
      throw e;
    }
  }

  // The address holds the link's secret: forms and links learn it, the history forgets it.
  function hideAddress() {
    const neutral = doc.body.dataset.address;
    all("a[href^='?']").forEach((a) => { a.href = new URL(a.getAttribute("href"), address); });
    all("form").forEach((f) => { f.action = address; });
    if (neutral) history.replaceState({ step: now, depth }, "", neutral + "?lang=" + root.lang);
  }

  function takeUp(again) {
    const summary = id("summary");
    steps = all(".hb-step");
    last = steps.length - 1;
    // What Enter in a field presses without script.
    id("enter").remove();
    all("[name=switch]").forEach((b) => { b.type = "button"; b.onclick = translate; });
    all("[href='#guide']").forEach((a) => { a.onclick = guide; });
    all(".hb-slot").forEach((slot) => { slot.help = slot.firstElementChild; });
    all("[data-go]").forEach((b) => { b.hidden = 0; b.onclick = press; });
    all("dl button").forEach((b, i) => { b.onclick = () => change(i + 1); });
    all("#summary a").forEach((a) => { a.onclick = mend; });
    fields().forEach((f) => { if (f.id in kept) f[part(f)] = kept[f.id]; });
    all("[data-maxlength]").forEach(count);
    help();
    aloud();
    form.onchange = help;
    form.onsubmit = send;
    onpopstate = (e) => {
      if (!e.state) return;
      depth = e.state.depth;
      show(e.state.step);
    };
    if (again) return show(now);
    show(summary ? Math.max(steps.findIndex((s) => all(".govuk-form-group--error", s)[0]), 1) : 0, 1);
    if (summary) summary.focus();
  }

  // Leaves at once: the page is emptied first, should the other one take a while to come.
  function leave() {
    const gone = id("gone");
    wipe();
    hush();
    write(doc.body, "");
    doc.body.append(gone);
    gone.hidden = 0;
    location.replace(this.href);
    return false;
  }

  // Shift, three times, each within five seconds. Held down for a capital it does not count.
  function pressed(times) {
    const box = id("leave");
    if (!box) return;
    presses = times % 3;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (presses) pressed(0);
      else say("");
    }, 5000);
    say(box.dataset["say" + times]);
    id("lights").hidden = !times;
    all("i", box).forEach((light, i) => { light.className = i < times ? "hb-on" : ""; });
    if (times > 2) all("a", box)[0].click();
  }

  function show(step, quiet) {
    hush();
    step = Math.min(step, last);
    while (!fits(steps[step])) step--;
    now = step;
    const place = steps[now], asked = steps.filter((s, i) => i && i < last && fits(s));
    all(".hb-count", place).forEach((p) => {
      write(p, form.dataset.count.replace("{0}", asked.indexOf(place) + 1).replace("{1}", asked.length));
    });
    steps.forEach((s) => {
      s.classList.toggle("hb-now", s === place);
      // What is not asked is not sent.
      fields(s).forEach((f) => { f.disabled = now === last && !fits(s); });
    });
    id("back").hidden = !now;
    id("moves").hidden = !now || now === last;
    id("languages").open = !now;
    if (now === last) lookBack();
    else place.prepend(id("aloud"));
    if (quiet) return;
    scrollTo(0, 0);
    all(".hb-heading", place)[0].focus();
  }

  // Whether a question is asked: each question that it names must have one of the named answers.
  function fits(step) {
    const when = JSON.parse(step.dataset.when || "{}");
    return Object.keys(when).every((key) => {
      const other = id("q-" + key);
      return other && fits(other) && all(":checked", other).some((i) => when[key].includes(i.value));
    });
  }

  function go(step) {
    if (id("summary")) id("summary").hidden = 1;
    depth++;
    history.pushState({ step, depth }, "");
    show(step);
  }

  // After a change: to what is asked only since then, else back to the look over the answers.
  function goOn() {
    let step = now + 1;
    while (!fits(steps[step]) || (changing && changing.includes(steps[step].id))) step++;
    go(step);
  }

  function press() {
    const move = this.dataset.go;
    if (move === "back") return back();
    if (move === "skip") wipe(steps[now]);
    goOn();
  }

  // A page that came back with an error has nothing of ours behind it.
  function back() {
    if (depth) return history.back();
    history.replaceState({ step: now - 1, depth }, "");
    show(now - 1);
  }

  function change(step) {
    go(step);
    changing = steps.slice(1, last).filter(fits).map((s) => s.id);
  }

  function mend() {
    const field = id(this.hash.slice(1));
    go(steps.indexOf(field.closest(".hb-step")));
    field.focus();
    return false;
  }

  function guide() {
    const box = id("guide");
    box.open = 1;
    box.firstElementChild.focus();
    return false;
  }

  // Enter in a field would send the form from the middle; a second click would send it twice.
  function send(e) {
    if (now === last && !sent) {
      sent = 1;
      setTimeout(() => { sent = 0; }, 9000);
    } else {
      e.preventDefault();
      if (now !== last) goOn();
    }
  }

  function help() {
    all(".hb-slot").forEach((slot) => {
      if (!all("[data-danger]:checked", slot.parentNode)[0]) write(slot, "");
      else if (!slot.firstElementChild) slot.append(slot.help);
    });
  }

  // The same page in another language takes the place of this one; words and ticks stay here.
  function translate() {
    const there = new URL(address);
    there.searchParams.set("lang", this.value);
    fetch(there, { cache: "no-store" }).then((reply) => reply.text()).then((text) => {
      const page = new DOMParser().parseFromString(text, "text/html");
      // Still the same answer: if it has gone out already it is not taken twice.
      page.getElementById("nonce").value = id("nonce").value;
      fields().forEach((f) => { kept[f.id] = f[part(f)]; });
      root.lang = page.documentElement.lang;
      root.dir = page.documentElement.dir;
      doc.title = page.title;
      doc.body = page.body;
      start(1);
    }).catch(() => { id("lost").hidden = 0; });
  }

  function fields(top) {
    return all(".hb-step input,textarea", top || form);
  }

  function part(field) {
    return field.rows ? "value" : "checked";
  }

  function wipe(top) {
    if (!form) return;
    fields(top).forEach((f) => {
      f[part(f)] = "";
      if (f.oninput) f.oninput();
    });
    if (!top) kept = {};
    help();
  }

  // How much may still be written: seen at once, and said when the hands rest.
  function count(box) {
    const text = all("textarea", box)[0], seen = doc.createElement("p");
    let rest;
    text.after(seen);
    text.oninput = (typed) => {
      const left = box.dataset.maxlength - [...text.value.trim().normalize()].length;
      const words = form.dataset[left < 0 ? "over" : "left"].replace("{0}", Math.abs(left));
      write(seen, words);
      seen.className = left < 0 ? "govuk-error-message" : "govuk-hint";
      clearTimeout(rest);
      // Not before somebody writes: another message may be being read.
      if (typed) rest = setTimeout(() => say(words), 1000);
    };
    text.oninput();
  }

  // Only with a voice that lives on the device: another one would send the words to its maker.
  function aloud() {
    const talk = window.speechSynthesis, button = id("aloud"), label = button.lastElementChild;
    const read = label.textContent;
    let voice;
    if (!talk) return;
    hush = () => {
      talk.cancel();
      write(label, read);
    };
    talk.onvoiceschanged = () => {
      const near = talk.getVoices().filter((v) => v.localService && v.lang.slice(0, 2) === root.lang.slice(0, 2));
      voice = near.find((v) => v.lang.endsWith("GB")) || near[0];
      button.hidden = !voice;
    };
    talk.onvoiceschanged();
    button.onclick = () => {
      const quiet = label.textContent === read;
      hush();
      if (!quiet) return;
      write(label, button.dataset.stop);
      all("h2,p,li,.govuk-hint,input~label", steps[now]).forEach((part) => {
        const piece = new SpeechSynthesisUtterance(part.textContent);
        piece.voice = voice;
        piece.lang = voice.lang;
        piece.onend = () => { if (!talk.pending) hush(); };
        talk.speak(piece);
      });
    };
  }

  // The rows stand in the page; what was answered is put in.
  function lookBack() {
    changing = 0;
    all("dl>div").forEach((row, i) => {
      const step = steps[i + 1], text = all("textarea", step)[0];
      row.hidden = !fits(step);
      write(row.children[1], (text ? text.value.trim()
        : all(":checked", step).map((tick) => tick.nextElementSibling.textContent).join("\n"))
        || form.dataset.none);
    });
  }
})(document);
