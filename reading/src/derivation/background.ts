/**
 * How many of a hundred English sentences hold a word or pair of words, roughly: the background against which rare letters stand out
 * when there are only two documents to compare. Only the order of size matters.
 */
const SHARE: readonly (readonly [number, string])[] = [
  [65, 'the'],
  [45, 'of,and,to,in,a,of the,in the'],
  [25, 'that,for,is,on,was,with,as,by,to the,on the,and the,for the'],
  [
    14,
    'it,he,at,from,be,an,has,have,said,its,his,are,were,which,will,not,this,had,but,or,that the,at the,by the,with the,from the,to be,of a,in a,as a,has been,it is,it was,he said',
  ],
  [
    7,
    'been,they,their,would,who,after,also,one,two,all,more,there,when,we,would be,will be,have been,had been,said that,as the,of its,and that,with a,for a,is a,was a,to a,but the,after the,into the,the two,between the,part of the,one of the',
  ],
  [
    4,
    'she,her,we,you,our,over,than,new,about,other,some,could,can,first,last,year,years,between,into,under,during,while,because,if,such,only,most,any,no,against,before,since,both,state,states,government,president,minister,foreign,country,countries,people,united states,the united states,according to,according to the,the government,prime minister,foreign minister,foreign ministry,told reporters,in order to,as well as,such as',
  ],
  [
    2.5,
    'three,four,five,many,made,make,now,so,then,where,what,how,these,those,own,called,call,calls,week,month,day,monday,tuesday,wednesday,thursday,friday,saturday,sunday,january,february,march,april,may,june,july,august,september,october,november,december,security,military,national,international,political,economic,public,officials,official,talks,meeting,issue,issues,statement,agreement,peace,war,north,south,east,west,leader,leaders,party,parliament,council,world,part,time,end,says,added,report,reported,reports,expected,including,through,around,until,within,without,however,still,further,whether,should,must,might,being,out,up,down,off,back,per cent,percent,million,last month,last week,last year,next year,this year,in response,he added,a statement,at least,as part of',
  ],
];

/** Sentences that the background stands for. */
export const BACKGROUND_SENTENCES = 1000;

/** Every word and pair with the number of the background's sentences that hold it. */
export const BACKGROUND: readonly (readonly [string, number])[] = SHARE.flatMap(([share, words]) =>
  words.split(',').map((word) => [word, (share / 100) * BACKGROUND_SENTENCES] as const),
);
