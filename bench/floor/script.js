"use strict";

const statements = [
  "Our actual sales come in close to the forecast.",
  "After a failure or a weak quarter, Sales and Marketing do not put the blame on each other.",
  "People from Marketing regularly meet key customers while a deal is in progress.",
  "Marketing brings Sales in while the marketing plan is still being written.",
  "Salespeople find that the materials they get from Marketing help them sell more.",
  "Salespeople readily give Marketing the feedback it asks for.",
  "Sales and Marketing use the same words and mean the same things by them.",
  "The heads of both functions regularly discuss early-stage topics: new ideas, signals from the market, the direction of product development.",
  "Sales and Marketing work out together how each customer segment buys.",
  "Meetings between the two functions are rarely taken up by settling disputes or fighting fires.",
  "The heads of both functions plan together for products and services that are two or more years from launch.",
  "We discuss and judge the success of Sales and Marketing by one shared set of measures.",
  "For each key account, Marketing helps both to set the sales strategy and to carry it out.",
  "Both functions work on one jointly designed funnel or process, from the first market signal to customer service.",
  "Marketing contributes a lot to analysing funnel data and so makes the funnel more predictable and effective.",
  "In both functions people strongly feel that we win together or lose together.",
  "Sales and Marketing answer to one executive, such as a chief revenue or chief customer officer.",
  "People often move between Sales and Marketing.",
  "Sales and Marketing prepare and run training, events and other learning for their teams together.",
  "Each function takes an active part in preparing the other’s plans and presenting them to top management.",
];
// The least sum, the name, how to recognise it.
const levels = [
  [80, "Integrated", "The borders blur. You win together or lose together."],
  [60, "Aligned", "The borders are clear but flexible. You plan and train together."],
  [40, "Defined", "There are rules that keep conflicts away: good fences make good neighbours."],
  [20, "Undefined", "The two functions grew up apart, and each is busy with its own affairs."],
];
const key = "floor.answers";

const main = document.querySelector("main");
const [start, question, result] = main.children;
const radios = question.elements.answer;
let answers = stored();
let item = 0;
// Arrow keys choose by a click too, and whoever uses them is not done yet.
let byKey = false;

// One for each statement from the first on; whatever else lies there is none of ours.
function stored() {
  try {
    const found = JSON.parse(localStorage.getItem(key));
    return found.length <= statements.length && found.every((answer) => [1, 2, 3, 4, 5].includes(answer)) ? found : [];
  } catch {
    return [];
  }
}

function store() {
  try {
    localStorage.setItem(key, JSON.stringify(answers));
  } catch {
    // Without storage they last as long as the page.
  }
}

function show(view) {
  for (const other of main.children) other.hidden = other !== view;
  main.dataset.view = view.id;
  delete main.dataset.item;
  byKey = false;
}

// Below the first is the start, beyond the last the result.
function go(to) {
  item = to;
  if (item < 0) {
    show(start);
  } else if (item < statements.length) {
    show(question);
    main.dataset.item = item + 1;
    question.querySelector("p").textContent = `${item + 1} of ${statements.length}`;
    question.querySelector("h1").textContent = statements[item];
    for (const radio of radios) radio.checked = answers[item] === Number(radio.value);
  } else {
    show(result);
    const sum = answers.reduce((all, answer) => all + answer);
    const [, name, text] = levels.find(([least]) => sum >= least);
    result.querySelector("h1").textContent = `${name} relationship`;
    result.querySelector(".sum").textContent = sum;
    result.querySelector(".lead").textContent = text;
  }
}

function move(to) {
  go(to);
  document.querySelector(`#${main.dataset.view} h1`).focus();
  scrollTo(0, 0);
}

question.addEventListener("keydown", (event) => {
  byKey = event.key.startsWith("Arrow") || event.key === " ";
});
question.addEventListener("pointerdown", () => {
  byKey = false;
});
question.addEventListener("submit", (event) => {
  event.preventDefault();
  move(item + 1);
});
main.addEventListener("click", ({ target }) => {
  if (target.name === "answer") {
    answers[item] = Number(target.value);
    store();
    if (!byKey) move(item + 1);
    return;
  }
  switch (target.dataset.action) {
    case "begin":
      return move(answers.length);
    case "back":
      return move(item - 1);
    case "again":
      answers = [];
      store();
      return move(0);
  }
});

if (answers.length) go(answers.length);
