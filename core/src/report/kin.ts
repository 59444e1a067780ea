const SMALL = new Set(
  (
    'a an the of in on at to for by and or nor but not no if then than as with from into over under about after before is are was were be been being ' +
    'do does did has have had will would shall should can could may might must why what who whom whose which when where how it its this that these ' +
    'those their his her our your my he she they we you i there here all any each more most other some such only own same so too very just now'
  ).split(' '),
);

/** The content words of a text, in lower case, without accents. */
export const contentWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !SMALL.has(word));

const ENDINGS = new Set([
  '',
  's',
  'es',
  'd',
  'ed',
  'ing',
  'er',
  'ers',
  'n',
  'e',
  'al',
  'ly',
  'ion',
  'ation',
  'ment',
  'y',
  'ies',
]);

/** Whether two words are forms of one: declare, declared, declaration; refuse, refusal. */
export const kin = (a: string, b: string): boolean => {
  if (a === b) return true;
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  if (common < 3) return false;
  const [restA, restB] = [a.slice(common), b.slice(common)];
  if (common < 5) return ENDINGS.has(restA) && ENDINGS.has(restB) && common >= Math.min(a.length, b.length) - 1;
  return Math.max(restA.length, restB.length) <= 5 && common * 2 > Math.max(a.length, b.length);
};

/** Letters that must be added, taken or changed to turn one text into the other; counting stops above `most`. */
export const distance = (a: string, b: string, most = 3): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? most + 1;
};
