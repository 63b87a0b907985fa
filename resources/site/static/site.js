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

  // ---------------------------------------------------------------------------------- words

  // The same as kbeditor/publishing/folding.py; a test runs both on one table.
  const FOLDED = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th",
    "ı": "i", "ς": "σ", "ة": "ه", "ى": "ي", "ـ": "",
  };
  const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
  const LETTERS = /[ßæœøđðłþıςةىـ]/g;
  const IDEOGRAPHS = "\\u3005\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const WORD = new RegExp(`[${IDEOGRAPHS}]|(?:(?![${IDEOGRAPHS}])[\\p{L}\\p{N}])+`, "gu");

  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(MARKS, "")
    .normalize("NFKC").replace(LETTERS, (letter) => FOLDED[letter]);
  const words = (text) => fold(text).match(WORD) || [];

  // Words with the place in the text where each begins and ends.
  function placedWords(text) {
    let folded = "";
    const places = [];
    let at = 0;
    for (const character of text) {
      const part = fold(character);
      for (let unit = 0; unit < part.length; unit += 1) places.push(at);
      folded += part;
      at += character.length;
    }
    places.push(at);
    const found = [];
    for (const match of folded.matchAll(WORD)) {
      const last = places[match.index + match[0].length - 1];
      let end = last + String.fromCodePoint(text.codePointAt(last)).length;
      while (end < text.length && fold(text[end]) === "" && /\p{M}/u.test(text[end])) end += 1;
      found.push({ word: match[0], start: places[match.index], end });
    }
    return found;
  }

  // --------------------------------------------------------------------------------- search

  const FIELDS = ["title", "headings", "keywords", "summary", "body"];
  const BOOST = { title: 8, headings: 4, keywords: 3, summary: 2, body: 1 };
  const SNIPPET = 170;
  let engine = null;
  const texts = new Map();

  function load(address) {
    return new Promise((done, failed) => {
      const script = make("script");
      script.src = own.root + address;
      script.onload = done;
      script.onerror = () => {
        script.remove();
        failed(new Error(address));
      };
      document.head.append(script);
    });
  }

  function loadEngine() {
    if (!engine) {
      let data;
      self.kbSearchIndex = (given) => { data = given; };
      engine = Promise.all([load("static/minisearch.js"), load(`static/search/${own.locale}/index.js`)])
        .then(() => MiniSearch.loadJS(data, { fields: FIELDS, storeFields: [], tokenize: words, processTerm: (word) => word }));
      engine.catch(() => { engine = null; });
    }
    return engine;
  }

  self.kbSearchText = (given) => texts.set(given[0], given);

  async function textOf(key) {
    if (!texts.has(key)) await load(`static/search/${own.locale}/${key}.js`);
    return texts.get(key);
  }

  async function find(query) {
    const index = await loadEngine();
    const asked = words(query);
    const options = {
      boost: BOOST,
      prefix: (word, place, all) => place === all.length - 1 || word.length > 2,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
      weights: { prefix: 0.5, fuzzy: 0.3 },
    };
    if (!asked.length) return [];
    const all = index.search(query, { ...options, combineWith: "AND" });
    return all.length ? all : index.search(query, options);
  }

  // Fills an element with a text in which the words found are marked.
  function mark(element, text, found, start = 0, end = text.length) {
    let at = start;
    for (const each of found) {
      if (each.start < at || each.end > end) continue;
      element.append(text.slice(at, each.start), make("mark", "", text.slice(each.start, each.end)));
      at = each.end;
    }
    element.append(text.slice(at, end));
  }

  // The part of a text in which most of the different words found stand.
  function snippet(element, text, terms) {
    const found = placedWords(text).filter((each) => terms.has(each.word));
    let best = 0;
    let most = 0;
    for (let first = 0; first < found.length; first += 1) {
      const within = new Set();
      for (let next = first; next < found.length && found[next].end <= found[first].start + SNIPPET; next += 1) {
        within.add(found[next].word);
      }
      if (within.size > most) { most = within.size; best = found[first].start; }
    }
    let start = best > 40 ? text.lastIndexOf(" ", best - 30) + 1 : 0;
    if (best - start > 80) start = best;
    let end = Math.min(text.length, start + SNIPPET);
    const space = text.indexOf(" ", end);
    if (end < text.length && space > 0 && space - end < 25) end = space;
    element.replaceChildren(start ? "… " : "");
    mark(element, text, found.filter((each) => each.start >= start), start, end);
    if (end < text.length) element.append(" …");
  }

  class Search {
    constructor(form) {
      this.form = form;
      this.id = form.dataset.search;
      this.input = form.querySelector("input");
      this.panel = document.getElementById(`${this.id}-panel`);
      this.whole = this.id === "page";
      this.turn = 0;
      this.chosen = -1;
      this.links = [];
      const status = make("p", "unseen");
      status.setAttribute("role", "status");
      this.status = status;
      this.panel.before(status);
      this.input.setAttribute("role", "combobox");
      this.input.setAttribute("aria-autocomplete", "list");
      this.input.setAttribute("aria-controls", this.panel.id);
      this.input.setAttribute("aria-expanded", "false");
      this.input.addEventListener("focus", () => loadEngine().catch(() => {}));
      this.input.addEventListener("input", () => this.show());
      this.input.addEventListener("keydown", (event) => this.key(event));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (this.chosen >= 0) this.links[this.chosen].click();
        else if (this.whole) this.show();
        else if (this.input.value.trim()) location.assign(this.allAddress());
      });
    }

    allAddress() {
      return `${this.form.getAttribute("action")}?q=${encodeURIComponent(this.input.value.trim())}`;
    }

    close() {
      this.turn += 1;
      this.panel.replaceChildren();
      this.links = [];
      this.choose(-1);
      this.input.setAttribute("aria-expanded", "false");
      this.status.textContent = "";
    }

    async show() {
      const query = this.input.value.trim();
      this.turn += 1;
      const turn = this.turn;
      if (this.whole && location.protocol !== "file:") {
        history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
      }
      if (!query) {
        if (this.whole) this.say(own.hint);
        else this.close();
        return;
      }
      const slow = setTimeout(() => { if (turn === this.turn) this.say(own.loading); }, 250);
      try {
        const found = await find(query);
        if (turn === this.turn) this.list(query, found);
      } catch (error) {
        if (turn === this.turn) this.say(own.failed);
        console.warn(error);
      } finally {
        clearTimeout(slow);
      }
    }

    say(sentence, hint) {
      const state = make("p", "state");
      state.append(hint ? make("strong", "", sentence) : sentence);
      if (hint) state.append(hint);
      this.panel.replaceChildren(state);
      this.links = [];
      this.choose(-1);
      this.input.setAttribute("aria-expanded", "false");
      this.status.textContent = sentence;
    }

    list(query, found) {
      if (!found.length) {
        this.say(own.none.replace("{query}", () => query), own.noneHint);
        document.dispatchEvent(new CustomEvent("kb:search-empty", { detail: { query, locale: own.locale } }));
        return;
      }
      const shown = found.slice(0, this.whole ? 50 : 8);
      const list = make("ul");
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", own.results.replace("{n}", found.length));
      this.links = shown.map((result, place) => {
        const item = make("li", "result");
        item.setAttribute("role", "presentation");
        const link = make("a");
        link.id = `${this.id}-${place}`;
        link.setAttribute("role", "option");
        link.setAttribute("aria-selected", "false");
        link.href = own.root + result.a;
        link.addEventListener("pointermove", () => this.choose(place));
        const terms = new Set(result.terms);
        const name = make("span", "name");
        name.dir = "auto";
        mark(name, result.t, placedWords(result.t).filter((each) => terms.has(each.word)));
        const part = make("span", "snippet");
        part.dir = "auto";
        if (result.c) link.append(make("span", "where", result.c));
        link.append(name, part);
        this.fill(part, result.k, terms);
        item.append(link);
        list.append(item);
        return link;
      });
      this.panel.replaceChildren(list);
      if (!this.whole && found.length > shown.length) {
        const all = make("a", "all", own.all);
        all.href = this.allAddress();
        this.panel.append(all);
      }
      this.choose(-1);
      this.input.setAttribute("aria-expanded", "true");
      this.status.textContent = own.results.replace("{n}", found.length);
    }

    async fill(element, key, terms) {
      try {
        const [, summary, body] = await textOf(key);
        const inBody = words(body).some((word) => terms.has(word));
        const inSummary = words(summary).some((word) => terms.has(word));
        snippet(element, inSummary || !inBody ? summary || body : body, terms);
      } catch (error) {
        console.warn(error);
      }
    }

    choose(place) {
      if (this.links[this.chosen]) this.links[this.chosen].setAttribute("aria-selected", "false");
      this.chosen = place;
      const link = this.links[place];
      if (link) {
        link.setAttribute("aria-selected", "true");
        this.input.setAttribute("aria-activedescendant", link.id);
      } else {
        this.input.removeAttribute("aria-activedescendant");
      }
    }

    key(event) {
      const count = this.links.length;
      if (event.isComposing) return;
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        const from = this.chosen < 0 && step < 0 ? count : this.chosen;
        this.choose((from + step + count) % count);
        this.links[this.chosen].scrollIntoView({ block: "nearest" });
      } else if (event.key === "Escape" && this.id !== "dialog" && this.input.value) {
        event.preventDefault();
        this.input.value = "";
        this.close();
      }
    }
  }

  function setUpSearch() {
    const boxes = {};
    for (const form of document.querySelectorAll("[data-search]")) boxes[form.dataset.search] = new Search(form);
    const dialog = document.getElementById("search-dialog");
    const open = () => {
      if (dialog) dialog.showModal();
      const box = boxes.page || boxes.dialog;
      box.input.focus();
      box.input.select();
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
        const hero = boxes.hero && !document.body.classList.contains("scrolled") ? boxes.hero.input : null;
        if (hero) hero.focus();
        else if (!dialog || !dialog.open) open();
      }
    });
    document.addEventListener("click", (event) => {
      if (boxes.hero && !event.target.closest(".hero-search")) boxes.hero.close();
    });
    if (boxes.page) {
      boxes.page.input.value = new URLSearchParams(location.search).get("q") || "";
      boxes.page.input.focus();
      boxes.page.show();
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
      for (const part of document.querySelectorAll("#content, .foot")) part.inert = open;
      if (open) side.querySelector("a, summary").focus();
      else button.focus();
    };
    button.addEventListener("click", (event) => { event.preventDefault(); set(true); });
    button.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); set(true); } });
    side.querySelector(".side-close").addEventListener("click", (event) => { event.preventDefault(); set(false); });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && side.classList.contains("open")) set(false); });
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
    addEventListener("scroll", () => {
      if (!waiting) { waiting = true; requestAnimationFrame(update); }
    }, { passive: true });
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

  function setUpVotes() {
    const form = document.querySelector("[data-vote]");
    if (!form) return;
    const { vote: article, locale, revision } = form.dataset;
    const key = `kb:vote:${article}:${locale}`;
    const status = form.querySelector("[role=status]");
    const show = (value) => {
      for (const button of form.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === value));
      status.textContent = value ? status.dataset.thanks : "";
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const value = event.submitter.value;
      if (memory.get(key) === value) return;
      memory.set(key, value);
      show(value);
      document.dispatchEvent(new CustomEvent("kb:vote", {
        detail: { article, locale, revision, helpful: value === "yes", comment: "" },
      }));
    });
    show(memory.get(key));
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
    setUpVotes();
    setUpHome();
  });
})();
