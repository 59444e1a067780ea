import { FONTS } from './fonts.ts';
import { FULL_STYLE } from './style-parts.ts';
import { TOKENS } from './tokens.ts';

const BASE = `*{box-sizing:border-box}
html{font-size:16px;-webkit-text-size-adjust:100%;scroll-padding-top:24px}
body{margin:0;background:var(--paper);color:var(--ink);font:400 .9375rem/22px var(--sans);font-feature-settings:"tnum","lnum","kern";overflow-wrap:break-word}
h1,h2,h3,h4,p,ol,ul,dl,dd,figure,table{margin:0;padding:0;border:0}
ol,ul{list-style:none}
h1{font:600 2rem/39px var(--serif);letter-spacing:-.012em;text-wrap:balance;max-width:34em}
h2{font:600 1.375rem/28px var(--serif);letter-spacing:-.006em;text-wrap:balance}
h3{font:600 1.0625rem/25px var(--serif)}
h4{font:600 1.0625rem/25px var(--serif)}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--rule-2);text-decoration-thickness:1px;text-underline-offset:3px}
a:hover{text-decoration-color:currentColor;text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--hand);outline-offset:2px;border-radius:2px}
q{quotes:"“" "”"}
small{font-size:.8125rem;line-height:18px}
code{font:400 .87em/1.4 var(--code);overflow-wrap:anywhere}
.note{font-size:.8125rem;line-height:19px;color:var(--ink-3);max-width:86ch}
.soft{color:var(--ink-2)}.num{font-variant-numeric:tabular-nums lining-nums}
.machine{color:var(--machine)}.hand{color:var(--hand)}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.defs{position:absolute}
.skip{position:absolute;left:-999px}.skip:focus{left:16px;top:8px;z-index:9;background:var(--paper);padding:8px}
.bar{border-bottom:1px solid var(--rule)}
.bar>div{max-width:1440px;margin:0 auto;padding:0 40px;min-height:48px;display:flex;align-items:center;gap:8px 24px;flex-wrap:wrap}
.mark{font:600 19px/1 var(--serif);letter-spacing:-.01em;color:var(--ink);text-decoration:none}
.dossier{text-decoration:none;color:var(--ink-2);padding-left:24px;border-left:1px solid var(--rule)}
.frame{max-width:1440px;margin:0 auto;padding:0 40px 72px;display:grid;grid-template-columns:176px minmax(0,1fr);gap:0 64px;align-items:start}
.contents{position:sticky;top:0;padding-top:46px;font-size:.875rem;max-height:100vh;overflow-y:auto}
.contents a{display:block;padding:4px 0;color:var(--ink-2);text-decoration:none}
.contents a:hover{color:var(--ink);text-decoration:underline}
.contents small{color:var(--ink-3);display:block;line-height:16px;padding-top:16px}
main{min-width:0}
.head{padding:40px 0 8px}
.head h1{margin:4px 0 10px}.head .title{display:none}.as-of::first-letter{text-transform:uppercase}.as-of{display:inline-block}.head .cites{margin-top:10px}
.suggestion-note{margin-top:12px;border-left:2px solid var(--rule-2);padding-left:12px}
main>section{border-top:1px solid var(--rule);padding-top:20px;margin-top:40px}
main>section>h2{margin-bottom:8px}
section section{margin-top:32px}
.big{font:400 1.25rem/28px var(--serif)}
details{margin-top:8px}
summary{cursor:pointer;color:var(--ink-2);padding:6px 0;min-height:24px;width:fit-content}
summary:hover{color:var(--ink);text-decoration:underline;text-underline-offset:3px}
.g{width:20px;height:25px;flex:none;overflow:visible;vertical-align:-7px}
.g.sm{width:16px;height:20px;vertical-align:-5px}
.support{color:var(--support)}.oppose{color:var(--oppose)}.conditional{color:var(--conditional)}.neutral{color:var(--neutral)}.no-position{color:var(--silent)}
.sug{flex:none;color:var(--machine);display:inline-flex;align-items:center;white-space:nowrap;gap:1px}
.sug::before{content:"⟨"}.sug::after{content:"⟩"}.sug .g{color:var(--machine)}
.contested{font-weight:600;color:var(--ink);white-space:nowrap}
.contested::before{content:"≠";margin-right:4px}
.cite{white-space:nowrap;font:400 .8125rem/18px var(--sans);color:var(--ink-2)}
.cite .e{width:10px;height:10px;margin-right:4px;vertical-align:-1px;overflow:visible}
.cites{display:flex;flex-wrap:wrap;gap:2px 12px;align-items:baseline}
.q{text-decoration:none}.q:hover{text-decoration:underline}
.lead{color:var(--ink-2)}
table{border-collapse:collapse;width:100%}
th{font-weight:600;text-align:left;vertical-align:bottom;font-size:.8125rem;line-height:17px;color:var(--ink-2)}
td,th{padding:7px 12px 7px 0;border-bottom:1px solid var(--rule);vertical-align:top}
thead th,thead td{border-bottom:1px solid var(--rule-2);vertical-align:bottom}
tbody th{font-size:.9375rem;color:var(--ink);line-height:22px}
.wide{overflow-x:auto}
td small,th small{display:block;color:var(--ink-3);font-weight:400}
th.num,td.num{text-align:right}
.problems li{padding:6px 0;border-bottom:1px solid var(--rule)}
.problems .where{color:var(--ink-2);margin-right:8px}
.bad{color:var(--error);font-weight:600}
.methods li{max-width:76ch;padding:4px 0}
.frame.alone{grid-template-columns:minmax(0,1fr)}
footer.end{max-width:1440px;margin:0 auto;padding:16px 40px 32px;color:var(--ink-3);font-size:.8125rem}`;

const NARROW = `@media (max-width:1180px){.frame{grid-template-columns:minmax(0,1fr)}
.contents{position:static;padding:12px 0 0;display:flex;flex-wrap:wrap;gap:0 20px}.contents small{display:none}.head{padding-top:24px}}
@media (max-width:760px){
h1{font-size:1.5rem;line-height:31px;text-wrap:pretty}
.bar>div{padding:8px 16px}.dossier{display:none}.head .title{display:inline}.as-of::first-letter{text-transform:none}.frame{padding:0 16px 48px}.frame.alone{grid-template-columns:minmax(0,1fr)}
footer.end{padding:16px}
.contents a{padding:6px 0}
main>section{margin-top:32px}}
@media print{
.head .title{display:inline}.as-of::first-letter{text-transform:none}
.frame,footer.end{zoom:.76}.bar,.contents,.skip{display:none!important}
.frame{display:block;padding:0;max-width:none}footer.end{padding:12px 0 0}.head{padding-top:0}
h2,h3,h4{break-after:avoid}
tr,li,.line,.pair{break-inside:avoid}a{text-decoration:none}
details::details-content{content-visibility:visible;height:auto}summary{display:none}
main>section{margin-top:24px}
@page{size:A4;margin:18mm 18mm 20mm}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}`;

/** The whole style of a page, its fonts inside it. Nothing in it comes from a dossier. */
export const STYLE = `${FONTS}\n${TOKENS}\n${BASE}\n${FULL_STYLE}\n${NARROW}`;

/** The style of a page that only says something: in the reader’s own fonts. */
export const PLAIN_STYLE = `${TOKENS}\n${BASE}\n${NARROW}`;
