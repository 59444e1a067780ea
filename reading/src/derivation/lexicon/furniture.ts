/**
 * Sentences that stand under or between reports without being part of them, where intake did not mark them: who typed and edited, rights,
 * calls to subscribe or share, how a site pays for itself. Patterns are for lower-case text with straight quotes.
 */
export const FURNITURE: readonly RegExp[] = [
  /^\W*(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written|reported|translated|photographs?|graphics?|illustrations?|production) (?:\w+ )?by\b/,
  /\b(?:contributed|contributing) (?:reporting|to this (?:report|story|article|piece))\b/,
  /\b(?:all rights reserved|copyright|©|terms of (?:use|service)|privacy (?:policy|notice)|cookies?)\b/,
  /\b(?:subscribe|subscribers?|subscription|newsletters?|sign up|log in|inbox|unsubscribe|paywall)\b/,
  /\b(?:click|tap) (?:here|on|to)\b|\bread (?:more|also|next)\b|\b(?:follow|like|join|find) us on\b|\bshare this\b|\bleave a (?:comment|reply)\b/,
  /\b(?:donat(?:e|ion|ions)|your (?:support|contribution)|our (?:readers|journalism|newsroom|reporters|editors|correspondents|team|website|site|app|archive))\b/,
  /\b(?:this|the) (?:article|story|report|piece|text|column) (?:was|has been|is|first|originally) (?:first |originally )?(?:published|appeared|printed|posted|updated|amended|corrected|produced|translated|taken|supplied|edited)\b/,
  /\bviews? expressed (?:in|here|are)\b|\b(?:does|do) not necessarily reflect\b|\bis a (?:staff writer|correspondent|freelance)\b/,
];
