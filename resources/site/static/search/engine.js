// Where one word stands, by field; read when it is asked for.
class Rows {
  constructor(text) { this.text = text; }

  // Numbers of documents and how often the word stands there, by turns.
  get(field) {
    if (!this.fields) this.fields = this.text.split("|").reverse();
    const at = field - head.fields.length + this.fields.length;
    if (at < 0) return [];
    if (typeof this.fields[at] === "string") this.fields[at] = Rows.read(this.fields[at]);
    return this.fields[at];
  }

  static read(row) {
    const found = [];
    let document = -1;
    let gap = 0;
    for (let at = 0; at < row.length; at += 1) {
      const code = row.charCodeAt(at);
      if (code > 96) gap = gap * 26 + code - 97;
      else if (code > 64) {
        document += gap * 26 + code - 64;
        gap = 0;
        found.push(document, 1);
      } else {
        let times = 0;
        for (; row.charCodeAt(at) < 65; at += 1) times = times * 10 + row.charCodeAt(at) - 48;
        at -= 1;
        found[found.length - 1] = times;
      }
    }
    return found;
  }

  has(document) {
    return head.fields.some((_, field) => {
      const row = this.get(field);
      let [low, high] = [0, row.length / 2];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (row[middle * 2] < document) low = middle + 1;
        else high = middle;
      }
      return row[low * 2] === document;
    });
  }
}

const spelled = (word) => (head.language.ideograph.test(word) ? `~${word.codePointAt(0).toString(16)}` : word);

// The part in which a word lies: see kbeditor/publishing/search/parts.py.
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

// MiniSearch's trees of the words in some parts, as one: for beginnings and slips.
class Trees {
  constructor(trees) { this.trees = trees; }

  get(word) { return this.trees.map((tree) => tree.get(word)).find(Boolean); }

  * atPrefix(word) { for (const tree of this.trees) yield* tree.atPrefix(word); }

  * fuzzyGet(word, slips) { for (const tree of this.trees) yield* tree.fuzzyGet(word, slips); }
}

// The words in the parts where some words would lie.
async function near(words) {
  const keys = head.marks.size ? [...new Set(words.map(partOf))].filter((key) => head.marks.has(key)) : [""];
  return new Trees(await Promise.all(keys.map(async (key) => {
    if (!parts.has(key)) await load(fileOf(key));
    const part = parts.get(key);
    if (!part.tree) {
      part.tree = new MiniSearch({ fields: head.fields })._index;
      part.words.forEach((word, place) => part.tree.set(word, new Rows(part.rows[place])));
    }
    return part.tree;
  })));
}

// The words of the index that stand for one that is asked for: [word, rows, weight]. One that is
// known is not taken for another one's slip; `open`: it may go on.
function meant(index, word, open) {
  const stem = head.language.stem(word);
  const found = new Map();
  const add = (term, rows, weight) => {
    if (rows && !found.has(term)) found.set(term, [term, rows, weight]);
  };
  add(stem, index.get(stem), 1);
  if (found.size && (stem !== word || !open)) return [...found.values()];
  if (open && !found.size) for (const term of completed(word)) add(term, index.get(term), 1);
  if (!head.cut.has(spelled(word)) && !head.language.ideograph.test(word)) {
    for (const [term, rows] of index.atPrefix(word)) {
      add(term, rows, BEGUN * term.length / (term.length + 0.3 * (term.length - word.length)));
    }
  }
  for (let slips = 1; !found.size && stem.length > 3 && slips <= (stem.length > 4 ? 2 : 1); slips += 1) {
    for (const [term, [rows, apart]] of index.fuzzyGet(stem, slips)) add(term, rows, SLIP * term.length / (term.length + apart));
  }
  return [...found.values()];
}

// Words whose part may hold the right one where a slip is among the first letters: two that changed
// places, one too many, one of a pair left out.
function neighbours(word) {
  const letters = [...word];
  const found = [];
  for (let at = 0; at < 3 && at + 1 < letters.length; at += 1) {
    found.push([...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join(""));
    found.push([...letters.slice(0, at), ...letters.slice(at + 1)].join(""));
    found.push([...letters.slice(0, at), letters[at], ...letters.slice(at)].join(""));
  }
  return found;
}

const BOOST = { title: 8, headings: 4, keywords: 4, summary: 2, body: 1 };
const BEGUN = 0.5; // what a word weighs that only begins so
const SLIP = 0.3; // what a word weighs that is only like it
const CATEGORY = 0.6; // answers stand in articles; a category that says as much comes after them
const ALMOST = 0.4; // how near the best a document must come that lacks some of the words

// Documents by BM25+, with the figures and weights that MiniSearch uses; the more of the words
// asked for stand in one, the more it counts. Best first: [{ id, score }].
function ranked(looks) {
  const scores = new Float64Array(head.numbers.at(-1) + 1);
  const matched = new Uint16Array(scores.length);
  const last = new Uint16Array(scores.length); // the last word that stands there, from 1
  looks.forEach((terms, place) => {
    for (const [, rows, weight] of terms) {
      head.fields.forEach((name, field) => {
        const row = rows.get(field);
        const often = row.length / 2;
        const rare = Math.log(1 + (head.numbers.length - often + 0.5) / (often + 0.5)) * weight * BOOST[name];
        const lengths = head.lengths[field];
        for (let at = 0; at < row.length; at += 2) {
          const id = row[at];
          const times = row[at + 1];
          const long = 0.3 + 0.7 * lengths[id] / head.averages[field];
          scores[id] += rare * (0.5 + times * 2.2 / (times + 1.2 * long));
          if (last[id] !== place + 1) {
            last[id] = place + 1;
            matched[id] += 1;
          }
        }
      });
    }
  });
  let best = 0;
  for (const id of head.numbers) {
    scores[id] *= matched[id] * (head.categories.has(id) ? CATEGORY : 1);
    if (scores[id] > best) best = scores[id];
  }
  return head.numbers
    .filter((id) => matched[id] && (matched[id] === looks.length || scores[id] >= best * ALMOST))
    .map((id) => ({ id, score: scores[id] }))
    .sort((one, other) => other.score - one.score || one.id - other.id);
}

// What a query finds: { found: documents, best first; termsOf: which of the words found stand in one }.
// null: too few letters to look for. `whole`: its last word is typed to the end.
async function find(query, whole) {
  await start();
  const { words: wordsOf, stem, stop } = head.language;
  const every = wordsOf(query);
  const telling = every.filter((word) => !stop.has(word));
  const words = telling.length ? telling : every;
  const meanings = await Promise.all(words.map(async (word, place) => {
    const open = !whole && place === words.length - 1 && word === every.at(-1);
    const spellings = [word, stem(word), ...(open ? completed(word) : [])];
    const found = meant(await near(spellings), word, open);
    const sure = found.some(([term, , weight]) => weight === 1 || term.startsWith(word));
    if (sure || word.length < 4 || !head.marks.size) return found;
    return meant(await near([...spellings, ...neighbours(word).map(stem)]), word, open);
  }));
  const looks = meanings.filter((terms) => terms.length);
  if (!looks.length && words.every((word) => head.cut.has(spelled(word)))) return null;
  const terms = looks.flat();
  return {
    found: looks.length ? ranked(looks) : [],
    termsOf: (id) => new Set(terms.filter(([, rows]) => rows.has(id)).map(([term]) => term)),
  };
}
