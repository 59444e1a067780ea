/** One annotated word of a CoNLL-U file. `head` is an index into the sentence's words, -1 for the root. */
export interface GoldWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
  /** Whether white space follows in the text. */
  readonly space: boolean;
}

export interface GoldSentence {
  readonly id: string;
  readonly text: string;
  /** Whether a paragraph begins with this sentence. */
  readonly paragraph: boolean;
  readonly words: readonly GoldWord[];
}

export interface GoldDocument {
  readonly id: string;
  /** `news` in `GUM_news_iodine`; the first letter in treebanks whose names hold no genre. */
  readonly genre: string;
  readonly sentences: readonly GoldSentence[];
}

const genreOf = (id: string) => /^[A-Za-z]+_([a-z]+)_/.exec(id)?.[1] ?? id.slice(0, 1);

/** Words of one block. Lines `N-M` (multiword tokens) carry the spacing of their last word; lines `N.M` (empty nodes) are skipped. */
const wordsOf = (lines: readonly string[]): GoldWord[] => {
  const words: GoldWord[] = [];
  const glued = new Set<number>();
  let upTo = 0;
  for (const line of lines) {
    const columns = line.split('\t');
    const [id = '', form = '', lemma = '', upos = '', xpos = '', , head = '', deprel = '', , misc = ''] = columns;
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) {
      const [from, to] = [Number(range[1]), Number(range[2])];
      for (let word = from; word < to; word++) glued.add(word);
      if (misc.includes('SpaceAfter=No')) glued.add(to);
      upTo = to;
    } else if (/^\d+$/.test(id)) {
      const inside = Number(id) <= upTo;
      const space = !(glued.has(Number(id)) || (!inside && misc.includes('SpaceAfter=No')));
      words.push({ form, lemma, upos, xpos, head: Number(head) - 1, deprel, misc, space });
    }
  }
  return words;
};

/** Reads a CoNLL-U file into its documents. A file without `# newdoc` is one document. */
export const readConllu = (text: string): GoldDocument[] => {
  const documents: { id: string; genre: string; sentences: GoldSentence[] }[] = [];
  let fresh = true;
  for (const block of text.split(/\r?\n\s*\r?\n/)) {
    const lines = block.split(/\r?\n/);
    const comment = (key: string) => lines.find((line) => line.startsWith(`# ${key} = `))?.slice(key.length + 5);
    const id = comment('newdoc id');
    if (id !== undefined || documents.length === 0) {
      documents.push({ id: id ?? 'document', genre: genreOf(id ?? 'document'), sentences: [] });
      fresh = true;
    }
    if (lines.some((line) => line.startsWith('# newpar'))) fresh = true;
    const words = wordsOf(lines.filter((line) => /^\d/.test(line)));
    if (words.length === 0) continue;
    const sentence = { id: comment('sent_id') ?? '', text: comment('text') ?? '', paragraph: fresh, words };
    documents.at(-1)?.sentences.push(sentence);
    fresh = false;
  }
  return documents.filter((document) => document.sentences.length > 0);
};
