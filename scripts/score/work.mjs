// What is left to a person: counted on compared reports, not estimated.

const overlap = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const half = (a, b) => overlap(a, b) * 2 >= Math.min(a.end - a.start, b.end - b.start) && overlap(a, b) > 0;

/** Words of a page. */
export const PAGE = 500;

/** The fields of a suggestion that a person has to set right: none of them and it can be accepted as it is. */
export const editsOf = ({ gold, found, actor, stance, issue }) => [
  ...(actor ? [] : ['actor']),
  ...(stance ? [] : ['stance']),
  ...(issue ? [] : ['issue']),
  ...(gold.condition && !(found.condition && half(gold.condition, found.condition)) ? ['condition'] : []),
  ...(found.condition && !gold.condition ? ['condition'] : []),
];

/** How many suggestions can be accepted as they are, need one or more fields set right, are to be rejected, and how many positions are left to code by hand. */
export const workOf = (compared) => {
  const edits = compared.flatMap(({ judged }) => judged.map(editsOf));
  const fields = {};
  for (const list of edits) for (const field of list) fields[field] = (fields[field] ?? 0) + 1;
  return {
    accept: edits.filter((list) => list.length === 0).length,
    one: edits.filter((list) => list.length === 1).length,
    several: edits.filter((list) => list.length > 1).length,
    reject: compared.reduce((sum, { extra }) => sum + extra.length, 0),
    byHand: compared.reduce((sum, { missed }) => sum + missed.length, 0),
    fields,
  };
};

/** The same as lines, for a page of 500 words. */
export const workLines = (compared, words) => {
  const { accept, one, several, reject, byHand, fields } = workOf(compared);
  const pages = words / PAGE;
  const each = (count) => (count / pages).toFixed(1).padStart(5);
  return [
    `  for a person, a page of ${PAGE} words (${pages.toFixed(1)} pages)`,
    `    accept as it is        ${each(accept)}   (${accept})`,
    `    set one field right    ${each(one)}   (${one})`,
    `    set several right      ${each(several)}   (${several})`,
    `    reject                 ${each(reject)}   (${reject})`,
    `    code by hand           ${each(byHand)}   (${byHand})`,
    `    fields to set right: ${Object.entries(fields)
      .map(([field, count]) => `${field} ${count}`)
      .join(', ')}`,
  ];
};
