// What the help centre can do beyond reading: theme, drawer, search, votes, copying. Every page can
// be read without it. Loaded before the page is painted, so that a chosen theme does not flash.
"use strict";

(() => {
  const own = document.currentScript.dataset;
  const page = document.documentElement;
  page.classList.add("script");

  // A reader may forbid storage; then choices last as long as the page.
  const memory = {
    get(key) {
      try { return localStorage.getItem(key); } catch { return null; }
    },
    set(key, value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch { /* nothing to do: the choice is not kept */ }
    },
  };

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  // ---------------------------------------------------------------------------------- theme

  const systemDark = matchMedia("(prefers-color-scheme: dark)");

  function showTheme() {
    const chosen = memory.get("kb:theme");
    if (chosen === "light" || chosen === "dark") page.dataset.theme = chosen;
    else delete page.dataset.theme;
    const shown = page.dataset.theme || (systemDark.matches ? "dark" : "light");
    page.dataset.shown = shown;
    const button = document.querySelector("[data-theme-switch]");
    if (button) button.setAttribute("aria-label", shown === "dark" ? own.light : own.dark);
  }

  function switchTheme() {
    const wanted = page.dataset.shown === "dark" ? "light" : "dark";
    const system = systemDark.matches ? "dark" : "light";
    memory.set("kb:theme", wanted === system ? null : wanted);
    showTheme();
  }

  // ------------------------------------------------------------------------------- language

  function chooseLanguage() {
    const offered = page.dataset.choose.split(" ");
    const wanted = [memory.get("kb:language"), ...(navigator.languages || [])].filter(Boolean);
    const base = (tag) => tag.toLowerCase().split("-")[0];
    for (const tag of wanted) {
      const found = offered.find((each) => each.toLowerCase() === tag.toLowerCase())
        || offered.find((each) => base(each) === base(tag));
      if (found) return found;
    }
    return offered[0];
  }

  // --------------------------------------------------------------------------------- search

  // The search is a file of its own, loaded when a reader turns to it. Here is only what opens it.
  function setUpSearch() {
    const forms = [...document.querySelectorAll("form[data-search]")];
    const input = (id) => document.getElementById(`${id}-input`);
    const dialog = document.getElementById("search-dialog");
    let loading = false;
    const load = () => {
      if (loading) return;
      loading = true;
      const script = make("script");
      script.src = own.root + own.search;
      Object.assign(script.dataset, own);
      script.onerror = () => {
        loading = false;
        script.remove();
        for (const form of forms) {
          document.getElementById(`${form.dataset.search}-panel`).replaceChildren(make("p", "state", own.failed));
        }
      };
      document.head.append(script);
    };
    for (const form of forms) {
      form.addEventListener("focusin", load);
      form.addEventListener("submit", (event) => {
        if (event.defaultPrevented) return; // the search is there, and has done it
        event.preventDefault();
        const query = input(form.dataset.search).value.trim();
        if (query) location.assign(`${form.getAttribute("action")}?q=${encodeURIComponent(query)}`);
      });
    }
    const open = () => {
      if (dialog) dialog.showModal();
      const field = input("page") || input("dialog");
      field.focus();
      field.select();
    };
    for (const button of document.querySelectorAll("[data-open-search]")) button.addEventListener("click", open);
    if (dialog) {
      dialog.querySelector("[data-close-search]").addEventListener("click", () => dialog.close());
      dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    }
    document.addEventListener("keydown", (event) => {
      const typing = event.target.closest("input, textarea, select, [contenteditable]");
      const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (slash || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) {
        event.preventDefault();
        const hero = document.body.classList.contains("scrolled") ? null : input("hero");
        if (hero) hero.focus();
        else if (!dialog || !dialog.open) open();
      }
    });
    if (input("page")) {
      input("page").value = new URLSearchParams(location.search).get("q") || "";
      input("page").focus();
      load();
    }
  }

  // ----------------------------------------------------------------------------------- page

  function setUpDrawer() {
    const side = document.getElementById("topics");
    const button = document.querySelector(".menu-button");
    if (!side || !button) return;
    const current = side.querySelector("[aria-current]");
    if (current && current.offsetTop > side.clientHeight) side.scrollTop = current.offsetTop - side.clientHeight / 2;
    button.setAttribute("role", "button");
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", "topics");
    const set = (open) => {
      side.classList.toggle("open", open);
      button.setAttribute("aria-expanded", String(open));
      for (const part of document.querySelectorAll(".bar, #content, .foot")) part.inert = open;
      const dialog = { role: "dialog", "aria-modal": "true", "aria-label": side.querySelector("nav").getAttribute("aria-label") };
      for (const [name, value] of Object.entries(dialog)) {
        if (open) side.setAttribute(name, value);
        else side.removeAttribute(name);
      }
      if (open) side.querySelector("a, summary").focus();
      else button.focus();
    };
    button.addEventListener("click", (event) => { event.preventDefault(); set(true); });
    button.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); set(true); } });
    side.querySelector(".side-close").addEventListener("click", (event) => { event.preventDefault(); set(false); });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && side.classList.contains("open")) set(false); });
    // A turned tablet may be wide enough for no drawer.
    addEventListener("resize", () => { if (side.classList.contains("open") && !button.offsetParent) set(false); });
    document.addEventListener("click", (event) => {
      if (side.classList.contains("open") && !side.contains(event.target) && !button.contains(event.target)) set(false);
    });
  }

  function setUpLanguages() {
    const list = document.querySelector(".languages");
    for (const link of document.querySelectorAll("[data-language]")) {
      link.addEventListener("click", () => memory.set("kb:language", link.dataset.language));
    }
    if (!list) return;
    document.addEventListener("click", (event) => { if (!list.contains(event.target)) list.open = false; });
    list.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && list.open) { list.open = false; list.querySelector("summary").focus(); }
    });
  }

  function setUpContents() {
    const box = document.querySelector(".contents");
    if (!box) return;
    if (!CSS.supports("selector(::details-content)")) box.open = matchMedia("(min-width: 78rem)").matches;
    const links = [...box.querySelectorAll("a")];
    const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    let waiting = false;
    let marked = -1;
    const update = () => {
      waiting = false;
      const line = innerHeight * 0.25;
      const end = scrollY + innerHeight >= page.scrollHeight - 4;
      let current = -1;
      headings.forEach((heading, place) => { if (heading && heading.getBoundingClientRect().top < line) current = place; });
      if (end && scrollY > 0) current = headings.length - 1;
      if (current === marked) return;
      if (links[marked]) links[marked].removeAttribute("aria-current");
      marked = current;
      const link = links[marked];
      if (!link) return;
      link.setAttribute("aria-current", "true");
      const above = link.offsetTop - box.offsetTop;
      if (above < box.scrollTop || above + link.offsetHeight > box.scrollTop + box.clientHeight) {
        box.scrollTop = above - box.clientHeight / 2;
      }
    };
    const soon = () => {
      if (!waiting) { waiting = true; requestAnimationFrame(update); }
    };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("scrollend", soon);
    new ResizeObserver(soon).observe(document.body);  // what loads late moves the headings
    update();
  }

  // What is wider than the page scrolls by itself, and must be reachable by keyboard for that.
  function setUpScrolling() {
    for (const wide of document.querySelectorAll(".kb-article :is(pre, table)")) {
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
    }
  }

  function setUpCopying() {
    if (!navigator.clipboard) return;
    for (const block of document.querySelectorAll(".kb-article pre")) {
      const frame = make("div", "code-frame");
      block.replaceWith(frame);
      const button = make("button", "copy", own.copy);
      button.type = "button";
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(block.textContent.replace(/\n$/, ""));
        button.textContent = own.copied;
        setTimeout(() => { button.textContent = own.copy; }, 2000);
      });
      frame.append(block, button);
    }
  }

  // ------------------------------------------------------------------ votes, failed searches

  // What waits to be sent to the site's endpoint: a vote until its comment is there or the page
  // is left, a failed search until the reader has stopped typing.
  const outbox = new Map();
  const randomId = () => [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0")).join("");

  function send(key) {
    if (outbox.has(key)) navigator.sendBeacon(own.endpoint, JSON.stringify(outbox.get(key)));
    outbox.delete(key);
  }

  function setUpSending() {
    if (!own.endpoint) return;
    const sendAll = () => { for (const key of [...outbox.keys()]) send(key); };
    addEventListener("pagehide", sendAll);
    document.addEventListener("visibilitychange", () => { if (document.hidden) sendAll(); });
    let timer = 0;
    document.addEventListener("kb:search-empty", (event) => {
      const { query, locale } = event.detail;
      clearTimeout(timer);
      outbox.set("search", { type: "search", id: randomId(), locale, query, time: new Date().toISOString() });
      timer = setTimeout(() => send("search"), 2000);
    });
  }

  function setUpVotes() {
    const form = document.querySelector("[data-vote]");
    if (!form) return;
    const { vote: article, locale, revision } = form.dataset;
    const key = `kb:vote:${article}:${locale}`;
    const status = form.querySelector("[role=status]");
    const more = form.querySelector(".vote-more");
    const contact = form.querySelector(".vote-contact");
    const comment = more.querySelector("textarea");
    // What a reader said of this page: "yes ID" or "no ID"; the ID stays when they say otherwise.
    const said = () => (memory.get(key) || " ").split(" ");
    const show = (value) => {
      for (const button of form.querySelectorAll("[name=helpful]")) button.setAttribute("aria-pressed", String(button.value === value));
      status.textContent = value ? status.dataset.thanks : "";
      if (contact) contact.hidden = value !== "no";
    };
    // True when the site's own script takes the vote: it calls preventDefault.
    const tell = (value, id) => {
      const detail = { id, article, locale, revision, helpful: value === "yes", comment: comment.value.trim() };
      if (!document.dispatchEvent(new CustomEvent("kb:vote", { detail, cancelable: true }))) return true;
      if (own.endpoint) outbox.set("vote", { type: "vote", ...detail, time: new Date().toISOString() });
      return false;
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [before, id] = said();
      const pressed = event.submitter.value;
      if (pressed === "comment") {
        if (!comment.value.trim()) return comment.focus();
        tell(before, id);
        send("vote");
        comment.value = "";
        more.hidden = true;
        status.tabIndex = -1;
        return status.focus();
      }
      if (before === pressed) return undefined;
      const voteId = id || randomId();
      memory.set(key, `${pressed} ${voteId}`);
      show(pressed);
      const taken = tell(pressed, voteId);
      more.hidden = !(taken || own.endpoint);
      return undefined;
    });
    show(said()[0]);
  }

  // ------------------------------------------------------------------------------- pictures

  // A picture that is shown smaller than it is opens large.
  function setUpZoom() {
    let dialog = null;
    const open = (picture) => {
      if (!dialog) {
        dialog = make("dialog", "zoom-view");
        dialog.setAttribute("aria-label", own.zoom);
        const close = make("button", "zoom-close", "×");
        close.type = "button";
        close.setAttribute("aria-label", own.close);
        dialog.append(make("img"), close);
        dialog.addEventListener("click", () => dialog.close());
        document.body.append(dialog);
      }
      const large = dialog.firstChild;
      large.src = picture.currentSrc || picture.src;
      large.alt = picture.alt;
      dialog.showModal();
    };
    const offer = (picture) => {
      const width = picture.naturalWidth || Number(picture.getAttribute("width"));
      if (picture.clientWidth < 120 || width < picture.clientWidth * 1.15) return;
      picture.classList.add("zoom");
      picture.tabIndex = 0;
      picture.setAttribute("role", "button");
      picture.setAttribute("aria-label", picture.alt ? `${own.zoom}: ${picture.alt}` : own.zoom);
      if (!picture.alt) picture.alt = own.zoom;
    };
    for (const picture of document.querySelectorAll(".kb-article img")) {
      if (picture.closest("a")) continue;
      if (picture.complete && picture.naturalWidth) offer(picture);
      else picture.addEventListener("load", () => offer(picture), { once: true });
    }
    const body = document.querySelector(".kb-article");
    if (!body) return;
    body.addEventListener("click", (event) => { if (event.target.matches("img.zoom")) open(event.target); });
    body.addEventListener("keydown", (event) => {
      if (!event.target.matches("img.zoom") || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      open(event.target);
    });
  }

  function setUpHome() {
    const hero = document.querySelector(".hero");
    if (!hero) return;
    new IntersectionObserver((seen) => {
      document.body.classList.toggle("scrolled", !seen[0].isIntersecting);
    }, { rootMargin: "-64px 0px 0px" }).observe(hero.querySelector("form"));
  }

  if (page.dataset.choose) {
    location.replace(`${chooseLanguage()}/index.html`);
    return;
  }
  showTheme();
  systemDark.addEventListener("change", showTheme);
  document.addEventListener("DOMContentLoaded", () => {
    showTheme();
    const button = document.querySelector("[data-theme-switch]");
    if (button) button.addEventListener("click", switchTheme);
    if (!own.locale) return;
    setUpSearch();
    setUpDrawer();
    setUpLanguages();
    setUpContents();
    setUpScrolling();
    setUpCopying();
    setUpSending();
    setUpVotes();
    setUpZoom();
    setUpHome();
  });
})();
