const set = (words: string) => new Set(words.split(' '));

/** Verbs after which, before which or around which a quotation stands without `that`. */
export const SPEECH_VERBS: ReadonlySet<string> = set(
  'say tell state claim announce report note add argue believe think suggest ask reply answer respond write warn insist explain declare remark observe comment stress emphasize emphasise acknowledge admit concede confirm deny reiterate repeat recall conclude maintain contend assert allege tweet quote estimate predict feel guess suppose hope',
);

/** Verbs that comment on a clause beside them without `that`: `…, I assume, …`. */
export const COMMENT_VERBS: ReadonlySet<string> = new Set([
  ...SPEECH_VERBS,
  ...set('assume imagine presume suspect reckon agree fear understand hear read record theorize'),
]);

/** Verbs of thinking, knowing and seeing; a clause below other verbs is something said. */
export const THINKING_VERBS: ReadonlySet<string> = set(
  'think believe know feel hope fear expect guess suppose assume imagine presume suspect understand realize realise recognize recognise remember recall forget notice see find learn decide determine consider conclude doubt wonder worry wish want hear read discover estimate intend mean reckon anticipate foresee regret accept resent trust judge agree dream envision perceive sense figure',
);

/** Verbs by which not somebody but something tells, or by which somebody makes it so. */
export const SHOWING_VERBS: ReadonlySet<string> = set(
  'show mean ensure indicate demonstrate prove reveal signal imply establish confirm',
);

/** Verbs after which `what`, `why`, `how` open what is known or told. */
export const QUESTION_VERBS: ReadonlySet<string> = set(
  'know explain say note understand ask wonder discuss express describe reveal remember decide',
);

/** Verbs whose clause with `-ing` is what somebody has in mind. */
export const RECALLING_VERBS: ReadonlySet<string> = set('remember recall imagine envision anticipate');

/** Verbs whose clause is what they bring about or amount to, not what somebody says or thinks. */
export const CONTENT_WITHOUT_SPEAKER: ReadonlySet<string> = set(
  'make let help get have keep cause happen wait start stop seem appear turn take give do become watch allow enable prevent depend include check test',
);

/** Adjectives whose clause is what somebody thinks, and not what pleases or grieves him. */
export const CONTENT_ADJECTIVES: ReadonlySet<string> = set(
  'sure certain confident aware convinced hopeful mindful afraid worried concerned determined adamant skeptical sceptical doubtful optimistic unsure uncertain unaware conscious persuaded',
);

/** Nouns that name a view: `in his view`. */
export const VIEW_NOUNS: ReadonlySet<string> = set('view opinion estimation judgment judgement assessment');

/** Nouns whose clause with `that` is what somebody says or thinks. */
export const CONTENT_NOUNS: ReadonlySet<string> = set(
  'claim belief view statement report hope fear idea warning argument news doubt opinion assertion allegation accusation promise pledge announcement conviction concern confidence suggestion understanding assumption impression suspicion conclusion reminder word sense feeling expectation demand position case sensation evidence message proposal theory notion insistence assurance',
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
  ['insofar', 'provided'],
]);

/** Nouns that open a condition: `on the condition that …`, `in the event that …`. */
export const CONDITION_NOUNS: ReadonlySet<string> = set('condition proviso provision premise understanding event');

export const NEGATORS: ReadonlySet<string> = set("not n't never no neither nor cannot hardly scarcely");

/** Verbs by which somebody reports or takes a position: what the scores of subjects and complements are counted over. */
export const REPORTING_VERBS: ReadonlySet<string> = set(
  'say tell state claim announce report note add argue believe think suggest propose ask call urge demand reject refuse deny oppose support agree accept warn insist express indicate hope want fear expect consider decide promise plan explain write know feel admit declare',
);
