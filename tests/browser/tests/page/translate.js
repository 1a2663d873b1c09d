// Translates the page as browsers do: every text node, now and later, gives its place to a <font> in a <font>.

const isLeft = (text) => !text.data.trim() || !text.parentElement
  || text.parentElement.closest("font, script, style, textarea, option, [translate=no]");

function translate(text) {
  if (isLeft(text)) return;
  const translation = document.createElement("font");
  translation.append(document.createElement("font"));
  translation.firstChild.textContent = `«${text.data}»`;
  text.replaceWith(translation);
}

function translateAll(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  texts.forEach(translate);
}

new MutationObserver((changes) => {
  for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
    if (node instanceof Text) translate(node);
    else translateAll(node);
  }
}).observe(document.body, { childList: true, subtree: true });
translateAll(document.body);
