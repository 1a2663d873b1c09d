const STORAGE_KEY = "surveyjs.answers";

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
  "Each function takes an active part in preparing the other’s plans and presenting them to top management."
];

const scale = [
  "strongly disagree",
  "disagree",
  "neither agree nor disagree",
  "agree",
  "strongly agree"
];

const levels = [
  { least: 80, name: "Integrated", text: "The borders blur. You win together or lose together." },
  { least: 60, name: "Aligned", text: "The borders are clear but flexible. You plan and train together." },
  { least: 40, name: "Defined", text: "There are rules that keep conflicts away: good fences make good neighbours." },
  { least: 20, name: "Undefined", text: "The two functions grew up apart, and each is busy with its own affairs." }
];

const welcome = `
  <p>Twenty statements, one sum, four levels of the relationship. Before you mend anything, find out where you stand.</p>
  <ul>
    <li><b>5 minutes</b> is about what it takes</li>
    <li><b>20</b> statements, each on a scale of 1–5</li>
    <li><b>0</b> data leave this browser</li>
  </ul>
  <p>You can stop at any time and come back later.</p>`;

const names = statements.map((_, index) => "q" + (index + 1));

const surveyJson = {
  firstPageIsStartPage: true,
  startSurveyText: "Start",
  pagePrevText: "Back",
  pageNextText: "Next",
  autoAdvanceEnabled: true,
  showProgressBar: true,
  pages: [
    {
      name: "start",
      title: "How well do your Sales and Marketing play together?",
      elements: [{ type: "html", name: "welcome", html: welcome }]
    },
    ...statements.map((statement, index) => ({
      name: "page" + (index + 1),
      elements: [
        {
          type: "radiogroup",
          name: names[index],
          title: statement,
          isRequired: true,
          choices: scale.map((label, at) => ({ value: at + 1, text: `${at + 1} ${label}` }))
        }
      ]
    }))
  ],
  calculatedValues: [{ name: "sum", expression: `sum(${names.map((name) => `{${name}}`).join(", ")})` }],
  // The first whose expression holds.
  completedHtmlOnCondition: levels.map(({ least, name, text }) => ({
    expression: `{sum} >= ${least}`,
    html: `<h3 class="level">${name} relationship</h3><p><b class="sum">{sum}</b> points on a scale from 20 to 100</p><p>${text}</p>`
  }))
};

// As in the other pages an answer goes on at once, and not after 300 ms.
Survey.settings.autoAdvanceDelay = 0;

const survey = new Survey.Model(surveyJson);

function saveSurveyData(survey) {
  const data = survey.data;
  data.pageNo = survey.currentPageNo;
  window.localStorage.setItem(STORAGE_KEY, JSON.stringify(data));
}

function restoreSurveyData(survey) {
  const saved = window.localStorage.getItem(STORAGE_KEY);
  if (!saved) return;
  const { pageNo, ...data } = JSON.parse(saved);
  survey.data = data;
  // Otherwise those who come back would stand before the start page.
  survey.start();
  survey.currentPageNo = pageNo;
  if (names.every((name) => name in data)) survey.doComplete();
}

restoreSurveyData(survey);
survey.onValueChanged.add(saveSurveyData);
survey.onCurrentPageChanged.add(saveSurveyData);

document.addEventListener("DOMContentLoaded", function () {
  survey.render(document.getElementById("surveyContainer"));
});
