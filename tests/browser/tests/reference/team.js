// The figures of a comparison, worked out a second time: straight from the formulae in docs/team.md, respondent by respondent, in
// another language and without any of the program's code. `rows` are [side, [20 answers]].
const [rows] = arguments;
const mean = (x) => x.reduce((sum, value) => sum + value, 0) / x.length;
const variance = (x) => x.reduce((sum, value) => sum + (value - mean(x)) ** 2, 0) / (x.length - 1);
const deviation = (x) => mean(x.map((value) => Math.abs(value - mean(x))));
const total = (answers) => answers.reduce((sum, value) => sum + value, 0);
const items = [...Array(20).keys()];

const group = (members) => ({
  n: members.length,
  sum: mean(members.map(total)),
  means: items.map((item) => mean(members.map((answers) => answers[item]))),
  spreads: items.map((item) => deviation(members.map((answers) => answers[item]))),
  agreement: 1 - mean(items.map((item) => variance(members.map((answers) => answers[item])))) / 2,
});
// What is shown of a mean: rounded by whole numbers, a half up, in units of that many decimals.
const shown = (x, decimals) => Math.floor((2 * 10 ** decimals * x.reduce((sum, value) => sum + value, 0) + x.length) / (2 * x.length));
const of = (side) => rows.filter(([own]) => own === side).map(([, answers]) => answers);
const [sales, marketing] = [of('sales'), of('marketing')];
let above = 0;
for (const x of sales.map(total)) {
  for (const y of marketing.map(total)) above += Math.sign(x - y);
}
return {
  sales: group(sales),
  marketing: group(marketing),
  other: group(of('other')),
  all: group(rows.map(([, answers]) => answers)),
  delta: above / (sales.length * marketing.length),
  // Gaps are those of the means as they are shown: on the page in tenths, in the file in ten-thousandths.
  gaps: [1, 4].map((decimals) =>
    items.map((item) => {
      const [one, other] = [sales, marketing].map((members) => shown(members.map((answers) => answers[item]), decimals));
      return (one - other) / 10 ** decimals;
    }),
  ),
};
