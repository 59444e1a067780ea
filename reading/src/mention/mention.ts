import type { Mention, MentionType, Sentence } from '../syntax/syntax.ts';
import { type Draft, draftOf, numbering, type Weights, wordsOf } from './antecedent.ts';
import { antecedents } from './coreference.ts';
import { dependentsOf, formOf, phraseOf } from './phrase.ts';
import { TYPES } from './type.ts';

const KNOWN: ReadonlySet<string> = new Set(TYPES);

const isType = (kind: string): kind is MentionType => KNOWN.has(kind);

/** The mentions of a text before linking, in order of their start, longer ones first. `kinds` says for each word what it heads. */
export const draftsOf = (sentences: readonly Sentence[], kinds: readonly (readonly string[])[]): Draft[] => {
  const number = numbering();
  return sentences.flatMap(({ tokens }, sentence) => {
    const dependents = dependentsOf(tokens);
    const words = wordsOf(tokens, number);
    const drafts = tokens.flatMap((_, head) => {
      const kind = kinds[sentence]?.[head] ?? 'none';
      if (!isType(kind)) return [];
      const reach = phraseOf(tokens, dependents, head);
      return [draftOf(words, sentence, reach, head, kind, formOf(tokens, reach, head))];
    });
    return drafts.sort((a, b) => a.first - b.first || b.last - a.last);
  });
};

/** The mentions of a text, each with the entity it speaks of; without weights to link them by, each speaks of its own. */
export const mentionsOf = (
  sentences: readonly Sentence[],
  kinds: readonly (readonly string[])[],
  weights?: Weights,
): Mention[] => {
  const drafts = draftsOf(sentences, kinds);
  const { links, entities } = weights ? antecedents(drafts, weights) : { links: [], entities: [] };
  return drafts.map(({ sentence, first, last, head, type, form }, at) => {
    const tokens = sentences[sentence]?.tokens ?? [];
    const link = links[at] ?? -1;
    const start = tokens[first]?.start ?? 0;
    const mention = {
      start,
      end: tokens[last]?.end ?? start,
      sentence,
      first,
      last,
      head,
      type,
      form,
      entity: entities[at] ?? at,
    };
    return link < 0 ? mention : { ...mention, antecedent: link };
  });
};
