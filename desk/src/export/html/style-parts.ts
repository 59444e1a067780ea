const ANSWER = `.answer .para{display:grid;grid-template-columns:150px minmax(0,1fr);gap:0 24px;padding:12px 0;border-bottom:1px solid var(--rule)}
.answer .para:last-child{border-bottom:0}
.answer .para h3{font:400 .8125rem/18px var(--sans);color:var(--ink-3);padding-top:5px}
.line{display:grid;grid-template-columns:minmax(0,1fr) 190px;gap:2px 24px;padding:3px 0}
.line p{font:400 1.0625rem/27px var(--serif);max-width:66ch}
.line .cites{flex-direction:column;padding-top:5px}
.answer .finding p{font-weight:600}.answer .finding .lead{color:var(--ink)}
.answer .missing p,.answer .origins p{font:400 .9375rem/24px var(--sans)}
@media screen and (max-width:1000px){.answer .para{grid-template-columns:minmax(0,1fr)}.line{grid-template-columns:minmax(0,1fr);padding:4px 0}.line .cites{flex-direction:row;padding:0}}`;

const MATRIX = `.matrix{table-layout:fixed;margin-top:4px}
.matrix col.who{width:136px}
.matrix td{padding:0;border-left:1px solid var(--rule);height:52px}
.matrix thead td{border-left:0}
.matrix thead th+th,.matrix thead td+th{padding-left:10px}
.matrix td a{display:flex;gap:8px;padding:8px 8px 8px 10px;height:100%;text-decoration:none;font-size:.8125rem;line-height:17px}
.matrix td a:hover{background:var(--sunken)}
.matrix td b{font-weight:600;display:block;color:var(--ink)}.matrix td b.machine{color:var(--machine)}
.matrix td b q{font-weight:400;font-family:var(--serif);font-size:.875rem}
.matrix td small{font-size:.75rem;line-height:15px}.matrix td small.contested{color:var(--ink)}
.matrix td span{min-width:0}.matrix td .sug{align-self:flex-start}
.legend{display:flex;flex-wrap:wrap;gap:6px 20px;font-size:.8125rem;line-height:18px;color:var(--ink-2);margin:14px 0 8px}
.legend>span{display:inline-flex;gap:6px;align-items:center;white-space:nowrap}
@media screen and (max-width:900px){.matrix,.matrix tbody,.matrix tr,.matrix td,.matrix tbody th{display:block}
.matrix thead,.matrix colgroup{display:none}
.matrix tbody th{border:0;border-top:1px solid var(--rule-2);padding:12px 0 2px;font:600 17px/24px var(--serif)}
.matrix tbody tr:first-child th{border-top:0}
.matrix td{border-left:0;height:auto}.matrix td.empty{display:none}
.matrix td a{padding:9px 0;align-items:flex-start}
.matrix td a::after{content:attr(data-issue);margin-left:auto;text-align:right;color:var(--ink-2);max-width:46%;flex:none}}`;

const STATEMENTS = `.issue{border-top:0;padding-top:0}.issue>h3{font-size:1.1875rem;line-height:27px}
.parties{columns:2;column-gap:48px;margin-top:8px}
.party{border-top:1px solid var(--rule-2);padding:10px 0 14px;min-width:0}
.party h4{break-after:avoid}.statement{break-inside:avoid}
.party h4 .soft{font:400 .9375rem/22px var(--sans)}
.party:target h4,.statement:target .said{background:var(--tint)}
.statement{display:grid;grid-template-columns:22px minmax(0,1fr);gap:10px;padding:9px 0;border-bottom:1px solid var(--rule)}
.statement:last-child{border-bottom:0}.statement>.sug{align-self:start;margin-left:-6px}
.statement.suggested{color:var(--machine)}
.said{font:400 1rem/24px var(--serif)}
.facts{font-size:.8125rem;line-height:19px;color:var(--ink-2);margin-top:2px}.coder{color:var(--ink-3)}
.facts .q{font:400 .9375rem/20px var(--serif)}
.key{color:var(--ink-3);margin-right:4px}
@media screen and (max-width:900px){.parties{columns:1}}`;

