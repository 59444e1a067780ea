const set = (words: string) => new Set(words.split(' '));

/** Verbs after which, before which or around which a quotation stands without `that`. */
export const SPEECH_VERBS: ReadonlySet<string> = set(
  'say tell state claim announce report note add argue believe think suggest ask reply answer respond write warn insist explain declare remark observe comment stress emphasize emphasise acknowledge admit concede confirm deny reiterate repeat recall conclude maintain contend assert allege tweet quote estimate predict feel guess suppose hope',
);

/** Verbs whose clause is what they bring about or amount to, not what somebody says or thinks. */
export const CONTENT_WITHOUT_SPEAKER: ReadonlySet<string> = set(
  'be make let help get have keep ensure cause mean happen wait go start stop seem appear turn take give do become watch allow enable prevent depend include see consider check test wait',
);

/** Nouns whose clause with `that` is what somebody says or thinks. */
export const CONTENT_NOUNS: ReadonlySet<string> = set(
  'claim belief view statement report hope fear idea warning argument news doubt opinion assertion allegation accusation promise pledge announcement conviction concern confidence suggestion understanding assumption impression suspicion conclusion reminder word sense feeling expectation demand condition position',
);

export type ConditionMarker = 'if' | 'unless' | 'provided';

/** Words that open a condition, and the marker that they stand for. */
export const CONDITION_MARKERS: ReadonlyMap<string, ConditionMarker> = new Map([
  ['if', 'if'],
  ['unless', 'unless'],
  ['provided', 'provided'],
  ['providing', 'provided'],
  ['supposing', 'provided'],
  ['assuming', 'provided'],
]);

export const NEGATORS: ReadonlySet<string> = set("not n't never no neither nor cannot hardly scarcely");

/** Verbs by which somebody reports or takes a position: what the scores of subjects and complements are counted over. */
export const REPORTING_VERBS: ReadonlySet<string> = set(
  'say tell state claim announce report note add argue believe think suggest propose ask call urge demand reject refuse deny oppose support agree accept warn insist express indicate hope want fear expect consider decide promise plan explain write know feel admit declare',
);
