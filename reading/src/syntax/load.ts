import { mentionsOf } from '../mention/mention.ts';
import { dependentsOf } from '../mention/phrase.ts';
import { typeOf } from '../mention/type.ts';
import { lemmaOf } from './lemma.ts';
import { type Model, readModel } from './model.ts';
import { parseSentences } from './parse.ts';
import { type RawSentence, sentencesIn } from './sentence.ts';
import { type Analysis, type Sentence, type SyntaxProvider, type Token, UPOS, type Upos } from './syntax.ts';

const uposOf = (tag: string): Upos => UPOS.find((one) => one === tag) ?? 'X';

/** Sentences with their trees, and for each word the kind of entity it heads. */
export interface Parsed {
  readonly sentences: readonly Sentence[];
  readonly kinds: readonly (readonly string[])[];
}

/** Sentences parsed at a time: enough to find some of like length, few enough that what parsing needs is soon forgotten. */
const AT_A_TIME = 256;

/** Parses sentences whose tokens are given. */
export const parsed = (model: Model, text: string, raw: readonly RawSentence[]): Parsed => {
  const { parser, lemmas } = model;
  const tags = parser.tagger.tags.map((tag) => {
    const [upos = 'X', xpos = ''] = tag.split('|');
    return { upos: uposOf(upos), xpos };
  });
  const sentences: Sentence[] = [];
  const kinds: (readonly string[])[] = [];
  for (let from = 0; from < raw.length; from += AT_A_TIME) {
    const some = raw.slice(from, from + AT_A_TIME);
    const words = some.map((spans) => spans.map(({ start, end }) => text.slice(start, end)));
    parseSentences(parser, words).forEach((parse, index) => {
      const spans = some[index] ?? [];
      const tokens = spans.map(({ start, end }, at): Token => {
        const word = words[index]?.[at] ?? '';
        const { upos, xpos } = tags[parse.tags[at] ?? 0] ?? { upos: 'X', xpos: '' };
        const [head, deprel] = [parse.heads[at] ?? -1, parser.labels[parse.labels[at] ?? 0] ?? 'dep'];
        return { start, end, text: word, lemma: lemmaOf(lemmas, word, xpos), upos, xpos, head, deprel };
      });
      sentences.push({ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0, tokens });
      const dependents = dependentsOf(tokens);
      kinds.push(
        Array.from(parse.kinds, (kind, at) =>
          kind === 0 ? 'none' : typeOf(model.typer, tokens, dependents, at, parser.kinds[kind] ?? 'none'),
        ),
      );
    });
  }
  return { sentences, kinds };
};

/** The parser that ships with the product, ready to be used. */
export interface Syntax extends SyntaxProvider {
  readonly model: Model;
}

/**
 * Makes the parser from the bytes of `reading/model/english.bin`. Reading the file, or fetching it in a browser, is for the caller.
 *
 * @throws RangeError when the bytes are not a model
 */
export const loadSyntax = (bytes: Uint8Array): Syntax => {
  const model = readModel(bytes);
  const analyse = (text: string): Analysis => {
    const { sentences, kinds } = parsed(model, text, sentencesIn(text));
    return { sentences, mentions: mentionsOf(sentences, kinds, model.coreference) };
  };
  const { rows, table } = model.typer.vectors;
  const width = table.length / rows.size;
  const vectorOf = (word: string): ArrayLike<number> | undefined => {
    const row = rows.get(word);
    return row === undefined ? undefined : table.subarray(row * width, (row + 1) * width);
  };
  return { name: model.name, model, analyse, vectorOf };
};