const SOURCES = `.documents th[scope=row]{font-size:.9375rem}.documents td{white-space:normal}
.documents code{white-space:nowrap}
.pairs{margin-top:12px}
.pair{display:grid;grid-template-columns:minmax(0,1fr) 128px minmax(0,1fr);gap:0 24px;padding:12px 0;border-top:1px solid var(--rule)}
.pair p{font:400 1.0625rem/27px var(--serif)}
.pair .join{text-align:center;position:relative;padding-top:0}
.pair .join b,.pair .join small{display:block;position:relative}
.pair .join b{font-weight:600;font-size:.8125rem;line-height:18px;background:var(--paper);width:fit-content;margin:0 auto;padding:0 8px}
.pair .join small{color:var(--ink-3)}
.pair .join::before{content:"";position:absolute;left:-18px;right:-18px;top:9px;border-top:1px solid var(--rule-2)}
.pair .join[data-likeness="3"]::before{border-top-width:2px}.pair .join[data-likeness="4"]::before{border-top-width:4px;top:7px}
.pair.dropped .join b{color:var(--warn)}
del{background:var(--sunken);text-decoration:line-through;text-decoration-thickness:1px;text-decoration-color:var(--ink-3);color:var(--ink-2)}
.kept{border-bottom:1px solid var(--rule-2)}
ins{font-weight:600;text-decoration:underline double 1px;text-underline-offset:4px}
@media screen and (max-width:900px){.pair{grid-template-columns:minmax(0,1fr)}.pair .join{text-align:left;padding:4px 0}.pair .join::before{display:none}
.pair .join b{display:inline;padding:0}.pair .join small{display:inline;margin-left:8px}.pair>div:last-child{padding-left:14px;border-left:2px solid var(--rule-2)}
.documents,.documents tbody,.documents tr,.documents th,.documents td{display:block;border:0;padding:0}.documents thead{display:none}
.documents tr{padding:10px 0;border-bottom:1px solid var(--rule)}
.documents td{display:inline-block;margin-right:14px;font-size:.8125rem;color:var(--ink-2)}.documents th.num,.documents td.num{text-align:left}
.documents td:nth-of-type(2)::before{content:"origin "}.documents td:nth-of-type(3)::before{content:"grade "}.documents td:nth-of-type(4)::after{content:" statements"}}`;

const CHRONICLE = `.chronicle li{display:grid;grid-template-columns:32px 168px minmax(0,1fr) 190px;gap:12px;padding:7px 0;border-bottom:1px solid var(--rule);align-items:baseline}
.chronicle time{color:var(--ink-2)}.chronicle p{min-width:0}.chronicle small{color:var(--ink-3)}.chronicle p:not(.cites){font:400 1rem/24px var(--serif)}
.sign{width:32px;height:16px;align-self:start;margin-top:4px;color:var(--ink-2)}.sign.loose{stroke-dasharray:2 2}
section h3+.chronicle,section h3+table,section h3+ol{margin-top:4px}main>section>h3{margin-top:24px}
.rivals li{padding:2px 0}.rivals .amount{font-weight:600;white-space:nowrap;margin-right:6px}.rivals th{width:26%}.rivals .q{font-family:var(--serif)}
@media screen and (max-width:900px){.chronicle li{grid-template-columns:38px minmax(0,1fr);gap:0}.chronicle li>*{grid-column:2}.chronicle li>.sign{grid-column:1;grid-row:1}
.rivals,.rivals tbody,.rivals tr,.rivals td,.rivals th{display:block;width:auto;border:0}.rivals tr{border-bottom:1px solid var(--rule)}}`;

