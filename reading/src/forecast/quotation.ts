import type { Reference } from '../actor/mention.ts';
import type { Frame } from '../attribution/frame.ts';
import type { Sentence } from '../sentence/sentence.ts';

/** Whether a place of a sentence is quoted, and who is quoted there. */
export interface Quoting {
  readonly inside: (place: number) => boolean;
  readonly of: (place: number) => readonly Reference[];
}

/** Follows quotation marks through a paragraph: who is quoted where the sentence itself does not say. */
export class Quotation {
  private readonly text: string;
  private open = false;
  private speaker: readonly Reference[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** A new paragraph: a quotation that was left open goes on in the next one, and its speaker with it. */
  turn(): void {
    if (!this.open) this.speaker = [];
  }

  /** Who is quoted at a place of a sentence: whoever the paragraph last let speak, where quotation marks stand around it. */
  at({ start, end }: Sentence, frames: readonly Frame[]): Quoting {
    const marks: number[] = [];
    for (let mark = this.text.indexOf('"', start); mark >= 0 && mark < end; mark = this.text.indexOf('"', mark + 1))
      marks.push(mark);
    const opened = this.open;
    if (marks.length % 2 === 1) this.open = !this.open;
    const named = frames.find(({ of, form }) => of.length > 0 && form !== 'medium');
    if (named) this.speaker = named.of;
    const { speaker } = this;
    const inside = (place: number): boolean =>
      (marks.filter((mark) => mark < place).length + (opened ? 1 : 0)) % 2 === 1;
    return { inside, of: (place) => (inside(place) ? speaker : []) };
  }
}
