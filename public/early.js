// Lets a person begin before the program has come, which takes a while on a train. What is answered is stored in the form in which
// the program stores it, and the program goes on from there. Who has answers here already is left to the program.
//
// The statement is in the page as the program would show it, in a template (src/pages/body.rs); the texts of the others are those
// of the form for a pen. It runs in the page itself, so nothing is waited for.

(() => {
  const root = document.documentElement;
  const app = document.getElementById("app");
  const start = app.querySelector("main");
  const waiting = document.querySelector(".waiting");
  const template = document.getElementById("early");
  const texts = [...document.querySelectorAll("#paper .statements tbody:first-of-type th")].map((cell) => cell.textContent);
  const key = "duet.session";

  let draft;
  let question;
  /** What is stored, as far as this page knows: another tab may have gone on. */
  let known = null;
  // An arrow key or the space bar chooses an answer by a click too, and does not go on.
  let byKey = false;
  let byFinger = false;
  /** When the statement came that is shown, by the clock of events: see Hand in src/views/question.rs. */
  let since = -Infinity;

  const find = (selector) => question.querySelector(selector);
  const inputs = () => [...question.querySelectorAll("fieldset.answers input")];
  const address = (number) => (number < 1 ? "#start" : number > texts.length ? "#review" : `#q${number}`);

  function mark(element, name, value) {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }

  function begins() {
    try {
      if (localStorage.getItem(key) !== null) return false;
    } catch {
      return false;
    }
    draft = JSON.parse(template.dataset.draft);
    question = template.content.firstElementChild.cloneNode(true);
    question.addEventListener("click", clicked);
    question.addEventListener("keydown", keyDown);
    question.addEventListener("pointerdown", (event) => {
      byKey = false;
      byFinger = event.pointerType === "touch";
    });
    // What needs the program: the dots only show where one is.
    find(".dots").inert = true;
    find(".digit-keys").hidden = true;
    start.removeAttribute("id");
    start.after(question);
    root.dataset.early = "";
    // From here on it is the review that has to wait.
    waiting.id = "review";
    return true;
  }

  function draw(number) {
    const count = (text) => text.replace(/\d+/, number);
    question.dataset.item = number;
    find("legend h1").textContent = texts[number - 1];
    find("#progress").textContent = count(find("#progress").textContent);
    document.title = count(template.dataset.title);
    find("[data-action=back]").href = address(number - 1);
    for (const input of inputs()) {
      input.name = `q${number}`;
      input.checked = Number(input.value) === draft.answers[number - 1];
    }
    question.querySelectorAll(".dots a").forEach((dot, place) => {
      mark(dot, "aria-current", place === number - 1 ? "step" : null);
      mark(dot, "data-answer", draft.answers[place]);
    });
  }

  /** Shows what the address names, as far as that is possible without the program. */
  function show() {
    // The program is here, or has failed.
    if (root.dataset.boot) return;
    const { hash } = location;
    const number = Number(/^#q([1-9]\d?)$/.exec(hash)?.[1] ?? 0);
    const asked = number >= 1 && number <= texts.length;
    if (!question && !(asked && begins())) return;
    if (!asked && !["", "#start"].includes(hash)) return;
    const goesOn = asked && start.hidden;
    start.hidden = asked;
    question.hidden = !asked;
    if (!asked) return;
    draw(number);
    // As the program does (src/mount.rs): the answers stay under the finger as long as there is something to read above them.
    const readable = goesOn && find("legend h1").getBoundingClientRect().top >= 0;
    if (parent === window && !readable) scrollTo(0, 0);
    if (parent === window || document.hasFocus()) {
      const focused = inputs().find((input) => input.checked) ?? inputs()[0];
      focused.focus({ preventScroll: true });
    }
  }

  /** Whether the answer is stored. */
  function store(number, answer) {
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    draft.answers[number - 1] = answer;
    draft.started ??= now;
    draft.side = app.querySelector("[name=side]:checked")?.value || invited();
    try {
      if (localStorage.getItem(key) !== known) return false;
      known = JSON.stringify(draft);
      localStorage.setItem(key, known);
      return true;
    } catch {
      return false;
    }
  }

  /** The side that the link to the check has named. */
  function invited() {
    const side = new URLSearchParams(location.search).get("side");
    return ["sales", "marketing", "other"].includes(side) ? side : null;
  }

  function answer(number, value) {
    const wasOpen = draft.answers[number - 1] === null;
    let next = number + 1;
    while (wasOpen && draft.answers[next - 1]) next += 1;
    if (!byKey) draft.at = address(next).slice(1);
    // Where nothing can be stored, or another tab has stored something, the program will know what to do: it is waited for.
    if (store(number, value) && !byKey) go(address(next));
  }

  /** As a link would. Setting the fragment makes no entry in the history of WebKit; the line for those who wait needs it. */
  function go(fragment) {
    if (fragment === "#review") {
      location.hash = fragment;
      return;
    }
    history.pushState(null, "", fragment);
    show();
  }

  function clicked(event) {
    const answers = event.target.matches("fieldset.answers input");
    const next = event.target.closest("[data-action=next]");
    // The second half of a double tap belongs to what was shown before.
    const soon = Math.abs(event.timeStamp - since) < 200;
    if (soon && !byKey && (event.detail >= 2 || byFinger)) {
      event.preventDefault();
      return;
    }
    if ((answers && !byKey) || next) since = event.timeStamp;
    const number = Number(question.dataset.item);
    if (answers) answer(number, Number(event.target.value));
    if (next) go(address(number + 1));
  }

  function keyDown(event) {
    byKey = event.key.startsWith("Arrow") || event.key === " ";
    const inField = event.target.matches("input");
    if (event.key === "Enter" && inField && !event.repeat) go(address(Number(question.dataset.item) + 1));
  }

  addEventListener("hashchange", () => {
    since = performance.now();
    show();
  });
  show();
})();
