// Makes pages live. Everything works without it: it only reads a page again when something on it has changed, tells times in the reader's
// own zone, and takes keys for approving.
(() => {
  "use strict";
  const body = document.body;
  const connection = document.getElementById("connection");
  const shortest = 2000;
  const usual = connection ? connection.innerHTML : "";
  let head = Number(body.dataset.head || 0);
  let tag = null;
  let last = 0;
  let timer = 0;
  let busy = false;

  function times(root) {
    for (const each of root.querySelectorAll("time[data-when]")) {
      const at = new Date(each.dateTime);
      if (Number.isNaN(at.getTime())) continue;
      each.textContent = each.dataset.when === "short"
        ? at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" })
        : at.toLocaleString([], { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" });
      each.title = at.toISOString().replace("T", " ").replace(".000Z", " UTC");
    }
  }

  function concerns(subjects) {
    const live = (body.dataset.live || "").split(" ").filter(Boolean);
    return live.includes("*") ? true : subjects.includes("-") && live.length > 0 || live.some(each => subjects.includes(each));
  }

  // What somebody is typing into, has opened, or holds the focus on stays as it is.
  const morphing = {
    morphStyle: "innerHTML",
    ignoreActiveValue: true,
    restoreFocus: true,
    callbacks: {
      beforeNodeMorphed: (old, fresh) => {
        if (!(old instanceof Element)) return true;
        if (old.hasAttribute("data-keep") || old.dataset.dirty === "true") return false;
        if (old.tagName === "DETAILS" && old.open && fresh instanceof Element) fresh.setAttribute("open", "");
        if ((old.tagName === "TEXTAREA" || old.tagName === "INPUT") && old.dataset.dirty === "true") return false;
        return !old.hasAttribute("data-chart");
      },
      beforeNodeRemoved: node => !(node instanceof Element && node.hasAttribute("data-keep")),
    },
  };

  async function refresh() {
    if (busy) return;
    busy = true;
    last = Date.now();
    try {
      const headers = { "X-Live": "1", Accept: "text/html" };
      if (tag) headers["If-None-Match"] = tag;
      const answer = await fetch(location.href, { headers, credentials: "same-origin", redirect: "manual" });
      if (answer.type === "opaqueredirect") return location.reload();
      if (answer.status === 200) {
        tag = answer.headers.get("ETag");
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const name of ["main", "nav", "#connection"]) {
          const [from, to] = [fresh.querySelector(name), document.querySelector(name)];
          if (from && to && window.Idiomorph) Idiomorph.morph(to, from.innerHTML, morphing);
        }
        body.dataset.head = fresh.body.dataset.head || body.dataset.head;
        times(document);
        document.dispatchEvent(new CustomEvent("cockpit:fresh"));
      }
    } catch {
      lost();
    } finally {
      busy = false;
    }
  }

  // The first change is shown at once; a stream of them every two seconds.
  function soon() {
    if (timer) return;
    timer = setTimeout(() => { timer = 0; refresh(); }, Math.max(0, last + shortest - Date.now()));
  }

  function lost() {
    if (!connection || connection.classList.contains("lost")) return;
    connection.classList.add("lost");
    connection.dataset.before = connection.innerHTML;
    connection.textContent = "not live: connection lost, trying again. What you see is from before.";
  }

  function found() {
    if (!connection || !connection.classList.contains("lost")) return;
    connection.classList.remove("lost");
    connection.innerHTML = usual;
    times(connection);
    soon();
  }

  function listen() {
    if (!body.dataset.live || !window.EventSource) return;
    const events = new EventSource(`/live?after=${head}`);
    events.addEventListener("hello", found);
    events.addEventListener("change", each => {
      const change = JSON.parse(each.data);
      head = change.head;
      body.dataset.seen = String(head);
      if (concerns(change.subjects)) soon();
    });
    events.onerror = () => {
      lost();
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
    };
  }

  // Keys on a queue: j and k move, Enter opens, a and r go to the buttons of the card; nothing is decided by a key alone.
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (typing) return;
    const cards = [...document.querySelectorAll("[data-card]")];
    const at = cards.findIndex(card => card.contains(document.activeElement));
    const to = event.key === "j" ? at + 1 : event.key === "k" ? at - 1 : null;
    if (to !== null && cards.length > 0) {
      cards[Math.min(Math.max(to, 0), cards.length - 1)].focus();
      event.preventDefault();
    } else if (event.key === "a" || event.key === "r") {
      const scope = cards[at] || document;
      const target = scope.querySelector(event.key === "a" ? "[data-key=approve]" : "[data-key=reject]");
      if (target) { target.focus(); event.preventDefault(); }
    }
  }

  document.addEventListener("input", event => { if (event.target instanceof HTMLElement) event.target.dataset.dirty = "true"; });
  document.addEventListener("keydown", keys);
  document.addEventListener("submit", event => {
    const said = event.submitter instanceof HTMLElement ? event.submitter.dataset.confirm : null;
    if (said && !window.confirm(said)) event.preventDefault();
  });
  times(document);
  listen();
})();
