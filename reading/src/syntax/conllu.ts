import type { Outcome, Problem } from '@entente/core/vocabulary';
import type { Weights } from '../mention/antecedent.ts';
import { mentionsOf } from '../mention/mention.ts';
import { type Analysis, type Sentence, type SyntaxProvider, type Token, UPOS, type Upos } from './syntax.ts';

/** A row of CoNLL-U that stands for a word, with the line that it came from. */
interface Row {
  readonly line: number;
  readonly columns: readonly string[];
}

const uposOf = (tag: string): Upos => UPOS.find((one) => one === tag) ?? 'X';

const blocksOf = (conllu: string): Row[][] => {
  const blocks: Row[][] = [[]];
  conllu.split(/\r?\n/).forEach((text, index) => {
    if (text.trim() === '') blocks.push([]);
    else if (/^\d+\t/.test(text)) blocks.at(-1)?.push({ line: index + 1, columns: text.split('\t') });
  });
  return blocks.filter((block) => block.length > 0);
};

/** Whether following the heads from every word ends at the root, and one word alone is the root. */
const isTree = (heads: readonly number[]): boolean => {
  const reaches = heads.every((_, from) => {
    let at = from;
    for (let step = 0; step <= heads.length && at >= 0; step++) at = heads[at] ?? -2;
    return at === -1;
  });
  return reaches && heads.filter((head) => head === -1).length === 1;
};

/** For each word the type named by an `Entity=(…)` mark that begins at it or of which it is the head; `none` without. */
const kindsOf = (rows: readonly Row[], heads: readonly number[]): string[] => {
  const kinds = rows.map(() => 'none');
  const open: { readonly id: string; readonly type: string; readonly first: number }[] = [];
  rows.forEach(({ columns }, at) => {
    const marks = /(?:^|\|)Entity=([^|]*)/.exec(columns[9] ?? '')?.[1] ?? '';
    for (const mark of marks.match(/\([^()]+\)?|[^()]+\)/g) ?? []) {
      const [id = '', type = ''] = mark.replace(/[()]/g, '').split('-');
      if (mark.startsWith('(')) open.push({ id, type, first: at });
      if (!mark.endsWith(')')) continue;
      const index = open.findLastIndex((one) => one.id === id);
      const [closed] = index < 0 ? [] : open.splice(index, 1);
      if (!closed) continue;
      for (let word = closed.first; word <= at; word++) {
        const head = heads[word] ?? -1;
        if (head >= closed.first && head <= at) continue;
        if (kinds[word] === 'none') kinds[word] = closed.type;
        break;
      }
    }
  });
  return kinds;
};

/**
 * The analysis of a text that another parser wrote as CoNLL-U. Its words must be those of the text, in order; white space between them does not matter.
 *
 * @param weights of the linker of mentions, `model.coreference`; without them every mention stands alone
 */
export const readAnalysis = (text: string, conllu: string, weights?: Weights): Outcome<Analysis> => {
  const problems: Problem[] = [];
  const fault = (code: string, line: number, says: string) =>
    problems.push({ code: `syntax/${code}`, at: ['line', line], says });
  let at = 0;
  const kinds: string[][] = [];
  const sentences = blocksOf(conllu).map((rows): Sentence => {
    const heads = rows.map(({ columns }) => Number(columns[6] ?? Number.NaN) - 1);
    const numbered = rows.every(({ columns }, index) => columns[0] === String(index + 1));
    if (!numbered || !heads.every((head) => Number.isInteger(head)) || !isTree(heads))
      fault(
        'no-tree',
        rows[0]?.line ?? 0,
        'The heads of this sentence are no tree with one root. Number the words from 1 and give 0 as the head of the root.',
      );
    kinds.push(kindsOf(rows, heads));
    const tokens = rows.map(({ line, columns }, index): Token => {
      const [, form = '', lemma = '', upos = '', xpos = '', , , deprel = ''] = columns;
      const start = text.indexOf(form, at);
      if (form === '' || start < 0 || text.slice(at, start).trim() !== '')
        fault(
          'word-not-in-text',
          line,
          `“${form}” is not the next word of the text. Parse the frozen text itself, and keep its words as they are.`,
        );
      const from = Math.max(start, at);
      at = Math.min(text.length, from + form.length);
      const base = lemma === '' || lemma === '_' ? form.toLowerCase() : lemma;
      return {
        start: from,
        end: at,
        text: form,
        lemma: base,
        upos: uposOf(upos),
        xpos,
        head: heads[index] ?? -1,
        deprel,
      };
    });
    return { start: tokens[0]?.start ?? at, end: tokens.at(-1)?.end ?? at, tokens };
  });
  if (problems.length === 0 && text.slice(at).trim() !== '')
    fault(
      'text-not-parsed',
      0,
      `The trees end before the text does, at “${text.slice(at, at + 30).trim()}”. Parse the whole text.`,
    );
  if (problems.length > 0) return { ok: false, problems };
  const mentions = mentionsOf(sentences, kinds, weights);
  return { ok: true, value: { sentences, mentions } };
};

/**
 * Another parser in the place of the one that ships. What it writes for a text is CoNLL-U; where that cannot be used, `otherwise` reads the text.
 */
export const providerOf = (
  name: string,
  parse: (text: string) => string,
  otherwise: SyntaxProvider,
  weights?: Weights,
): SyntaxProvider => ({
  name,
  analyse: (text) => {
    const read = readAnalysis(text, parse(text), weights);
    return read.ok ? read.value : otherwise.analyse(text);
  },
});
