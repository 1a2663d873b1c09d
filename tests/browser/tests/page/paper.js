// Applies the rules for print to the screen, at the width that the paper has between its margins of 14 mm, and returns the text that
// is seen, followed by an empty page for each one more that its height takes.
const [width, height] = arguments;
const turn = (rules) => {
  for (const rule of rules) {
    if (rule.media) {
      const text = rule.media.mediaText;
      if (text === 'print') rule.media.mediaText = 'all';
      else if (text.startsWith('screen')) rule.media.mediaText = 'not all';
    }
    if (rule.cssRules) turn(rule.cssRules);
  }
};
for (const sheet of document.styleSheets) turn(sheet.cssRules);
document.body.style.width = `${width - 2.8}cm`;
const px = 96 / 2.54;
const shown = [...document.querySelectorAll('main, [role=main]')].find((part) => part.checkVisibility());
const breaks = [...shown.querySelectorAll('section')].filter((part) => part.offsetHeight && getComputedStyle(part).breakBefore === 'page');
const count = Math.max(breaks.length + 1, Math.ceil(shown.scrollHeight / ((height - 2.8) * px)));
const text = shown.innerText;
document.body.style.width = '';
return [text, ...Array(count - 1).fill('')];
