const SNIPPET = 170; // letters
const SHOWN = 8; // results at first

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
function snippet(element, text, found) {
  let best = 0;
  let most = 0;
  for (let first = 0; first < found.length; first += 1) {
    const within = new Set();
    for (let next = first; next < found.length && found[next].end <= found[first].start + SNIPPET; next += 1) {
      within.add(found[next].stem);
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

async function fill(element, number, terms) {
  try {
    const [, , , summary, body] = (await textOf(number)).map((each) => String(each).normalize("NFC"));
    const inSummary = placesOf(summary, terms);
    const inBody = inSummary.length ? [] : placesOf(body, terms);
    if (inSummary.length || !inBody.length) snippet(element, summary || body, summary ? inSummary : inBody);
    else snippet(element, body, inBody);
  } catch (error) {
    console.warn(error);
  }
}

// Choices of topic and label among the documents found, with how many there are.
class Filters {
  constructor(changed) {
    this.element = make("div", "search-filters");
    this.topic = this.select(changed);
    this.label = this.select(changed);
  }

  select(changed) {
    const select = make("select");
    select.addEventListener("change", changed);
    this.element.append(select);
    return select;
  }

  show(found) {
    const topics = (id) => [head.topic.get(id)].filter((each) => each >= 0);
    const labels = (id) => head.label.get(id);
    this.fill(this.topic, head.words.search_topics, head.topics.map(([title]) => title), topics, found);
    this.fill(this.label, head.words.search_labels, head.labels, labels, found);
    this.element.hidden = this.topic.hidden && this.label.hidden;
    return found.filter(({ id }) => (this.topic.value === "" || topics(id).includes(Number(this.topic.value)))
      && (this.label.value === "" || labels(id).includes(Number(this.label.value))));
  }

  fill(select, every, titles, of, found) {
    const counts = new Map();
    for (const { id } of found) for (const each of of(id)) counts.set(each, (counts.get(each) || 0) + 1);
    const chosen = counts.has(Number(select.value)) ? select.value : "";
    const option = (text, value) => { const made = make("option", "", text); made.value = value; return made; };
    const sorted = [...counts].sort(([one, some], [other, more]) => more - some || one - other);
    select.replaceChildren(option(every, ""), ...sorted.map(([each, count]) => option(`${titles[each]} (${count})`, each)));
    select.setAttribute("aria-label", every);
    select.value = chosen;
    select.hidden = counts.size < 2 && !chosen;
  }
}

const told = new Set(); // queries that found nothing and were told of

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
    this.answer = null;
    this.filters = new Filters(() => this.list());
    this.kept = []; // what the filters leave of the answer
    this.items = null;
    this.tell = () => {}; // of the last query that found nothing
    this.seen = new IntersectionObserver((links) => this.fillSeen(links), { rootMargin: "200px" });
    this.status = make("p", "unseen");
    this.status.setAttribute("role", "status");
    this.panel.before(this.status);
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-controls", this.panel.id);
    this.input.setAttribute("aria-expanded", "false");
    this.input.addEventListener("focus", () => start().catch(() => {}));
    this.input.addEventListener("input", () => this.show());
    this.input.addEventListener("keydown", (event) => this.key(event));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.chosen >= 0) this.links[this.chosen].click();
      else if (this.whole) this.show(true);
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

  // `done`: the reader has finished typing.
  async show(done = false) {
    const query = this.input.value.trim();
    this.turn += 1;
    const turn = this.turn;
    if (this.whole && location.protocol !== "file:") {
      history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    }
    if (!query) {
      await start().catch(() => {});
      if (turn !== this.turn) return;
      if (this.whole && head) this.say(head.words.search_hint);
      else this.close();
      return;
    }
    const slow = setTimeout(() => { if (turn === this.turn) this.say(own.loading); }, 250);
    try {
      const found = await find(query, done || this.input.value.endsWith(" "));
      if (turn !== this.turn) return;
      this.answer = found;
      if (!found) this.say(head.words.search_hint);
      else if (found.found.length) await this.list();
      else this.nothing(query, turn, done);
    } catch (error) {
      if (turn === this.turn) this.say(own.failed);
      console.warn(error);
    } finally {
      clearTimeout(slow);
    }
  }

  say(sentence, ...more) {
    const state = make("div", "state");
    state.append(more.length ? make("strong", "", sentence) : sentence, ...more);
    this.panel.replaceChildren(state);
    this.links = [];
    this.choose(-1);
    this.input.setAttribute("aria-expanded", "false");
    this.status.textContent = sentence;
  }

  // Nothing found: offers the topics and whom to ask. Told to the page once per query, when the
  // reader has stopped typing it.
  nothing(query, turn, done) {
    const { words, topics } = head;
    const ways = make("ul", "search-ways");
    const way = (title, href) => {
      const link = make("a", "", title);
      link.href = href;
      const item = make("li");
      item.dir = "auto";
      item.append(link);
      ways.append(item);
    };
    for (const [title, address] of topics.slice(0, 12)) way(title, own.root + address);
    if (own.contact) way(own.contactWords, own.contact);
    this.say(words.search_none.replace("{query}", () => query), words.search_none_hint, ways);
    const tell = () => {
      if (turn !== this.turn || told.has(query)) return;
      told.add(query);
      document.dispatchEvent(new CustomEvent("kb:search-empty", { detail: { query, locale: own.locale } }));
    };
    this.tell = tell;
    if (done) tell();
    else setTimeout(tell, 1000);
  }

  async list() {
    const { turn } = this;
    this.kept = this.filters.show(this.answer.found);
    const first = this.kept.slice(0, SHOWN);
    await Promise.all(first.map(({ id }) => nameOf(id)));
    if (turn !== this.turn) return;
    const results = head.words.search_results.replace("{n}", this.kept.length);
    this.items = make("ul");
    this.items.setAttribute("role", "listbox");
    this.items.setAttribute("aria-label", results);
    this.links = [];
    this.append(first);
    const filtering = this.filters.element.contains(document.activeElement);
    if (filtering) for (const old of [...this.panel.children]) if (old !== this.filters.element) old.remove();
    if (filtering) this.panel.append(this.items);
    else this.panel.replaceChildren(this.filters.element, this.items);
    if (!this.whole && this.answer.found.length > first.length) {
      const all = make("a", "all", head.words.search_all);
      all.href = this.allAddress();
      this.panel.append(all);
    }
    this.choose(-1);
    this.input.setAttribute("aria-expanded", "true");
    this.status.textContent = results;
  }

  append(results) {
    for (const result of results) {
      const link = this.link(result, this.links.length);
      const item = make("li", "result");
      item.setAttribute("role", "presentation");
      item.append(link);
      this.items.append(item);
      this.links.push(link);
      this.seen.observe(link);
    }
  }

  // On the page of all results the list goes on when its end is reached.
  async more() {
    const { items } = this;
    const next = this.whole ? this.kept.slice(this.links.length, this.links.length + SHOWN) : [];
    await Promise.all(next.map(({ id }) => nameOf(id)));
    if (items === this.items && next.length && this.kept[this.links.length] === next[0]) this.append(next);
  }

  // Texts are loaded for those results that are seen.
  fillSeen(links) {
    for (const { target, isIntersecting } of links) {
      if (!isIntersecting) continue;
      this.seen.unobserve(target);
      const place = this.links.indexOf(target);
      if (place < 0) continue;
      const { id } = this.kept[place];
      fill(target.lastChild, id, this.answer.termsOf(id));
      if (place === this.links.length - 1) this.more();
    }
  }

  link({ id }, place) {
    const [, title, where, address] = names.get(id);
    const terms = this.answer.termsOf(id);
    const link = make("a");
    link.id = `${this.id}-${place}`;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.href = own.root + address;
    link.addEventListener("pointermove", () => this.choose(place));
    const name = make("span", "name");
    name.dir = "auto";
    mark(name, title.normalize("NFC"), placesOf(title.normalize("NFC"), terms));
    const part = make("span", "snippet");
    part.dir = "auto";
    if (where) link.append(make("span", "where", where));
    link.append(name, part);
    return link;
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
      if (this.chosen === count - 1) this.more();
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
// Before whoever sends what the page was told: a reader who leaves has stopped typing.
addEventListener("pagehide", () => { for (const box of boxes) box.tell(); }, { capture: true });
// What was typed, or asked for by the address, while this file was on its way.
start().catch(() => {});
for (const box of boxes) if (box.whole || box.input.value.trim()) box.show(box.whole);

// For scripts of the help centre's own: its search without its boxes.
self.kbSearch = async (query, most = 10) => {
  const { found } = await find(query, true) || { found: [] };
  return Promise.all(found.slice(0, most).map(async ({ id }) => {
    const [, title, where, address, labels] = await nameOf(id);
    return { title, where, address: own.root + address, labels };
  }));
};
