// Where one word stands: for MiniSearch a map from field to documents, read when it is asked for.
class Rows {
  constructor(text) { this.text = text; }

  get(field) {
    if (!this.fields) this.fields = this.text.split("|").reverse();
    const at = field - head.fields.length + this.fields.length;
    if (at < 0 || this.fields[at] === "") return undefined;
    if (typeof this.fields[at] === "string") this.fields[at] = Rows.read(this.fields[at]);
    return this.fields[at];
  }

  static read(row) {
    const found = new Map();
    let document = -1;
    let gap = 0;
    for (let at = 0; at < row.length; at += 1) {
      const code = row.charCodeAt(at);
      if (code > 96) gap = gap * 26 + code - 97;
      else if (code > 64) {
        document += gap * 26 + code - 64;
        gap = 0;
        found.set(document, 1);
      } else {
        let times = 0;
        for (; at < row.length && row.charCodeAt(at) < 65; at += 1) times = times * 10 + row.charCodeAt(at) - 48;
        at -= 1;
        found.set(document, times);
      }
    }
    return found;
  }
}

const spelled = (word) => (head.language.ideograph.test(word) ? `~${word.codePointAt(0).toString(16)}` : word);

// The part in which a word lies: see kbeditor/publishing/search_parts.py.
function partOf(word) {
  const letters = [...spelled(word)];
  let key = "";
  while (head.cut.has(key)) {
    const further = letters.slice(0, [...key].length + 1).join("");
    if (further === key || (!head.cut.has(further) && !head.marks.has(further))) return `${key}_`;
    key = further;
  }
  return key;
}

function fileOf(key) {
  const letters = [...key].map((each) => (/[a-z0-9_]/.test(each) ? each : `-${each.codePointAt(0).toString(16)}-`));
  return `${folder}w-${letters.join("")}.js?v=${head.marks.get(key)}`;
}

let engine = null; // MiniSearch over the parts last needed
let engineKey = null;

async function engineOver(words) {
  const keys = head.marks.size
    ? [...new Set(words.map(partOf))].filter((key) => head.marks.has(key)).sort()
    : [""];
  await Promise.all(keys.map((key) => parts.has(key) || load(fileOf(key))));
  if (engineKey !== keys.join(" ")) {
    engine = new MiniSearch({ fields: head.fields, tokenize: (term) => [term], processTerm: (term) => term });
    engine._documentCount = head.count;
    engine._documentIds = head.ids;
    engine._fieldLength = head.lengths;
    engine._avgFieldLength = head.averages;
    for (const key of keys) for (const [word, rows] of parts.get(key)) engine._index.set(word, rows);
    engineKey = keys.join(" ");
  }
  return engine;
}

const some = (iterable) => !iterable[Symbol.iterator]().next().done;

// How one word is looked for; null where nothing is like it. A word that is known is not taken
// for another one's slip; `open`: it may go on.
function lookFor(index, word, open) {
  const stem = head.language.stem(word);
  const known = index._index.has(stem);
  const others = open && !known ? [...completed(word)].filter((each) => each !== stem && index._index.has(each)) : [];
  const short = head.cut.has(spelled(word));
  const begun = (open || !known) && !short && (word === stem || !known) && !head.language.ideograph.test(word);
  const queries = known ? [stem, ...others] : others;
  if (begun && some(index._index.atPrefix(word))) {
    return { combineWith: "OR", queries: [...others, { queries: [word], prefix: true }] };
  }
  if (queries.length) return { combineWith: "OR", queries };
  for (let slips = 1; slips <= (stem.length > 4 ? 2 : 1) && stem.length > 3; slips += 1) {
    if (index._index.fuzzyGet(stem, slips).size) return { queries: [stem], fuzzy: slips };
  }
  return null;
}

// Words whose part may hold the right one where a slip is among the first letters.
function neighbours(word) {
  const letters = [...word];
  const found = [];
  for (let at = 0; at < 3 && at + 1 < letters.length; at += 1) {
    found.push([...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join(""));
    found.push([...letters.slice(0, at), ...letters.slice(at + 1)].join(""));
  }
  return found;
}

// Answers stand in articles; a category comes after them where it says as much.
const CATEGORY = 0.6;
const BOOST = { title: 8, headings: 4, keywords: 4, summary: 2, body: 1 };

// Documents without some of the words are found, too, if they come near the best by the others.
const ALMOST = 0.4;

// The documents for a query, best first: [{ id, terms }]. null: too few letters to look for.
// `whole`: its last word is typed to the end.
async function find(query, whole) {
  await start();
  const { words: wordsOf, stem, stop } = head.language;
  const every = wordsOf(query);
  const telling = every.filter((word) => !stop.has(word));
  const words = telling.length ? telling : every;
  const open = (place) => !whole && place === words.length - 1 && words[place] === every.at(-1);
  const near = words.flatMap((word, place) => [word, stem(word), ...(open(place) ? completed(word) : [])]);
  let index = await engineOver(near);
  let looks = words.map((word, place) => lookFor(index, word, open(place)));
  const lost = words.filter((word, place) => !looks[place] && word.length > 3);
  if (lost.length && head.marks.size) {
    index = await engineOver([...near, ...lost.flatMap(neighbours).map(stem)]);
    looks = words.map((word, place) => lookFor(index, word, open(place)));
  }
  const queries = looks.filter(Boolean);
  if (!queries.length) return words.every((word) => head.cut.has(spelled(word))) ? null : [];
  const found = index.search({ combineWith: "OR", queries }, {
    boost: BOOST,
    boostDocument: (id) => (head.categories.has(id) ? CATEGORY : 1),
    weights: { prefix: 0.5, fuzzy: 0.3 },
  });
  const enough = found.length ? found[0].score * ALMOST : 0;
  return found.filter((each) => each.queryTerms.length >= queries.length || each.score >= enough);
}
