// The smallest application with the hooks of the contract: three statements, kept in localStorage, views in the fragment.
const main = document.querySelector("main");
const last = 3;
const key = "duet.session";

const storage = (() => {
  try {
    localStorage.setItem("duet.probe", "");
    localStorage.removeItem("duet.probe");
    return localStorage;
  } catch {
    return null;
  }
})();
let answers = JSON.parse(storage?.getItem(key) ?? "[]");

function show() {
  const view = location.hash.slice(1) || "start";
  const item = Number(view.match(/^q(\d+)$/)?.[1] ?? 0);
  main.dataset.view = item ? "question" : view;
  if (item) main.dataset.item = item;
  else delete main.dataset.item;
  main.innerHTML = item ? question(item) : view === "result" ? result() : start();
}

const start = () => `<p>Hello from the script</p><p data-saved="${storage ? "device" : "tab"}">saved</p>
  <button data-action="start">Start</button>`;

const radio = (item, value) => `<label><input type="radio" name="q${item}" value="${value}"
  ${answers[item - 1] === value ? "checked" : ""}> ${value}</label>`;

const question = (item) => `<form><fieldset><legend>Statement ${item}</legend>
  ${[1, 2, 3, 4, 5].map((value) => radio(item, value)).join("")}</fieldset>
  <button data-action="next">Next</button></form>`;

const result = () => `<p data-score="${answers.reduce((sum, value) => sum + value, 0)}" data-level="aligned">Result</p>
  <div style="height: 3000px">A long page</div>`;

addEventListener("hashchange", show);
addEventListener("submit", (event) => {
  event.preventDefault();
  const item = Number(main.dataset.item);
  location.hash = item === last ? "result" : `q${item + 1}`;
});
addEventListener("click", (event) => {
  if (event.target.dataset.action === "start") location.hash = "q1";
});
addEventListener("change", (event) => {
  answers[Number(main.dataset.item) - 1] = Number(event.target.value);
  storage?.setItem(key, JSON.stringify(answers));
});
show();
