// The script of the example article: it shows the result that it learns, and changes the colours of the article.

(() => {
  const root = document.documentElement;

  const words = {
    pl: {
      levels: { undefined: "niezdefiniowana", defined: "zdefiniowana", aligned: "dopasowana", integrated: "zintegrowana" },
      sides: { sales: "sprzedaż", marketing: "marketing", other: "inna albo niepodana" },
      heard: (score, level, side) =>
        `Ten artykuł już wie: suma ${score} na 100, relacja ${level}, strona: ${side}. Odpowiedzi nie zna.`,
    },
    en: {
      levels: { undefined: "undefined", defined: "defined", aligned: "aligned", integrated: "integrated" },
      sides: { sales: "Sales", marketing: "Marketing", other: "another, or not said" },
      heard: (score, level, side) =>
        `This article now knows: a sum of ${score} out of 100, level: ${level}, side: ${side}. It does not know the answers.`,
    },
  }[root.lang];

  // The event bubbles, so one listener serves the whole page. It is sent because the element has the attribute `events`.
  document.addEventListener("duet:result", ({ detail: { score, level, side } }) => {
    document.getElementById("heard").textContent = words.heard(score, words.levels[level], words.sides[side]);
  });

  // The check needs no message: embed.js notices the changed brightness of the background.
  const colours = document.getElementById("colours");
  colours.addEventListener("change", () => {
    if (colours.value === "auto") delete root.dataset.theme;
    else root.dataset.theme = colours.value;
  });
  // Without scripts there is no switch that does nothing.
  colours.parentElement.hidden = false;
})();
