/**
 * Made-up reports by different hands of the same events: they share facts, names, offices, quotations, the words of treaties and statements,
 * turns of agency style and lines that stand under every report, and none was made of another. Pairs of one group are the hard ones.
 */
export const INDEPENDENT: Readonly<Record<string, readonly string[]>> = {
  // A joint statement after talks. Every report paraphrases and quotes the same text.
  'joint statement': [
    `Karelia and Vosgia agree to pull troops back from river
ILMA, March 12 - Karelia and Vosgia agreed on Tuesday to withdraw heavy weapons from both banks of the Sorva river, ending eleven days of talks that had twice come close to collapse.
In a joint statement the two sides "reaffirmed their commitment to the 2009 Ilma Accords" and pledged to "establish a joint monitoring commission within thirty days".
Karelian Foreign Minister Petra Haanpaa called it a first step and no more.
"We have agreed on a line on a map. Whether there will be peace behind it depends on what happens in the villages," she told reporters outside the town hall.
Vosgian negotiator Marc Teller did not take questions, but his office said in a statement on Tuesday evening that the accord protected the rights of Vosgian farmers.
At least 3,200 people have been killed since fighting broke out in 2021, according to the United Nations.
The commission will be led by a Swiss diplomat, two people familiar with the matter said on condition of anonymity because they were not authorised to speak to the media.
Shares in the Karelian railway company, whose bridge over the Sorva was destroyed in the first week of the war, rose by nine per cent.`,
    `Heavy guns to leave the Sorva valley
By our correspondent in Ilma. After a night in which nobody slept and the coffee ran out at four, the delegations of Vosgia and Karelia put their names to three pages.
The text, made public on Tuesday, obliges both armies to move artillery and tanks out of range of the river.
The parties "reaffirmed their commitment to the 2009 Ilma Accords", it says, and will "establish a joint monitoring commission within thirty days".
Marc Teller, who negotiated for Vosgia, left by a side door.
Petra Haanpaa, the Karelian foreign minister, stopped for the cameras: "We have agreed on a line on a map. Whether there will be peace behind it depends on what happens in the villages."
Residents of Lower Sorva had heard such promises before. Anna Reuss, who keeps bees on the eastern bank, counted the ceasefires on her fingers and needed the second hand.
The United Nations puts the number of dead since 2021 at more than 3,200.
What the statement leaves out is as telling: the prisoners are not mentioned, nor is the dam.`,
    `UN chief welcomes Sorva accord
NEW YORK - The Secretary-General of the United Nations on Tuesday welcomed the agreement between Karelia and Vosgia on the withdrawal of heavy weapons and urged both governments to carry it out in full.
His spokesman said the organisation stood ready to support the joint monitoring commission, which under the joint statement is to be established within thirty days.
"This is an opportunity that must not be lost," the spokesman told reporters in New York.
The Security Council is expected to meet behind closed doors on Thursday to discuss the situation.
Diplomats said that a draft resolution circulated by Norway would authorise forty observers.
The European Union and the United States also welcomed the accord in separate statements.
More than 3,200 people have been killed and some 140,000 displaced since fighting broke out in 2021, according to the United Nations.`,
  ],
  // One public speech. All report what was said, partly in indirect speech that keeps close to the speaker.
  speech: [
    `President rules out talks while islands are occupied
President Jorge Salas said on Saturday that his government would not enter into negotiations on fishing rights as long as a single foreign soldier remained on the Corvo Islands.
Speaking at a naval ceremony in Puerto Hondo, Salas accused neighbouring Merania of "turning our waters into a firing range".
"There will be no talks under the shadow of guns, not this year and not in ten years," he said to applause from cadets.
The president said his country would never give up its claim to the islands, which Merania has administered since 1974.
He announced that two patrol ships would be bought from South Korea at a cost of 310 million dollars.
Opposition leader Clara Ibarra said the speech had closed a door that had taken three governments to open.
The Meranian foreign ministry declined to comment.`,
    `"No talks under the shadow of guns"
In a speech to naval cadets at Puerto Hondo that lasted barely twelve minutes, Jorge Salas buried the fisheries dialogue that his predecessor had begun.
"There will be no talks under the shadow of guns, not this year and not in ten years," the president said.
He accused Merania, which has held the Corvo Islands since 1974, of "turning our waters into a firing range", and said that his country would never give up its claim.
Diplomats in the capital read the speech as a message to his own admirals rather than to Merania.
One of them recalled that Salas, as a senator, had voted for joint patrols.
The purchase of two patrol ships, which the president mentioned almost in passing, has been debated in committee since spring.
Whether parliament will find 310 million dollars for them is another matter: the harvest failed, and the teachers have been on strike since May.`,
    `Merania regrets "belligerent tone" of neighbour
Merania said on Sunday it regretted the tone of a speech in which President Jorge Salas ruled out negotiations over fishing rights around the Corvo Islands.
Salas told cadets on Saturday that there would be "no talks under the shadow of guns, not this year and not in ten years".
The Meranian prime minister, Ole Brandvold, said his government remained ready to resume the dialogue at any time and at any level.
He rejected the charge that exercises by the Meranian navy had been "turning our waters into a firing range", saying that all of them had been announced.
About 400 people live on the islands, most of them employed in the herring industry.
A spokeswoman for the islanders' council said that nobody had asked them.`,
  ],
  // A treaty article is given in full and unquoted by a lawyer, in quotation marks by a paper.
  treaty: [
    `What Article 7 says
Article 7 of the Treaty of Lund provides that neither party shall deploy armed forces within twenty nautical miles of the median line without giving notice to the other party at least fourteen days in advance.
Lawyers have argued for decades over the word notice. The Danish text speaks of a message, the French one of consultation.
In the case of the frigate Ulv the court held that a telephone call did not suffice, because the treaty requires that notice be given in writing through diplomatic channels.
My own view is that the drafters, who had been through two wars in thirty years, meant what they wrote.
The students' essays on this point are due in May.`,
    `Frigate crosses line, neighbours protest
The frigate Falk crossed the median line at dawn on Friday without having given notice, the coast guard said, in what the foreign ministry in Arnby called a flagrant breach of the Treaty of Lund.
Under the treaty, "neither party shall deploy armed forces within twenty nautical miles of the median line without giving notice to the other party at least fourteen days in advance".
The ship's captain told a local radio station that he had been chasing smugglers and had lost his bearings in the fog.
The ambassador was summoned to the foreign ministry, where he was handed a note of protest.
Fishermen who saw the frigate said that it had its lights on and made no attempt to hide.`,
    `Arnby files complaint over frigate incident
Arnby has filed a complaint with the arbitration panel in Lund after a frigate entered the restricted zone along the median line last week, the government said on Monday.
The treaty requires that notice be given in writing through diplomatic channels at least fourteen days in advance.
The panel has ninety days to issue a ruling, which is binding on both parties.
In 1987 it ordered the payment of damages after a submarine tore the nets of three trawlers.
A spokesman for the navy said that the frigate had followed a smuggler's boat and that nobody had intended to provoke anybody.`,
  ],
  // An accident told by two agencies from the same police report, in the phrases that agencies use.
  accident: [
    `Ferry sinks off Talani coast, dozens missing
TALANI CITY (Wire One) - A passenger ferry with 187 people on board sank off the northern coast of Talani early on Wednesday, leaving at least 14 people dead and dozens missing, police said.
Rescue teams pulled 121 survivors from the water before bad weather forced helicopters to return to base.
"We will continue the search for as long as there is hope," coast guard commander Ruben Achterberg told reporters.
The cause of the accident was not immediately clear.
The ferry, the Santa Rosa, was built in 1981 and had passed an inspection in January, according to the transport ministry.
Accidents at sea are common in Talani, where ferries are often overloaded and safety rules are poorly enforced.
The president declared three days of national mourning.`,
    `At least 14 die as ferry goes down
TALANI CITY (Agence Sud) - At least 14 people were killed and dozens were missing after a passenger ferry went down in heavy seas north of Talani in the early hours of Wednesday, police said.
The Santa Rosa had 187 people on board, among them a school class on its way to a music contest.
By noon 121 survivors had been brought ashore, many of them wrapped in blankets and in tears.
Coast guard commander Ruben Achterberg told reporters that the search would go on through the night if the wind allowed.
It was not immediately clear what caused the accident.
The transport ministry said the vessel, which dates from 1981, had been inspected in January.
It is the worst disaster at sea in the archipelago since 2003, when the Dona Paz burned with 90 people aboard.`,
    `Inquiry ordered into sinking of Santa Rosa
The government of Talani on Thursday ordered an inquiry into the sinking of a passenger ferry in which at least 26 people lost their lives.
The transport minister offered to resign, but the president refused to accept it, a person close to the cabinet said on condition of anonymity.
Two officials of the port authority were suspended.
Survivors said that the crew had not handed out life jackets until the deck was under water.
"Nobody told us anything," said Maria Opong, 34, who held on to a cool box for three hours.
Rescue teams found twelve more bodies on Thursday morning, while 40 people remain missing, police said.`,
  ],
  // One agency's reports of different days, each with its standing paragraph of background.
  background: [
    `Shelling kills two in border town
Two people were killed and five wounded when mortar shells hit a market in Dorne on Monday, local officials said.
The mayor asked residents to stay in cellars and closed the schools until further notice.
Graustark and Ruritania have been locked in a dispute over the Zenda strait since 1988, when a maritime border treaty expired without a successor.
Several rounds of talks brokered by the European Union have failed to resolve the question of who may levy tolls on foreign ships.
The army said it had returned fire.
A woman who sells eggs at the market said she had heard no warning.`,
    `Ruritania names new envoy to strait talks
Ruritania appointed a career diplomat, Ilse Winter, as its envoy to the talks on the Zenda strait on Thursday, replacing a former admiral who resigned in June.
Winter served as ambassador in Vienna and speaks Graustarkian, which is rare in the ministry.
Graustark and Ruritania have been locked in a dispute over the Zenda strait since 1988, when a maritime border treaty expired without a successor.
Several rounds of talks brokered by the European Union have failed to resolve the question of who may levy tolls on foreign ships.
The next round is expected in Geneva in October.
Her predecessor is writing his memoirs.`,
    `Tanker waits for pilot as insurers hesitate
A tanker laden with 80,000 tonnes of crude oil has been waiting for a pilot off Zenda since Sunday because no insurer will cover the passage, its owner said.
Rates for ships that use the strait have risen fourfold since spring, according to brokers in London.
Graustark and Ruritania have been locked in a dispute over the Zenda strait since 1988, when a maritime border treaty expired without a successor.
Several rounds of talks brokered by the European Union have failed to resolve the question of who may levy tolls on foreign ships.
The owner said the crew of 21 had food for a month.
Nobody at the harbour office could be reached.`,
    `Fishermen block port over herring quota
Forty boats blocked the port of Zenda on Friday in protest against a cut in the herring quota, holding up two freighters and the ferry to the islands.
The union said its members had lost a third of their income in two years.
Graustark and Ruritania have been locked in a dispute over the Zenda strait since 1988, when a maritime border treaty expired without a successor.
Several rounds of talks brokered by the European Union have failed to resolve the question of who may levy tolls on foreign ships.
A meeting with the minister has been set for next week.
The blockade ended at dusk, when the wind turned.`,
  ],
  // Two pages of one site, with its lines under the text that nobody marked.
  'lines under the text': [
    `Bakers strike over flour price
Bakers in four cities stayed at home on Tuesday to protest against the price of flour, which has doubled in a year.
A loaf that cost one crown in spring costs nearly two, said Emil Hora, who leads their guild.
The ministry of agriculture promised to open its stores.
Reporting by Jana Kral and Tomas Benes; editing by Lucie Mala.
This article was first published on the site of the Morning Herald on 4 May and has been updated to include comments by the ministry.
Sign up for our newsletter to get the most important stories of the day in your inbox every morning at six.
Our journalism is free for everyone to read, but it is not free to make: if you value it, please consider a donation today.`,
    `Court frees former spy chief
A court in the capital acquitted the former head of the secret service of selling files to a newspaper on Wednesday.
The judges found that the files had been public for years and that he had merely pretended otherwise.
Prosecutors said they would appeal.
Reporting by Jana Kral and Tomas Benes; editing by Lucie Mala.
This article was first published on the site of the Morning Herald on 5 May and has been updated to include comments by the prosecutors.
Sign up for our newsletter to get the most important stories of the day in your inbox every morning at six.
Our journalism is free for everyone to read, but it is not free to make: if you value it, please consider a donation today.`,
  ],
  // Two analysts on one question with the same terms of the trade.
  analysis: [
    `Why the corridor will not open this year
The corridor from Brod to the sea has been promised in every election since 2004, and in every budget since 2010 it has been postponed.
Three things stand in its way. The first is money: the European Investment Bank has made its loan conditional on an environmental review that has not begun.
The second is law. The constitutional court ruled in 2018 that parliament must approve any transfer of land along the border.
The third is trust, of which there is none. Each side fears that the other would use the road for tanks before it used it for lemons.
A small opening is possible all the same: trucks with perishable goods could be let through at two crossing points under international supervision.
That would cost little, and it could be undone in a day.`,
    `A road for lemons
Nobody who has stood in the queue at Brod in August, with the lemons going soft in the back, needs to be told what a corridor to the sea is worth.
The obstacles are known. The European Investment Bank wants an environmental review before it lends a cent. The constitutional court wants a vote of parliament on every metre of land along the border.
And the generals want nothing at all, which is what they usually get.
I spoke to eleven drivers. Nine of them would pay double for a crossing that opens at a fixed hour.
Under international supervision, trucks with perishable goods could use the two old crossing points, as a report by the chamber of commerce has proposed.
The government says that it is studying the matter, as it did in 2010.`,
  ],
  // A communiqué of which both give the points in its own words, without quotation marks.
  communique: [
    `Ministers agree on border committee
The foreign ministers of Arvania and Tolland agreed on Thursday to set up a joint committee to oversee the withdrawal of forces from the border area, a communique said.
According to the communique, the two crossing points that were closed in 2019 will be reopened before the end of the harvest.
The text says that all prisoners held since the fighting in March are to be exchanged without conditions under the supervision of the Red Cross.
Arvania's minister looked tired but pleased when he left the hotel, a guest said.
The opposition in Tolland, which had called for a boycott of the meeting, spoke of a sell-out.
It is the first document that both governments have signed since the trade pact of 2004.`,
    `Prisoners first, bridges later
If the communique of Thursday's meeting is to be believed, all prisoners held since the fighting in March are to be exchanged without conditions under the supervision of the Red Cross, as the document says in its second paragraph.
Under the agreement, a joint committee is to oversee the withdrawal of forces from the border area.
The communique says that the two crossing points that were closed in 2019 will be reopened before the end of the harvest.
There is not a word in it about pensions, and some 40,000 people draw them on the wrong side of the line.
Tolland's newspapers were not impressed: one printed the text on its page of jokes.
My neighbour, whose brother has been in the camp at Vell since April, has bought a cake.`,
  ],
  // A news conference in indirect speech, by two who were there.
  'news conference': [
    `Central bank holds rates, warns of harvest
The governor of the central bank, Lena Ostrova, told a news conference on Thursday that inflation would return to the target of two per cent only if the harvest did not fail again.
Ostrova told reporters that the bank would not hesitate to sell reserves in order to defend the currency against speculators.
The key rate stays at 7.5 per cent, as most economists had expected.
Bond prices hardly moved after the announcement.
The board was divided, with two of its seven members in favour of a cut, according to a person who attended the meeting.`,
    `A governor and the weather
Inflation will return to the target of two per cent only if the harvest does not fail again, Lena Ostrova told a news conference, and looked out of the window as if it were up to the clouds.
The bank would not hesitate to sell reserves in order to defend the currency against speculators, she told reporters who had asked about the run on the kiosks.
Nobody asked about mortgages.
Her predecessor liked to say that a central bank should be as dull as a well. Under Ostrova it has become a theatre with a single actress.
I left before the coffee, and found the price of it up by a fifth.`,
  ],
};