const CONFLICT = `.makers{display:grid;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));gap:24px 32px;margin-top:16px}
.maker{min-width:0}
.options li{display:grid;grid-template-columns:14px minmax(0,1fr);gap:8px;padding:2px 0}
.options code{color:var(--ink-3)}
.box{width:11px;height:11px;border:1.5px solid var(--ink);display:inline-block}
.options .box{margin-top:6px}.box.y{background:var(--ink)}
.aims{counter-reset:aim;margin:10px 0 8px;border-top:1px solid var(--rule-2)}
.aims>li{counter-increment:aim;display:grid;grid-template-columns:18px minmax(0,1fr);padding:6px 0;border-bottom:1px solid var(--rule);gap:0 4px}
.aims>li::before{content:counter(aim);color:var(--ink-3);font-size:.8125rem}
.aims>li>div{grid-column:2}
.aims .why{display:block;color:var(--ink-3)}
.assumed{color:var(--hand);font-style:italic;border-bottom:2px dotted var(--hand);padding-bottom:1px;font-size:.8125rem;line-height:16px}
dl.why{display:grid;grid-template-columns:140px minmax(0,1fr);gap:0 24px;margin-top:6px}
dl.why dt{font-weight:600;padding:8px 0;border-top:1px solid var(--rule)}dl.why dt small{display:block;font-weight:400;color:var(--ink-3)}
dl.why dd{padding:8px 0;border-top:1px solid var(--rule);max-width:86ch}dl.why p+p{margin-top:6px}
.reversals li{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:4px 24px;padding:6px 0;border-bottom:1px solid var(--rule)}
.sureness li{max-width:86ch;padding:6px 0;border-bottom:1px solid var(--rule)}
.state{display:inline-flex;gap:5px;vertical-align:-1px}.state>span{display:inline-flex;gap:2px}.state .box{width:9px;height:9px}
.states th,.states td{padding:5px 12px 5px 0;font-size:.8125rem;line-height:18px}.states tbody th{font-weight:400;white-space:nowrap}
.states th small{display:inline;color:var(--hand);font-weight:600}
.states tr.quo{background:var(--tint)}
.mk{display:inline-flex;gap:3px;vertical-align:-1px}.mk i{width:8px;height:12px;border-bottom:2px solid var(--rule-2)}
.mk i.y{background:var(--ink-2);border-color:var(--ink-2)}.mk.eq{gap:0}.mk.eq i{width:10.25px;background:var(--hand);border-color:var(--hand)}
.conflict h3{margin-top:28px}
@media screen and (max-width:900px){.states .taken,.states .place{display:none}.states th,.states td{padding-right:8px}
.reversals li{grid-template-columns:minmax(0,1fr)}dl.why{grid-template-columns:minmax(0,1fr)}dl.why dd{border-top:0;padding-top:0}}
@media screen and (max-width:420px){.states .state{display:none}}`;

const TEXT = `.document{margin-top:28px;border-top:1px solid var(--rule-2);padding-top:12px}
.sheet{margin-top:14px;display:grid;gap:14px}
.row{display:grid;grid-template-columns:28px minmax(0,62ch) minmax(180px,1fr);gap:0 16px;align-items:start}
.row .n{font-size:.8125rem;line-height:29px;color:var(--ink-3);text-align:right}
.row p{font:400 1.125rem/29px var(--serif);color:var(--ink-2);min-width:0;white-space:pre-line}
.row.heading p{font-weight:600;color:var(--ink)}
.row.skipped p{font:400 .8125rem/20px var(--sans);color:var(--ink-3);text-decoration:line-through;text-decoration-color:var(--rule-2)}
.row:has(:target) p{background:var(--tint);box-shadow:-12px 0 0 var(--tint),12px 0 0 var(--tint)}
.row:has(:target) .n{color:var(--hand);font-weight:600}
.at:target mark[class],.at:target{background:color-mix(in srgb,var(--hand) 16%,transparent)}
mark[class]{background:none;color:var(--ink);text-decoration:underline 2px;text-underline-offset:5px;text-decoration-color:var(--rule-2)}
mark[class~=support]{text-decoration-color:var(--support)}mark[class~=oppose]{text-decoration-color:var(--oppose)}mark[class~=conditional]{text-decoration-color:var(--conditional)}
mark[class~=no-position],mark[class~=neutral]{text-decoration-color:var(--silent)}mark[class~=reason],mark[class~=condition]{text-decoration-style:dashed;text-decoration-color:var(--ink-2)}
mark[class~=cited]{text-decoration-thickness:1px;text-decoration-color:var(--rule);color:inherit}mark[class~=pending]{text-decoration-style:dotted}
.backs{font-size:.8125rem;line-height:18px;color:var(--ink-2)}.backs li{padding:2px 0}
.row:has(:target) .backs{border-left:2px solid var(--hand);padding-left:8px;margin-left:-10px}
.hash{margin-top:14px}
@media screen and (max-width:900px){.row{grid-template-columns:20px minmax(0,1fr);gap:0 10px}.row .m{grid-column:2}.row p{font-size:17px;line-height:27px}.row .n{line-height:27px}
.backs{display:flex;flex-wrap:wrap;gap:0 14px}}`;

/** The style of the parts of a report, in their order. */
export const FULL_STYLE = [ANSWER, MATRIX, STATEMENTS, SOURCES, CHRONICLE, CONFLICT, TEXT].join('\n');
