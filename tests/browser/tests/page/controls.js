// Counts what the Tab key should reach, and writes down what it does reach.
document.activeElement?.blur();
const chosen = ({ name }) => document.querySelector(`input[type=radio][name="${name}"]:checked`);
const first = ({ name }) => document.querySelector(`input[type=radio][name="${name}"]`);
// Radios of one name are one stop.
const isStop = (element) => element.type !== "radio" || element === (chosen(element) ?? first(element));
const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0 && isStop(element));
const steps = [];
const marked = (element) => element && getComputedStyle(element).outlineStyle !== "none";
document.addEventListener("focusin", ({ target }) => {
  steps.push({ target, seen: marked(target) || marked(target.closest("label")) });
});
const short = (element) => element.outerHTML.slice(0, 80);
window.walked = () => {
  const targets = steps.map(({ target }) => target);
  const isBack = (target, index) =>
    index > 0 && Boolean(targets[index - 1].compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING);
  return {
    missed: controls.filter((element) => !targets.includes(element)).map(short),
    unseen: steps.filter(({ seen }) => !seen).map(({ target }) => short(target)),
    back: targets.filter(isBack).length,
  };
};
return controls.length;
