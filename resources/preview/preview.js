// The page's side of the preview. Runs in a world of its own: the article cannot reach it.
globalThis.kb = (() => {
  "use strict";
  const content = document.querySelector(".kb-article");
  const root = document.documentElement;
  let blocks = []; // {nodes, head}: a block's nodes, and its first element
  let lines = []; // the first line of each block, from 1
  let painted = false;
  let end = 1; // the line after the last one

  const make = (html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    const nodes = [...template.content.childNodes];
    return { nodes, head: nodes.find((node) => node.nodeType === Node.ELEMENT_NODE) ?? null };
  };

  // Page coordinate of a block's upper edge; the first block begins with the page itself, so
  // that the title scrolls along, and the one after the last is the page's end.
  const edge = (index) => {
    if (index <= 0) return 0;
    for (let at = index; at < blocks.length; at++) {
      if (blocks[at].head) return blocks[at].head.getBoundingClientRect().top + scrollY;
    }
    return root.scrollHeight;
  };
  const lineOf = (index) => (index < lines.length ? (index ? lines[index] : 1) : end);

  // The last index for which `test` holds, when it holds for all before it.
  const last = (test) => {
    let low = 0, high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (test(middle)) low = middle; else high = middle - 1;
    }
    return low;
  };

  const lineAt = (y) => {
    if (!blocks.length) return 1;
    const index = last((each) => edge(each) <= y);
    const from = edge(index), to = edge(index + 1);
    const part = to > from ? Math.min(Math.max((y - from) / (to - from), 0), 1) : 0;
    return lineOf(index) + part * (lineOf(index + 1) - lineOf(index));
  };

  const yOf = (line) => {
    if (!blocks.length) return 0;
    const index = last((each) => lineOf(each) <= line);
    const from = lineOf(index), to = lineOf(index + 1);
    const part = to > from ? Math.min(Math.max((line - from) / (to - from), 0), 1) : 0;
    return edge(index) + part * (edge(index + 1) - edge(index));
  };

  return {
    head([title, summary, language, direction]) {
      root.lang = language;
      root.dir = direction;
      document.querySelector(".page-head h1").textContent = title;
      const place = document.querySelector(".page-head .summary");
      place.textContent = summary;
      place.hidden = !summary;
    },
    patch([first, removed, html, allLines, after]) {
      const fresh = html.map(make);
      const old = blocks.splice(first, removed, ...fresh);
      let next = null;
      for (let at = first + fresh.length; at < blocks.length && !next; at++) {
        next = blocks[at].nodes[0] ?? null;
      }
      // New nodes first, old ones away after: the browser then finds an anchor to hold on to.
      for (const block of fresh) for (const node of block.nodes) content.insertBefore(node, next);
      for (const block of old) for (const node of block.nodes) node.remove();
      if (allLines) lines = allLines;
      end = after;
      return blocks.length;
    },
    // [line, part]: what is shown at `part` of the window's height, both ways.
    place() {
      const most = root.scrollHeight - innerHeight;
      const part = most > 0 ? Math.min(Math.max(scrollY / most, 0), 1) : 0;
      return JSON.stringify([lineAt(scrollY + part * innerHeight), part]);
    },
    show([line, part]) {
      scrollTo({ top: yOf(line) - part * innerHeight, behavior: "instant" });
    },
    toTop() {
      scrollTo({ top: 0, behavior: "instant" });
    },
    flash(line) {
      const index = last((each) => lineOf(each) <= line);
      const head = blocks[index]?.head;
      if (!head) return;
      const box = head.getBoundingClientRect();
      if (box.top < 0 || box.bottom > innerHeight) head.scrollIntoView({ block: "center" });
      head.classList.remove("kb-flash");
      void head.offsetWidth; // begins the animation anew
      head.classList.add("kb-flash");
    },
    // [look, lines, title, summary]: which blocks changed, by their first and last lines.
    mark([look, ranges, title, summary]) {
      const dress = (node, marked) => {
        node.classList.toggle("kb-mark-gone", marked && look === "gone");
        node.classList.toggle("kb-mark-new", marked && look === "new");
      };
      blocks.forEach((block, index) => {
        const from = lines[index], after = lineOf(index + 1);
        const marked = ranges.some(([start, to]) => start < after && to >= from);
        for (const node of block.nodes) {
          if (node.nodeType === Node.ELEMENT_NODE) dress(node, marked);
        }
      });
      dress(document.querySelector(".page-head h1"), title);
      dress(document.querySelector(".page-head .summary"), summary);
    },
    lineAtPoint(y) {
      return lineAt(scrollY + y);
    },
    toFragment(id) {
      document.getElementById(id)?.scrollIntoView({ block: "start" });
    },
    look([dark]) {
      root.dataset.theme = dark ? "dark" : "light";
    },
    count: () => blocks.length,
    // For measuring: true once a frame with what is there now was painted.
    afterPaint() {
      painted = false;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { painted = true; };
      // A task posted from within a frame's callback runs once that frame is laid out and painted.
      requestAnimationFrame(() => channel.port2.postMessage(0));
    },
    isPainted: () => painted,
  };
})();
