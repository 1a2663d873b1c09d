// Shows the statements and stores answers until the program is loaded, on a slow network for example. Answers are stored in the format of
// the program, which continues with them. If there are stored answers already, it leaves everything to the program.
//
// The first statement is a template in the page (src/pages/body.rs); the other texts are taken from the printable form. The script is
// inlined into the page.

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
  /** The text that this page has stored last. A different one was stored by another tab. */
  let known = null;
  // Arrow keys and the space bar dispatch a click too, but do not lead to the next statement.
  let byKey = false;
  let byFinger = false;
  /** The event time at which the statement was shown: see AnswerInput in src/views/question.rs. */
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
    // These need the program; the dots stay visible to show the progress.
    find(".dots").inert = true;
    find(".digit-keys").hidden = true;
    start.removeAttribute("id");
    start.after(question);
    root.dataset.early = "";
    // From here on, the line for a loading program belongs to the review.
    waiting.id = "review";
    return true;
  }

  function render(number) {
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

  /** Shows the statement or the start that the address names; other views need the program. */
  function show() {
    // The program is running or has failed.
    if (root.dataset.boot) return;
    const { hash } = location;
    const number = Number(/^#q([1-9]\d?)$/.exec(hash)?.[1] ?? 0);
    const asked = number >= 1 && number <= texts.length;
    if (!question && !(asked && begins())) return;
    if (!asked && !["", "#start"].includes(hash)) return;
    const wasQuestion = asked && start.hidden;
    start.hidden = asked;
    question.hidden = !asked;
    if (!asked) return;
    render(number);
    // As in src/mount.rs: the page is not scrolled if the statement is visible, so that the answers stay under the finger.
    const readable = wasQuestion && find("legend h1").getBoundingClientRect().top >= 0;
    if (parent === window && !readable) scrollTo(0, 0);
    if (parent === window || document.hasFocus()) {
      const focused = inputs().find((input) => input.checked) ?? inputs()[0];
      focused.focus({ preventScroll: true });
    }
  }

  /** Stores an answer. Returns false if it cannot be stored, or another tab has stored something. */
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

  /** The side that the query names. */
  function invited() {
    const side = new URLSearchParams(location.search).get("side");
    return ["sales", "marketing", "other"].includes(side) ? side : null;
  }

  function answer(number, value) {
    const wasOpen = draft.answers[number - 1] === null;
    let next = number + 1;
    while (wasOpen && draft.answers[next - 1]) next += 1;
    if (!byKey) draft.at = address(next).slice(1);
    // If the answer is not stored, the program must handle it, so this waits for the program.
    if (store(number, value) && !byKey) go(address(next));
  }

  /** Goes to a fragment with a history entry. `location.hash` adds none in WebKit, but only it makes `:target` match the loading line. */
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
    // Ignore the second half of a double tap on the previous statement.
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
