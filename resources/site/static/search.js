// The search of the help centre. site.js loads it when a search box gets the focus, the search page
// opens, or a reader presses "/" or Ctrl+K.
"use strict";

(() => {
  const own = document.currentScript.dataset;

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

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
      }, { capture: true });
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

  const boxes = [...document.querySelectorAll("form[data-search]")].map((form) => new Search(form));
  document.addEventListener("click", (event) => {
    for (const box of boxes) if (box.id === "hero" && !event.target.closest(".hero-search")) box.close();
  });
  // What was typed, or asked for by the address, while this file was on its way.
  loadEngine().catch(() => {});
  for (const box of boxes) if (box.whole || box.input.value.trim()) box.show();
})();
