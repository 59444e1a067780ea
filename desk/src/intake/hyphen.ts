/** Ends of compounds that English writes with a hyphen: `Seoul-based`, `state-run`, `two-year`. */
const AFTER =
  /^(?:based|backed|led|run|owned|made|born|held|controlled|occupied|related|wide|like|style|type|level|range|term|year|month|week|day|hour|mile|old|long|scale|sponsored|brokered|mediated|funded|friendly|free|style|elect|general|in|out|off|up|down|to|the|and|of|at|by|on)\b/i;
/** Beginnings of such compounds. */
const BEFORE =
  /(?:^|[^\p{L}])(?:self|non|anti|pro|ex|semi|quasi|well|so|half|high|low|long|short|mid|cross|vice|all|cease|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|one|first|second|third|inter-\p{L}+|North|South|East|West|Sino|Russo|Anglo|Franco|Indo|Asia|Euro)$/iu;

/** The words of a text, to see how its writer spells a word elsewhere. */
export const wordsOf = (lines: readonly string[]): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const line of lines)
    for (const [word] of line.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?!-$)/gu)) {
      words.add(word.toLowerCase());
      if (words.size > 200_000) return words;
    }
  return words;
};

/**
 * A line and the one after it as running text. A word broken at the end of the line is put together as the writer spells it elsewhere in
 * the text; where that is not to be seen, the hyphen stays before capitals, numbers and the second half of usual compounds.
 */
export const joined = (line: string, next: string, words: ReadonlySet<string>): string => {
  if (line === '') return next;
  if (line.endsWith('\u00AD')) return line.slice(0, -1) + next;
  const head = /([\p{L}\p{N}-]*[\p{L}\p{N}])[-\u2010]$/u.exec(line.slice(-60))?.[1];
  const tail = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/u.exec(next.slice(0, 60))?.[0];
  if (head === undefined || tail === undefined) {
    const tight =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，]$/u.test(line) &&
      /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(next);
    return tight || /\S[\u2013\u2014/]$/.test(line) ? line + next : `${line} ${next}`;
  }
  const bare = line.slice(0, -1);
  const [whole, linked] = [`${head}${tail}`.toLowerCase(), `${head}-${tail}`.toLowerCase()];
  if (words.has(linked)) return `${bare}-${next}`;
  if (words.has(whole)) return bare + next;
  const keeps = !/^\p{Ll}/u.test(next) || /\p{N}$/u.test(head) || AFTER.test(tail) || BEFORE.test(head);
  return keeps ? `${bare}-${next}` : bare + next;
};
