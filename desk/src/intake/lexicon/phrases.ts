import type { BoilerplateKind } from '@entente/core/document/document';

/**
 * Lines that a site, not the writer of the report, put into a page. `whole` patterns must fit a whole line; `part` patterns a stretch of a
 * short line, and speak to the reader (you, your, us), which reports do not.
 */
export const PHRASES: readonly { readonly kind: BoilerplateKind; readonly whole?: RegExp; readonly part?: RegExp }[] = [
  {
    kind: 'share',
    whole:
      /^(?:share(?: (?:this|on|via|with|article|story|link|icon).{0,40})?|(?:(?:facebook|twitter|x|whats ?app|linked ?in|telegram|pinterest|reddit|kakao ?talk|line|messenger|weibo|wechat|instagram|youtube|e-?mail|print|copy link|copy url|bookmark|tweet|share|url)[\s|,/·•]*)+|(?:send|e-?mail|print|tweet|forward|copy|save)(?: (?:e-?mail|this|link|article|page|story|to a friend|as pdf|url)){0,3}|follow us(?: on .{1,40})?|\d+ shares?|listen to (?:this )?article)$/i,
  },
  {
    kind: 'subscription',
    whole:
      /^(?:subscribe(?: now| today| to .{1,60})?|sign (?:up|in)(?: .{1,60})?|log ?in|register(?: now)?|newsletters?|e-?paper|donate(?: now)?|support us|become a member|my account)$/i,
    part: /\b(?:by subscribing|subscribe (?:now|today|to (?:our|the) (?:newsletter|newspaper|magazine|channel|mailing list|daily|weekly))|subscribers? only|for subscribers|already (?:a|an) (?:subscriber|member)|(?:your|a|our) (?:free |digital |paid )?(?:subscription|trial|newsletter)\b|quality journalism|(?:support|help fund) our (?:journalism|work|reporting)|our (?:daily|weekly|morning|evening) (?:newsletter|briefing|e-?mail)|sign up (?:for|to) (?:our|the|get|receive)|(?:delivered|straight|direct(?:ly)?) (?:in)?to your inbox|unlimited access|free articles? (?:left|remaining|this month)|continue reading (?:for|with)|log ?in to (?:read|continue|comment)|join our (?:telegram|whatsapp|mailing|community)|make a (?:donation|contribution)|download our app|get the app|follow us on)\b/i,
  },
  {
    kind: 'form',
    whole:
      /^\*?\s*(?:(?:your |recipient(?:'s)? |sender(?:'s)? )?(?:e-?mail|name|website|comment|message)(?: address| here)?|content address|leave (?:a|your) (?:reply|comment)s?|post (?:a )?comment|add (?:a |your )?comments?|(?:no )?comments?(?: \(\d+\))?|\d+ comments?|submit|send|reset|search|captcha|enter (?:the )?(?:code|text).{0,30}|reply|cancel reply|view all comments|load more comments|notify me .{0,80})$/i,
    part: /\b(?:please enter (?:your|a valid|an?)\b|(?:all|required) fields (?:are|marked)|your e-?mail address will not be|save my name|e-?mail address(?:es)? (?:is|are) required|notify me of (?:new|follow)|you must be logged in|comments are (?:closed|moderated|subject)|type your (?:comment|message)|verify (?:that )?you are (?:human|not a robot))/i,
  },
  {
    kind: 'navigation',
    whole:
      /^[*>«»‹›→←\s]*(?:home(?:page)?|menu|main menu|search|skip to (?:the )?(?:main )?(?:content|navigation|search)|jump to:? (?:navigation|search|content|main)(?:, search)?|contents|\[(?:hide|show|edit)\]|about(?: us)?|contact(?: us)?|privacy(?: policy| notice)?|terms(?: of (?:use|service)| (?:&|and) conditions)?|cookie (?:policy|settings|preferences)|accept(?: all)?(?: cookies)?|site ?map|advertis(?:e|ement|ing)|sponsored(?: content)?|prev(?:ious)?(?: (?:article|post|page|story))?|next(?: (?:article|post|page|story))?|back(?: to (?:top|list|home|news))?|to (?:the )?top|top|list|more(?: (?:articles?|stories|news|posts|on|from|about|in)\b.{0,60})?|see (?:also|more|all)(?: .{0,40})?|view (?:all|more)(?: .{0,40})?|(?:read|also read|read also|must read|related|see also)(?: (?:more|also|next|articles?|stories|news|posts|topics?|content|links))?(?:\s*[:|].{0,200})?|must[- ]reads?|trending(?: now)?|latest(?: news| stories)?|most (?:read|popular|viewed|shared)|popular(?: (?:now|posts|stories))?|recommended(?: (?:for you|stories))?|you (?:may|might) (?:also )?like(?: .{0,40})?|in (?:this|other) (?:article|news|stories|section)|editor'?s'? picks?|top stories|breaking news|download(?: (?:pdf|file|full text|the .{1,40}))?|(?:the )?full text(?:\.pdf)?|attach(?:ed|ment)s?(?: (?:the )?files?)?|tags?(?:\s*:.{0,200})?|topics?(?:\s*:.{0,200})?|categor(?:y|ies)(?:\s*:.{0,120})?|filed under.{0,120}|(?:hits?|views?|visits?|reads?|조회수?)\s*:?\s*[\d,.]+k?|\d+ (?:min(?:ute)?s?) read|loading(?:\.{3}|…)?|close|open|toggle .{1,30}|play(?: video)?|watch(?: now| video| live)?|live(?: tv)?|story continues.{0,40}|article continues.{0,40}|scroll (?:down )?(?:to|for) .{0,40}|click here.{0,60}|본문(?:으로)? 바로 ?가기|주메뉴 바로 ?가기|메뉴|검색|목록|이전(?:글)?|다음(?:글)?|aller au contenu.{0,20}|zum inhalt.{0,20}|saltar al contenido.{0,20}|ir al contenido.{0,20}|本文へ.{0,20}|跳到(?:主要)?内容|перейти к (?:основному )?содержанию)[\s:»›→!]*$/i,
    part: /\b(?:we use cookies|uses cookies|this (?:site|website) uses|accept (?:all )?cookies|enable javascript|javascript is (?:disabled|required)|your browser (?:does not|doesn't)|ad ?blocker|all rights reserved|terms of (?:use|service) (?:and|&)|click here to (?:read|see|view|watch|join))\b/i,
  },
];

/** Headings under which an article lists what it cites. */
export const REFERENCE_HEADING =
  /^#{0,6}\s*(?:references?(?: and notes)?|notes(?: and references)?|notes and citations|citations|footnotes|endnotes|bibliography|works cited|sources|literature|further reading|external links|see also|참고 ?문헌|参考文献|脚注|quellen|einzelnachweise|références|notes et références|referencias|примечания|литература)\s*(?:\[edit\])?:?$/i;

/** Headings of sections, which are no menu even among short lines. */
export const SECTION_HEADING =
  /^(?:\d+\.?\s*)?(?:introduction|summary|abstract|overview|background|context|key (?:points|findings|takeaways)|executive summary|analysis|assessment|conclusions?|outlook|implications|recommendations|history|the issue|main points)$/i;
