import type { Sighted } from '../stance/clause.ts';
import { type Frame, sourceWords } from './frame.ts';

/** Somebody who has spoken, as a later “they said” means it. */
type Heard = Pick<Frame, 'of' | 'form' | 'voice'> & { readonly name: string; readonly sentence: number };

/** How many sentences later a pronoun still means a source. */
const REACH = 8;
const QUALIFIES = /^(of|for|from|in|at|with|close|familiar|on|to|who|which|that|involved|,)$/;

/** Whether words name several: by their head, the last word before what qualifies it. */
const isPlural = (name: string): boolean => {
  const words = name.toLowerCase().split(/\s+/);
  if (words.includes('and')) return true;
  const end = words.findIndex((word, index) => index > 0 && QUALIFIES.test(word));
  const head = (end < 0 ? words : words.slice(0, end)).at(-1) ?? '';
  return /[^s'’]s$/.test(head) || /^(people|police|some|others|several|many|two|three|four)$/.test(head);
};

const isSource = ({ form, voice }: Pick<Frame, 'form' | 'voice'>): boolean =>
  form === 'source' || form === 'office' || (form === 'words' && voice === 'anonymous');

/** Who has spoken so far in a document: finds whom “they said”, “she said”, “it said” and “the sources said” mean. */
export class Speakers {
  private several: Heard | undefined;
  /** An official without a name, unless a person has been named since. */
  private official: Heard | undefined;
  private last: Heard | undefined;
  private anonymous: Heard | undefined;

  /** The frames of a sentence with its speaking pronouns and shortened sources traced back. */
  hear(all: readonly Frame[], { tokens, mentions }: Sighted, text: string, sentence: number): Frame[] {
    const persons = mentions.filter(({ form }) => form === 'person').map(({ first }) => first);
    const traced = new Map<Frame, Frame>();
    let read = -1;
    for (const frame of [...all].sort((a, b) => a.sourceFirst - b.sourceFirst)) {
      if (persons.some((first) => first > read && first <= frame.sourceFirst)) this.official = undefined;
      read = frame.sourceFirst;
      const name = sourceWords(text, tokens, frame)?.name ?? '';
      const own = mentions.some(
        ({ first, form, of }) =>
          first < frame.sourceFirst && form !== 'pronoun' && of[0] && of[0].actor === frame.of[0]?.actor,
      );
      const back =
        frame.form === 'pronoun' ? this.meant(frame, name.toLowerCase(), sentence, own) : this.whole(frame, name);
      const found = back ? { ...frame, of: back.of, form: back.form, voice: back.voice, antecedent: back.name } : frame;
      traced.set(frame, found);
      if (found.form !== 'pronoun') this.note({ ...found, name: found.antecedent ?? name, sentence });
    }
    if (persons.some((first) => first > read)) this.official = undefined;
    return all.map((frame) => traced.get(frame) ?? frame);
  }

  private note(heard: Heard): void {
    this.last = heard;
    if (heard.voice === 'anonymous') this.anonymous = heard;
    if (heard.of.length > 1 || (isSource(heard) && isPlural(heard.name))) this.several = heard;
    else if (isSource(heard)) this.official = heard;
  }

  private meant(frame: Frame, word: string, sentence: number, own: boolean): Heard | undefined {
    const near = (heard: Heard | undefined): Heard | undefined =>
      heard && sentence - heard.sentence <= REACH ? heard : undefined;
    if (word === 'they') {
      const several = near(this.several);
      // “Egypt and Sudan met. They said …”: a subject in front is whoever acted just before.
      if (frame.place === 'before' && frame.of.length > 1 && several && sentence - several.sentence > 1)
        return undefined;
      const one = near(this.official);
      return several ?? (frame.of.length <= 1 && one?.voice === 'anonymous' ? one : undefined);
    }
    if (word === 'he' || word === 'she') return near(this.official);
    if (word !== 'it' || own || !this.last) return undefined;
    return (this.last.form === 'medium' || this.last.voice === 'document') && this.last.name !== ''
      ? near(this.last)
      : undefined;
  }

  /** “the sources said”: the source named in full before. */
  private whole({ voice }: Frame, name: string): Heard | undefined {
    const before = this.anonymous;
    return voice === 'anonymous' && name !== '' && before?.name.toLowerCase().endsWith(` ${name.toLowerCase()}`)
      ? before
      : undefined;
  }
}
