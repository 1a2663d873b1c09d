// Opens everything that is folded, and what is folded in it. What is in it may be drawn only then, before the toggle is told of here.
const opened = (part) =>
  new Promise((done) => {
    part.addEventListener("toggle", done, { once: true });
    part.open = true;
  });
return (async () => {
  for (let folded = []; (folded = [...document.querySelectorAll("details:not([open])")]).length > 0; ) {
    await Promise.all(folded.map(opened));
  }
})();
