import { readFileSync } from 'node:fs';
import { loadSyntax } from '../../src/syntax/load.ts';
import { fScore, type Overlap, precision, recall } from '../align.ts';
import { type GoldDocument, readConllu } from '../conllu.ts';
import { documentScores, type Scores, summed } from './score.ts';

const percent = (share: number) => (100 * share).toFixed(1).padStart(6);

const ROWS: readonly (readonly [string, string])[] = [
  ['gold.upos', 'UPOS'],
  ['gold.xpos', 'XPOS'],
  ['gold.lemma', 'lemma'],
  ['gold.uas', 'UAS'],
  ['gold.las', 'LAS'],
  ['raw.tokens', 'raw: tokens'],
  ['raw.sentences', 'raw: sentences'],
  ['raw.upos', 'raw: UPOS'],
  ['raw.uas', 'raw: UAS'],
  ['raw.las', 'raw: LAS'],
  ['mention.typed', 'mentions'],
  ['coreference.conll', 'coreference'],
];

const NOTED: readonly string[] = ['verb.', 'negation.', 'attribution.', 'condition.', 'mention.', 'coreference.'];

/** B³ counts its precision and its recall apart: no F from either alone. */
const halves = (score: Overlap) => ({
  precision: score.found > 0 ? precision(score) : undefined,
  recall: score.gold > 0 ? recall(score) : undefined,
  f: score.found > 0 && score.gold > 0 ? fScore(score) : undefined,
});

/** The mean of MUC, B³ and CEAF-e, as the CoNLL tasks count. */
const conll = (scores: Scores): number | undefined => {
  const { 'coreference.muc': muc, 'coreference.b3p': p, 'coreference.b3r': r, 'coreference.ceaf': ceaf } = scores;
  if (!muc || !p || !r || !ceaf) return undefined;
  const [b3p, b3r] = [precision(p), recall(r)];
  return (fScore(muc) + (b3p + b3r === 0 ? 0 : (2 * b3p * b3r) / (b3p + b3r)) + fScore(ceaf)) / 3;
};

const figure = (scores: Scores, name: string): string => {
  if (name === 'coreference.conll') {
    const mean = conll(scores);
    return mean === undefined ? '     –' : percent(mean);
  }
  const score: Overlap | undefined = scores[name];
  return score && score.gold > 0 ? percent(fScore(score)) : '     –';
};

export interface Reports {
  /** Words that were scored; none when the files hold no trees. */
  readonly words: number;
  readonly text: string;
  readonly json: string;
}

/** Scores the model on files of gold trees: a table by genre, then what matters to reading, in precision, recall and F. */
export const reportOn = (modelFile: string, files: readonly string[]): Reports => {
  const { model, name } = loadSyntax(new Uint8Array(readFileSync(modelFile)));
  const documents: GoldDocument[] = files.flatMap((file) => readConllu(readFileSync(file, 'utf8')));
  const scored = documents.map((document) => ({ document, scores: documentScores(model, document) }));
  const genres = [...new Set(documents.map(({ genre }) => genre))].sort();
  const columns = [
    { title: 'all', scores: summed(scored.map(({ scores }) => scores)) },
    ...genres.map((genre) => ({
      title: genre,
      scores: summed(scored.filter(({ document }) => document.genre === genre).map(({ scores }) => scores)),
    })),
  ];
  const [all] = columns;
  const words = documents
    .flatMap(({ sentences }) => sentences)
    .reduce((sum, sentence) => sum + sentence.words.length, 0);
  const wide = Math.max(...columns.map(({ title }) => title.length), 6) + 1;
  const cells = (row: readonly string[]) => row.map((cell) => cell.padStart(wide)).join('');
  const lines = [
    `${name}; ${documents.length} documents, ${words} words`,
    'Per cent, F where found and gold can differ in number; given words, predicted tags, punctuation counted; "raw" from running text.',
    '',
    `${''.padEnd(16)}${cells(columns.map(({ title }) => title.slice(0, wide - 1)))}`,
    ...ROWS.map(
      ([key, title]) => `${title.padEnd(16)}${cells(columns.map(({ scores }) => figure(scores, key).trim()))}`,
    ),
    '',
    `${''.padEnd(32)}${cells(['P', 'R', 'F', 'found', 'gold'])}`,
    ...Object.entries(all?.scores ?? {})
      .filter(([key]) => NOTED.some((start) => key.startsWith(start)))
      .map(
        ([key, score]) =>
          `${key.padEnd(32)}${cells([...Object.values(halves(score)).map((share) => (share === undefined ? '–' : percent(share).trim())), String(score.found), String(score.gold)])}`,
      ),
  ];
  const rounded = (share: number) => Math.round(share * 1e4) / 1e4;
  const asObject = (scores: Scores) => ({
    ...Object.fromEntries(
      Object.entries(scores).map(([key, score]) => [
        key,
        {
          ...Object.fromEntries(
            Object.entries(halves(score)).flatMap(([name, share]) =>
              share === undefined ? [] : [[name, rounded(share)]],
            ),
          ),
          found: score.found,
          gold: score.gold,
        },
      ]),
    ),
    ...(conll(scores) === undefined ? {} : { 'coreference.conll': { f: rounded(conll(scores) ?? 0) } }),
  });
  const json = {
    model: name,
    documents: documents.map(({ id }) => id),
    words,
    scores: Object.fromEntries(columns.map(({ title, scores }) => [title, asObject(scores)])),
  };
  return { words, text: `${lines.join('\n')}\n`, json: `${JSON.stringify(json, null, 2)}\n` };
};
