// The files of the search: scripts, as a page from disk may load nothing else. They are written by
// kbeditor/publishing/search/index.py. All of static/search/*.js becomes one script: see theme.py.

const own = document.currentScript.dataset;
const folder = `static/search/${own.locale}/`;

const make = (tag, className, text) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

// ---------------------------------------------------------------------------------- files

const asked = new Map(); // promises of files, by address

// Scripts are all that a page from disk may load.
function load(address) {
  if (!asked.has(address)) {
    asked.set(address, new Promise((done, failed) => {
      const script = make("script");
      script.src = own.root + address;
      script.onload = done;
      script.onerror = () => {
        asked.delete(address);
        script.remove();
        failed(new Error(address));
      };
      document.head.append(script);
    }));
  }
  return asked.get(address);
}

const parts = new Map(); // words and where they stand, by the part's key
const names = new Map(); // [number, title, where, address, labels], by number
const texts = new Map(); // [number, headings, keywords, summary, body], by number
let head = null;

self.kbSearchHead = (given) => { head = readHead(given); };
self.kbSearchPart = (key, words, rows) => {
  parts.set(key, { words: words ? words.split(" ") : [], rows: rows.split(" "), tree: null });
};
self.kbSearchNames = (group, rows) => { for (const row of rows) names.set(row[0], row); };
self.kbSearchTexts = (group, rows) => { for (const row of rows) texts.set(row[0], row); };

const start = () => Promise.all([load("static/minisearch.js"), load(`${folder}index.js`)]);

async function nameOf(number) {
  if (!names.has(number)) await load(`${folder}names-${Math.floor(number / head.groups[0])}.js`);
  return names.get(number);
}

async function textOf(number) {
  if (!texts.has(number)) await load(`${folder}texts-${Math.floor(number / head.groups[1])}.js`);
  return texts.get(number);
}

// Numbers in base 26: small letters, and a capital one at the end of each.
function numbers(text) {
  return (text.match(/[a-z]*[A-Z]/g) || []).map((each) => {
    let value = 0;
    for (const letter of each.toLowerCase()) value = value * 26 + letter.charCodeAt(0) - 97;
    return value;
  });
}

// Rising numbers, of which only the steps are written.
function rising(text) {
  let before = -1;
  return numbers(text).map((gap) => { before += gap + 1; return before; });
}

function readHead(given) {
  const every = rising(given.numbers);
  const size = (every.at(-1) || 0) + 1;
  const byNumber = (values) => {
    const found = new Uint32Array(size);
    values.forEach((value, place) => { found[every[place]] = value; });
    return found;
  };
  const lengths = given.lengths.map(numbers);
  const topic = numbers(given.topic);
  const labels = given.label.split(" ");
  const cut = new Set();
  const whole = new Set(given.parts.map(([key]) => key).filter((key) => !key.endsWith("_")));
  for (const [key] of given.parts) {
    const end = key.replace(/_$/, "");
    for (let letters = 0; letters <= end.length; letters += 1) cut.add(end.slice(0, letters));
  }
  for (const key of whole) cut.delete(key);
  return {
    words: given.words,
    language: readLanguage(given.rules),
    fields: given.rules.fields,
    groups: given.rules.groups,
    numbers: every,
    lengths: lengths.map(byNumber),
    averages: lengths.map((field) => field.reduce((sum, each) => sum + each, 0) / (every.length || 1) || 1),
    categories: new Set(rising(given.categories)),
    topics: given.topics,
    topic: new Map(every.map((number, place) => [number, topic[place] - 1])),
    labels: given.labels,
    label: new Map(every.map((number, place) => [number, numbers(labels[place])])),
    marks: new Map(given.parts.map(([key, mark]) => [key, mark])),
    cut,
  };
}
