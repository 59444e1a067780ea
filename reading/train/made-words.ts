const list = (words: string) => words.split(' ');

/** Words for made sentences. Everything here is common property of English; no text was looked at. */
export const COUNTRIES = list(
  'Norway Chad Niger Poland Kenya Peru Egypt Sudan Ghana Cuba Oman Qatar Laos Nepal Fiji Malta Cyprus Latvia Estonia Ukraine Armenia Turkey Japan India Russia China France Germany Algeria Morocco Brazil Chile Somalia Tanzania Vietnam Mongolia Iceland Serbia Kosovo Georgia',
);
export const CAPITALS = list(
  'Oslo Moscow Kyiv Beijing Tokyo Seoul Pyongyang Washington Paris Berlin Warsaw Ankara Tehran Cairo Nairobi Lima Hanoi Brussels Vienna Geneva Doha Riyadh Baku Yerevan London',
);
export const FIRST = list(
  'John Maria Ahmed Olga Pedro Anna Kenji Fatima Ivan Grace Peter Laura Omar Elena Paul Sofia David Amina Jonas Lucy',
);
/** Parts of family names; put together they give names that nobody bears. */
export const NAME_OPENINGS = list('Kar Vel Ost Mar Ben Tol Hak Rem Sor Dal Zan Gre Lun Pav Ish Mor Tan Wes Bar Kol');
export const NAME_ENDINGS = list('ov sen elli ado man ura enko son ez ian berg ong adze wala ic ski oya field ton ari');
export const BODIES = list(
  'government parliament army opposition council ministry union alliance commission party court junta cabinet senate delegation',
);
export const PEOPLE = list(
  'minister president spokesman ambassador official envoy general lawmaker negotiator mediator diplomat leader king chancellor rebel',
);
export const THINGS = list(
  'plan proposal embargo treaty resolution deployment ceasefire draft offer law ban pact deal election border corridor sanction tariff reform mission base pipeline withdrawal referendum report vote declaration talk summit truce',
);
export const FIELDS = list('oil grain trade water security defence energy weapons fishing migration peace airspace');
export const ADJECTIVES = list(
  'new regional foreign military joint national direct economic humanitarian permanent interim nuclear southern northern European African former senior final',
);
export const JUDGMENTS = list(
  'unacceptable premature illegal necessary dangerous legitimate useless welcome unfair impossible essential wrong inevitable ready willing',
);
/** What somebody holds, with a clause below it. */
export const HOLDINGS = list('position claim view belief demand promise warning hope fear threat idea statement');
export const MANNERS = list('firmly repeatedly formally publicly quietly never again strongly still initially openly');
export const TITLES = list('President Minister Senator General Ambassador Chancellor Secretary Governor');
export const DAYS = list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday March October May');

/** Verbs as `base third past participle present`. */
const verbs = (notation: string) => notation.split(' ').map((forms) => forms.split('/'));
export const ACTS = verbs(
  'reject/rejects/rejected/rejected/rejecting support/supports/supported/supported/supporting oppose/opposes/opposed/opposed/opposing propose/proposes/proposed/proposed/proposing sign/signs/signed/signed/signing impose/imposes/imposed/imposed/imposing delay/delays/delayed/delayed/delaying draft/drafts/drafted/drafted/drafting break/breaks/broke/broken/breaking accept/accepts/accepted/accepted/accepting criticise/criticises/criticised/criticised/criticising welcome/welcomes/welcomed/welcomed/welcoming block/blocks/blocked/blocked/blocking approve/approves/approved/approved/approving lift/lifts/lifted/lifted/lifting condemn/condemns/condemned/condemned/condemning want/wants/wanted/wanted/wanting back/backs/backed/backed/backing veto/vetoes/vetoed/vetoed/vetoing drop/drops/dropped/dropped/dropping close/closes/closed/closed/closing withdraw/withdraws/withdrew/withdrawn/withdrawing demand/demands/demanded/demanded/demanding suspend/suspends/suspended/suspended/suspending extend/extends/extended/extended/extending write/writes/wrote/written/writing',
);
export const MOVES = verbs(
  'leave/leaves/left/left/leaving fail/fails/failed/failed/failing return/returns/returned/returned/returning collapse/collapses/collapsed/collapsed/collapsing begin/begins/began/begun/beginning resign/resigns/resigned/resigned/resigning agree/agrees/agreed/agreed/agreeing continue/continues/continued/continued/continuing vote/votes/voted/voted/voting withdraw/withdraws/withdrew/withdrawn/withdrawing',
);
export const SAYINGS = verbs(
  'say/says/said/said/saying warn/warns/warned/warned/warning insist/insists/insisted/insisted/insisting argue/argues/argued/argued/arguing announce/announces/announced/announced/announcing add/adds/added/added/adding believe/believes/believed/believed/believing claim/claims/claimed/claimed/claiming admit/admits/admitted/admitted/admitting note/notes/noted/noted/noting fear/fears/feared/feared/fearing deny/denies/denied/denied/denying declare/declares/declared/declared/declaring hope/hopes/hoped/hoped/hoping know/knows/knew/known/knowing think/thinks/thought/thought/thinking',
);
export const AIMS = verbs(
  'refuse/refuses/refused/refused/refusing agree/agrees/agreed/agreed/agreeing decide/decides/decided/decided/deciding promise/promises/promised/promised/promising threaten/threatens/threatened/threatened/threatening want/wants/wanted/wanted/wanting plan/plans/planned/planned/planning fail/fails/failed/failed/failing continue/continues/continued/continued/continuing offer/offers/offered/offered/offering',
);
export const URGES = verbs(
  'urge/urges/urged/urged/urging press/presses/pressed/pressed/pressing force/forces/forced/forced/forcing allow/allows/allowed/allowed/allowing want/wants/wanted/wanted/wanting',
);
export const CALLS = verbs(
  'call/calls/called/called/calling consider/considers/considered/considered/considering find/finds/found/found/finding',
);
