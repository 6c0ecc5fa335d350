// A tablet that many people use in turn: nothing of one is left for the next. Steps leave no
// history, Send leaves no page behind, and a minute without a touch clears everything.
((doc) => {
  const IDLE = 45000, LAST = 15000, READ = 30000;
  const steps = [];
  // Another language brings another body: what is in it is looked up each time.
  const still = () => doc.getElementById("tablet");
  let timer, begun, sending, sent;

  history.pushState = (state) => { steps.push(state); };
  history.back = () => {
    steps.pop();
    onpopstate({ state: steps.at(-1) || { step: 0, depth: 0 } });
  };

  doc.addEventListener("DOMContentLoaded", () => {
    for (const kind of ["pointerdown", "keydown", "input", "scroll"]) {
      addEventListener(kind, touch, { capture: true, passive: true });
    }
    doc.addEventListener("click", (e) => { if (e.target.closest("#tablet button")) touch(e); });
    doc.addEventListener("click", follow, true);
    doc.addEventListener("submit", send, true);
    doc.addEventListener("visibilitychange", () => { if (doc.hidden && begun) afresh(); });
    addEventListener("pageshow", (e) => { if (e.persisted) afresh(); });
  });

  // The button that asks goes when it was pressed, not when the finger comes down.
  function touch(e) {
    if (e && e.type !== "click" && e.target !== doc && still().contains(e.target)) return;
    begun = true;
    still().hidden = true;
    clearTimeout(timer);
    timer = setTimeout(sent ? afresh : ask, sent ? READ : IDLE);
  }

  function ask() {
    still().hidden = false;
    still().querySelector("button").focus();
    timer = setTimeout(afresh, LAST);
  }

  // The words go before the page does, should the page be slow to go.
  function afresh(address) {
    doc.querySelectorAll("main").forEach((main) => main.remove());
    location.replace(typeof address === "string" ? address : location.pathname);
  }

  // No link leads away from here but the one to another language.
  function follow(e) {
    const a = e.target.closest("a");
    if (!a || a.getAttribute("href").startsWith("#")) return;
    e.preventDefault();
    e.stopPropagation();
    if (a.hreflang) afresh(a.href);
    else if (a.closest("#leave, [data-leave]")) afresh();
  }

  function send(e) {
    if (!doc.querySelector(".hb-send.hb-now")) return;
    e.preventDefault();
    e.stopPropagation();
    if (sending) return;
    sending = true;
    const body = new URLSearchParams(new FormData(e.target));
    fetch(e.target.action, { method: "POST", body, cache: "no-store", credentials: "omit" })
      .then(async (reply) => {
        const page = new DOMParser().parseFromString(await reply.text(), "text/html");
        if (reply.ok) thank(page);
        else say(page.querySelector(".govuk-error-summary, .hb-card"));
      })
      .catch(() => say())
      .finally(() => { sending = false; });
  }

  function thank(page) {
    const main = page.querySelector("main"), done = doc.createElement("button");
    sent = true;
    main.querySelectorAll("a").forEach((a) => a.replaceWith(a.protocol === "tel:" ? a.textContent : location.host + a.pathname));
    done.type = "button";
    done.className = "govuk-button hb-button";
    done.textContent = still().dataset.done;
    done.onclick = afresh;
    main.firstElementChild.append(done);
    doc.querySelector("main").replaceWith(main);
    scrollTo(0, 0);
    main.focus();
    touch();
  }

  // What was typed stays, so that Send can be pressed again.
  function say(reply) {
    doc.querySelectorAll(".hb-said").forEach((old) => old.remove());
    const told = doc.createElement("div");
    told.className = "hb-said";
    told.setAttribute("role", "alert");
    if (reply) told.append(reply);
    else told.textContent = still().dataset.lost;
    told.tabIndex = -1;
    doc.querySelector(".hb-send.hb-now").prepend(told);
    told.focus();
  }
})(document);
