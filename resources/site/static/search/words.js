// The same as kbeditor/publishing/search/folding.py and stemming.py; a test runs both on many words.
function readLanguage(rules) {
  const ideograph = `[${rules.ideographs}]`;
  const piece = new RegExp(`${ideograph}|(?:(?!${ideograph})[\\p{L}\\p{N}${rules.marks}])+`, "gu");
  const marks = new RegExp(`[${rules.marks}]`, "gu");
  const letters = new RegExp(`[${Object.keys(rules.folded).join("")}]`, "gu");
  const { stop = "", words = {}, prefixes = [], endings = [] } = rules.language;
  const plain = rules.language.letters && new RegExp(`^[${rules.language.letters}]+$`, "u");
  const known = new Map(Object.entries(words));
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(marks, "").normalize("NFKC")
    .replace(letters, (letter) => rules.folded[letter]);
  const stem = (word) => {
    if (!plain || !plain.test(word)) return word;
    let short = known.get(word) || word;
    const cut = prefixes.find(([prefix, least]) => short.startsWith(prefix) && short.length - prefix.length >= least);
    if (cut) short = short.slice(cut[0].length);
    for (const step of endings) {
      const rule = step.find(([ending, , least]) => short.endsWith(ending) && short.length - ending.length >= least);
      if (rule) short = short.slice(0, short.length - rule[0].length) + rule[1];
    }
    return short;
  };
  return {
    fold,
    stem,
    piece,
    ideograph: new RegExp(`^${ideograph}`, "u"),
    stop: new Set(stop.split(" ")),
    endings: endings.flatMap((step) => step.map(([ending]) => ending)),
    words: (text) => (text.normalize("NFC").match(piece) || []).flatMap((each) => fold(each).match(piece) || []),
  };
}

const stems = new Map();

function stemsOf(piece) {
  if (!stems.has(piece)) {
    const { fold, stem, piece: pattern } = head.language;
    stems.set(piece, (fold(piece).match(pattern) || []).map(stem));
  }
  return stems.get(piece);
}

// Where in a text the words stand whose stems were found.
function placesOf(text, terms) {
  const found = [];
  for (const match of text.matchAll(head.language.piece)) {
    const stem = stemsOf(match[0]).find((each) => terms.has(each));
    if (stem !== undefined) found.push({ stem, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

// What a word could be searched as that is not typed to its end: "annulat" may become "annulation".
function completed(word) {
  const { endings, stem } = head.language;
  const found = new Set();
  for (const ending of endings) {
    for (let typed = 1; typed < ending.length; typed += 1) {
      if (word.length - typed >= 3 && word.endsWith(ending.slice(0, typed))) found.add(stem(word + ending.slice(typed)));
    }
  }
  return found;
}
