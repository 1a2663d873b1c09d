// How the page looks before the program has come, and without it: its theme, its compact form, its height in a frame; and the form
// for a pen. It runs before anything is painted, so that nothing is shown twice.

(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const framed = window.parent !== window;

  /** For each theme: the colours of what the browser draws, and where the style sheet with the dark colours applies. */
  const themes = {
    light: ["light", "not all"],
    dark: ["dark", "screen"],
    auto: ["light dark", "screen and (prefers-color-scheme: dark)"],
  };

  function show(theme) {
    const [scheme, media] = themes[theme];
    document.querySelector("meta[name=color-scheme]").content = scheme;
    document.getElementById("dark").media = media;
  }

  /** What the person has chosen in the program. */
  function kept() {
    try {
      return JSON.parse(localStorage.getItem("duet.settings"))?.theme;
    } catch {
      return undefined;
    }
  }

  const isTheme = (name) => Object.hasOwn(themes, name ?? "");
  const wanted = [query.get("theme"), kept()].find(isTheme);
  if (wanted) show(wanted);
  addEventListener("duet:theme", ({ detail }) => show(detail));
  if (query.get("embed") === "1") root.dataset.embed = "";

  // The form for a pen is shown and printed without the program too. Said here besides by `:target`, which Firefox forgets when it prints.
  const paper = () => root.toggleAttribute("data-paper", location.hash === "#paper");
  addEventListener("hashchange", paper);
  paper();
  // Browsers in some apps cannot print.
  if (typeof print === "function") root.dataset.prints = "";
  addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-action=print-form]")) print();
  });

  // A frame without an origin of its own gets no script module from some hosts: then the program does not even begin.
  addEventListener("error", ({ target }) => {
    if (!target.matches?.("script[data-wasm]")) return;
    root.dataset.boot = "failed";
    document.getElementById("failure").hidden = false;
    document.getElementById("app").hidden = true;
    document.getElementById("paper").removeAttribute("role");
    // The browser may have kept something else in its place.
    document.querySelector("#failure [data-action=reload]").addEventListener("click", (event) => {
      event.preventDefault();
      fetch(target.src, { cache: "reload" }).catch(() => {}).finally(() => location.reload());
    });
  }, true);

  if (!framed) return;
  root.dataset.framed = "";

  // The root element and not the document, which is never lower than the frame.
  let height = 0;
  new ResizeObserver(() => {
    const now = Math.ceil(root.getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    parent.postMessage({ source: "duet", version: 1, type: "height", height }, "*");
  }).observe(root);

  // From the page around, whichever it is: it may say no more than what it can do to a frame anyway.
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.source !== "duet-host" || data.version !== 1) return;
    if (data.type === "theme" && isTheme(data.theme)) show(data.theme);
    // What it has given to the frame: where that is enough, there is nothing to scroll.
    if (data.type === "height") root.dataset.framed = data.height >= height ? "whole" : "";
  });
})();
