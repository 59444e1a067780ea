import type { Problem } from '@entente/core/vocabulary';
import { fault, type Place } from './frozen.ts';

/** Letters that are drawn as nothing; joiners that scripts of Asia and pictures need are not among them. */
const NOTHING =
  /\u034F|\u17B4|\u17B5|\u180B|\u180C|\u180D|[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2060-\u2064\u206A-\u206F\u2800\u3164\uFEFF\uFFA0]/g;
/** Letters that turn the direction of writing, so that a reader sees others than stand there. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
/** A second alphabet that no program draws, in which whole sentences can be hidden. */
const TAGS = /[\u{E0000}-\u{E007F}]|[\u{E0100}-\u{E01EF}]/gu;
const INSIDE_WORD = /(?<=[\p{L}\p{N}])[\u200B\u2060-\u2064\uFEFF\u180E](?=[\p{L}\p{N}])/gu;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** Whether there is anything to look for; most texts have none of it. */
const ANY = new RegExp(`${NOTHING.source}|${TURNING.source}|\\uDB40`);

/** Counts what was taken out of the parts of one text. */
export class Invisible {
  private turning = 0;
  private inside = 0;
  private tags = 0;
  private secret = '';

  /**
   * Words without letters that nobody can see.
   *
   * @param frozen a text that stays as it stands: only what deceives is taken from it
   */
  without(words: string, frozen = false): string {
    if (!ANY.test(words)) return words;
    this.inside += words.match(INSIDE_WORD)?.length ?? 0;
    const tagged = words.replace(TAGS, (letter) => {
      this.tags++;
      const code = (letter.codePointAt(0) ?? 0) - 0xe0000;
      if (code >= 0x20 && code < 0x7f && this.secret.length < 60) this.secret += String.fromCodePoint(code);
      return '';
    });
    // a text written from right to left may need them; one that is not was tampered with
    const turned = frozen && RIGHT_TO_LEFT.test(words) ? /[\u202D\u202E]/g : TURNING;
    const straight = tagged.replace(turned, () => {
      this.turning++;
      return '';
    });
    return frozen ? straight : straight.replace(NOTHING, '');
  }

  /** What a person should know of it. */
  notes(place: Place): readonly Problem[] {
    const parts = [
      ...(this.turning > 0 ? [`${this.turning} that turn the direction of writing`] : []),
      ...(this.inside >= 3 ? [`${this.inside} without width inside of words`] : []),
      ...(this.tags > 0
        ? [`${this.tags} of an alphabet that nothing draws${this.secret === '' ? '' : ` (“${this.secret}”)`}`]
        : []),
    ];
    if (parts.length === 0) return [];
    return [
      fault(
        'hidden-characters',
        place,
        `It holds letters that a reader cannot see: ${parts.join(', ')}. They do not count.`,
      ),
    ];
  }
}
