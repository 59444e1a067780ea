const TEXT =
  '(?:communiqu[eé]|(?:joint |final |written |official )?statement|declaration|resolution|treaty|accords?|agreement|pact|charter|constitution|protocol|article \\d+|decree|ruling|verdict|law|bill|report|letter|text|document|roadmap|memorandum)';
const SAYS =
  '(?:says?|said|reads?|provides?|provided|stipulates?|stipulated|states?|stated|requires?|required|obliges?|obliged|calls? for|called for|sets? out|adds?|added)';

/**
 * Sentences that hand on a public text or a speech before an audience, in words that need not be the writer's own even without quotation
 * marks: whoever was there or has read it can have the same. Patterns are for lower-case text with straight quotes.
 */
export const PUBLIC: readonly RegExp[] = [
  new RegExp(`\\b${TEXT}(?:,? [^,.]{0,40},?)? ${SAYS}\\b`),
  new RegExp(`\\b(?:according to|under|in|as part of|the text of) (?:the|a|an|their|its) (?:\\w+ )?${TEXT}\\b`),
  new RegExp(`\\b${SAYS} in (?:a|an|the|his|her|their|its) (?:\\w+ )?(?:${TEXT}|speech|address|remarks|interview)\\b`),
  /\b(?:told|addressed|addressing|speaking (?:to|before|at|in)|in a speech|at a (?:news|press) conference)\b(?: \w+){0,3} (?:reporters|journalists|parliament|lawmakers|deputies|senators|congress|assembly|council|conference|summit|rally|cadets|delegates|diplomats|crowd|nation)\b/,
];
