/**
 * Words whose loss, gain or exchange changes the weight of a report. Patterns are for lower-case text with straight quotes.
 */

/** Who says it, where that is not the person whose words they are: “, the sources said”, “according to officials”, “reportedly”. */
export const ATTRIBUTIONS: readonly RegExp[] = [
  /,? (?:the |they,? |these |those |several |some |two |three |unnamed |anonymous |diplomatic |government |senior |military |western |\w+ government )*(?:sources?|officials?|diplomats?|people|persons|insiders|aides|they) (?:familiar with [^,.]{3,40} )?(?:only |also |later |then )?(?:said|say|told [^,.]{3,30}|added)(?: on \w+| \w+day)?/,
  /(?:,? )?according to (?:the |a |an |its |several |two |three )?[^,.;]{3,60}/,
  /(?:,? )?(?:as )?reported by [^,.;]{3,40}|as per [^,.;]{3,40}|citing [^,.;]{3,40}/,
  /,? [^,.]{3,40} said on condition of anonymity/,
  /\b(?:reportedly|allegedly)\b/,
];

/** Doubt and limits: what may be, what is only so. */
export const HEDGES =
  /\b(?:(?<!\b(?:in|on|since|until|by|of|from|last|next|early|late|mid|before|after) )may(?! \d)|might|could|possibly|perhaps|probably|likely|unlikely|apparently|supposedly|appears? to|appeared to|seems? to|seemed to|(?:is|are|was|were) (?:believed|thought|said|reported|understood) to|suggests?|suggested that|unclear|not clear|only|merely|in part|partly|if confirmed|yet to)\b/g;

/** What leaves a matter open without doubting it: no sign that a doubt was turned into a fact. */
export const STILL_OPEN =
  /\b(?:would|should|if|whether|expected to|expects to|plans? to|planned to|intends? to|set to|due to|about to|threatens? to|threatened to|possib\w+|potential\w*|risk\w*|fear\w*|hop(?:e|es|ed) to|consider\w*|think\w* of)\b/;

/** Words that turn what follows into its contrary; a word of a scale after one of them says something else. */
export const NEGATIONS =
  /\b(?:not|no|never|neither|nor|without|denie[sd]|deny|denying|hardly|far from|\w+n't)\b(?:\W+\w+){0,2}\W*$/;

/** Scales of words for one and the same act, weakest first; each line is a step. */
export const SCALES: readonly { readonly name: string; readonly steps: readonly RegExp[] }[] = [
  {
    name: 'refusal',
    steps: [
      /\b(?:hesita\w+|cautious(?:ly)?|wary|reserv\w* about|doubt(?:s|ed|ful)?|sceptical|skeptical|cool (?:on|to|toward))\b/,
      /\b(?:reluctan\w+|concern(?:s|ed)?|worr(?:y|ies|ied)|uneas[ye]|not enthusiastic|little enthusiasm|misgivings?|fears?|feared)\b/,
      /\b(?:unwilling(?:ness)?|object(?:s|ed|ion|ions)?|oppos(?:e|es|ed|ing|ition)|disagree\w*|resist(?:s|ed|ing)?|against)\b/,
      /\b(?:refus(?:e|es|ed|al|ing)|reject(?:s|ed|ion|ing)?|rul(?:e|es|ed|ing) out|block(?:s|ed|ing)?|veto(?:es|ed)?|slams?|den(?:y|ies|ied)|turn(?:s|ed)? down)\b/,
    ],
  },
  {
    name: 'approval',
    steps: [
      /\b(?:open to|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|stud(?:y|ies|ied|ying) the|look(?:s|ed|ing)? at)\b/,
      /\b(?:willing(?:ness)?|ready to|readiness|welcom(?:e|es|ed|ing)|favou?rs?|favou?red|lean(?:s|ed|ing)? toward)\b/,
      /\b(?:support(?:s|ed|ing)?|back(?:s|ed|ing)|agree(?:s|d|ing)?|accept(?:s|ed|ing)?|approv(?:e|es|ed|ing)|endors(?:e|es|ed|ing))\b/,
      /\b(?:insist(?:s|ed|ing)?|demand(?:s|ed|ing)?|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|guarantee(?:s|d|ing)?)\b/,
    ],
  },
  {
    name: 'saying',
    steps: [
      /\b(?:said|says|saying|told|noted|noting|added|stated|pointed out|remarked)\b/,
      /\b(?:underscor(?:e|es|ed|ing)|stress(?:es|ed|ing)?|emphasi[sz](?:e|es|ed|ing)|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? for)\b/,
      /\b(?:warn(?:s|ed|ing)?|insist(?:s|ed|ing)?|demand(?:s|ed|ing)?|threaten(?:s|ed|ing)?|accus(?:e|es|ed|ing))\b/,
    ],
  },
  {
    name: 'plan',
    steps: [
      /\b(?:explor(?:e|es|ed|ing)|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|discuss(?:es|ed|ing)?|talks? (?:on|about)|negotiat\w+ (?:on|about))\b/,
      /\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|seek(?:s|ing)?|sought|prepar(?:e|es|ed|ing)|aim(?:s|ed|ing)?)\b/,
      /\b(?:decid(?:e|es|ed|ing)|agreed to|will|has begun|began|start(?:s|ed|ing)?)\b/,
    ],
  },
];

/** Numbers as words. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, tens) => [word, (tens + 2) * 10] as const),
  ...([
    ['hundred', 100],
    ['thousand', 1000],
    ['million', 1e6],
    ['billion', 1e9],
    ['dozen', 12],
  ] as const),
]);
