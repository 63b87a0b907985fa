// What stands in a page after all scripts ran: first the whole page, then the article by stricter
// rules, then the article written out and read in again, which is where markup mutates.
(root) => {
  const foreign = new Set(("iframe object embed applet base frame frameset math foreignobject "
    + "animate set animatetransform animatemotion discard handler template xmp plaintext "
    + "listing noembed noframes textarea select marquee bgsound keygen isindex portal fencedframe "
    + "audio video source track map area image font style").split(" "));
  const risky = new Set(("style srcdoc formaction ping srcset background xlink:href target "
    + "attributionsrc data poster longdesc lowsrc dynsrc usemap manifest").split(" "));
  const schemes = new Set(["http:", "https:", "mailto:", "tel:"]);
  schemes.add(root === "" ? "kb:" : new URL(root).protocol);
  const framework = new Set("svg script link meta form input button noscript".split(" "));
  const ownOnly = new Set("name form accesskey contenteditable autofocus".split(" "));
  const own = "#vote-comment, .search-filters > select";
  const wrong = [];
  // Not by the element itself: a form's fields may stand before its own properties.
  const of = (element, name) => Reflect.get(Element.prototype, name, element);
  const all = (within) => (within === document ? Document : Element)
    .prototype.querySelectorAll.call(within, "*");
  const pictured = ({ href, protocol }) => /^data:image\/(png|jpeg|gif|webp);base64,/.test(href)
    || (root === "" ? protocol === "kb:" : href.startsWith(root)
      || (protocol === "file:" && root.startsWith("file:")));
  const look = (within, ours) => {
    for (const element of all(within)) {
      const name = of(element, "localName").toLowerCase();
      const say = (what) => wrong.push(`${what} in ${of(element, "outerHTML").slice(0, 150)}`);
      const known = ours && of(element, "matches").call(element, own);
      if (foreign.has(name) && !known && !(name === "style" && !root)) say(`element ${name}`);
      if (!ours && framework.has(name)
          && !of(element, "matches").call(element, ".code-frame > button.copy")) {
        say(`element ${name}`);
      }
      if (name === "script" && (!element.src?.startsWith?.(root) || element.textContent)) {
        say("script");
      }
      if (name === "link" && !element.href?.startsWith?.(root)) say("link");
      if (name === "meta" && element.httpEquiv && !/policy$/i.test(element.httpEquiv)) say("meta");
      for (const attribute of of(element, "attributes")) {
        if (/^on/i.test(attribute.name)) say("handler");
        if (risky.has(attribute.name)) say(`attribute ${attribute.name}`);
        if (!ours && ownOnly.has(attribute.name)) say(`attribute ${attribute.name}`);
        if (!ours && attribute.name === "id" && !attribute.value.startsWith("h-")) say("id");
        if (["href", "src", "action"].includes(attribute.name)) {
          let address;
          try { address = new URL(attribute.value, document.baseURI); } catch { continue; }
          const well = name === "img" ? pictured(address) : schemes.has(address.protocol);
          if (!well) say(`address ${address.href.slice(0, 60)}`);
        }
      }
    }
  };
  const article = Document.prototype.querySelector.call(document, ".kb-article");
  look(document, true);
  if (article) {
    look(article, false);
    const again = Document.prototype.createElement.call(document, "div");
    again.innerHTML = article.innerHTML;
    look(again, false);
  }
  for (const name of ["getElementById", "querySelector", "querySelectorAll", "createElement"]) {
    if (document[name] !== Document.prototype[name]) wrong.push(`document.${name} is another`);
  }
  if (!(document.body instanceof HTMLBodyElement)) wrong.push("document.body is another");
  return wrong;
}
