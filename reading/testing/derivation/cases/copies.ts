/** Made-up reports that others were made of, by name. */
export const SOURCES = {
  dam: `Orlesia may suspend dam inspections, officials say
SARN, Feb 3 (Strelsau Wire) - Orlesia is considering suspending international inspections of the Vardo dam unless Kessia releases four engineers detained in December, three government officials familiar with the discussions said on Monday.
The inspections were agreed in 2016 after satellite pictures showed cracks in the eastern wall of the dam, which holds back enough water to flood the Kessian capital within six hours.
Orlesia's cabinet discussed the step on Friday but reached no decision, the officials said, asking not to be named because the talks were confidential.
"All options are on the table, including ones that we would rather not use," said one of them.
Kessian Interior Minister Dario Belk expressed concern about the reports and said the engineers would be tried like any other suspects.
The four men were arrested near a pumping station on December 9 and accused of espionage, which their families deny.
About 1,200 people live in the villages directly below the wall, many of them in houses built after the last evacuation in 1998.
Hydrologists at the University of Sarn warned last month that the spillway might not withstand a flood of the size that occurs every fifty years.
A delegation from the Lake Commission is expected in Sarn next week to look for a way out.
The commission, which has no power to impose fines, has mediated between the two countries since 1977.`,
  grain: `Harbour workers reject grain deal
PORT ELIN, Feb 4 (Agence Sud) - Dockworkers in Port Elin voted on Tuesday to reject an agreement under which Kessian grain would be shipped through their terminal at reduced tariffs, throwing a plan to relieve the drought-stricken south into doubt.
Of 2,340 members who took part in the ballot, 71 per cent voted against the agreement, the union said after a count that lasted until midnight.
Union leader Hanne Dorsk said her members had nothing against feeding the south but would not pay for it with their overtime.
The government had hoped to load the first freighter before the end of the month.
Two mills in the south have already stopped work for lack of wheat, and bakeries have begun to ration bread.
An official of the ministry of supply said that the army could load the ships if necessary, a remark that the union called a provocation.
The tariff agreement was brokered by the former judge Ilmari Roth, who said he was disappointed but not surprised.`,
} as const;

export type SourceName = keyof typeof SOURCES;

/** A report made of others: its kind, what it was made of, and how many of its sentences at least should be found to be taken. */
export interface Copy {
  readonly kind: string;
  readonly from: readonly SourceName[];
  readonly taken: number;
  readonly text: string;
}

export const COPIES: readonly Copy[] = [
  {
    kind: 'light edits',
    from: ['dam'],
    taken: 5,
    text: `Dam row: inspections could end
Orlesia is thinking of suspending international inspections of the Vardo dam unless Kessia frees four engineers detained in December, three government officials said on Monday.
The inspections were agreed in 2016 after satellite images showed cracks in the eastern wall of the dam, which holds back enough water to flood the Kessian capital in six hours.
The cabinet discussed the step on Friday but took no decision, the officials said.
Kessian Interior Minister Dario Belk voiced concern about the reports and said the engineers would be tried like any other suspects.
A delegation from the Lake Commission is due in Sarn next week to look for a way out.`,
  },
  {
    kind: 'reordered',
    from: ['dam'],
    taken: 5,
    text: `Four engineers and a wall
The four men were arrested near a pumping station on December 9 and accused of espionage, which their families deny.
Hydrologists at the University of Sarn had warned that the spillway might not withstand a flood of the size that occurs every fifty years.
About 1,200 people live in the villages directly below the wall of the Vardo dam, many of them in houses built after the evacuation of 1998.
Orlesia's cabinet discussed on Friday whether to suspend international inspections but reached no decision, officials said.
The Lake Commission, which has no power to impose fines, has mediated between the two countries since 1977.`,
  },
  {
    kind: 'paraphrase, as if translated there and back',
    from: ['dam'],
    taken: 4,
    text: `Orlesia threatens to stop controls at Vardo
Orlesia considers a suspension of the international inspections at the Vardo dam if Kessia does not release the four engineers who were detained in December, according to three officials of the government who are familiar with the discussions.
The inspections had been agreed in 2016, after pictures from satellites showed cracks in the dam's eastern wall, behind which there is enough water to flood the capital of Kessia within six hours.
On Friday the Orlesian cabinet discussed the step but did not reach a decision, said the officials, who asked not to be named because the talks were confidential.
The interior minister of Kessia, Dario Belk, expressed his concern about the reports and said that the engineers would be put on trial like any other suspects.
Hydrologists of Sarn University had warned last month that the spillway may not withstand a flood of a size that occurs once in fifty years.`,
  },
  {
    kind: 'an excerpt in the middle of a brief, uncredited',
    from: ['dam'],
    taken: 3,
    text: `The lakes this week
Rain at last: the gauges at Lower Tarn showed forty millimetres by Sunday, and the ferry is running again between the two piers.
In Merle the mayor opened a museum of ice, which will be kept at minus eight degrees all summer; tickets include a coat.
Orlesia is considering suspending international inspections of the Vardo dam unless Kessia releases four engineers detained in December.
The inspections were agreed in 2016 after satellite pictures showed cracks in the eastern wall of the dam.
The cabinet discussed the step on Friday but reached no decision, officials said.
The pike season begins on the first of May. Anglers are reminded that last year's badges are no longer valid and that rangers have been told to be strict.
A reader from Holm asks why the swans have gone. The ornithologists we asked did not agree, but none of them blamed the foxes.
Next week: the long quarrel over the name of the northern lake, and a recipe for smoked char.`,
  },
  {
    kind: 'merged from two',
    from: ['dam', 'grain'],
    taken: 6,
    text: `Two quarrels, one drought
Dockworkers in Port Elin voted on Tuesday to reject an agreement under which Kessian grain would be shipped through their terminal at reduced tariffs.
Of 2,340 members who took part in the ballot, 71 per cent voted against the agreement, the union said.
Two mills in the south have already stopped work for lack of wheat, and bakeries have begun to ration bread.
A day earlier, officials said Orlesia was considering suspending international inspections of the Vardo dam unless Kessia releases four engineers detained in December.
The four men were arrested near a pumping station on December 9 and accused of espionage, which their families deny.
A delegation from the Lake Commission is expected in Sarn next week to look for a way out.
Between the two quarrels lies a summer without rain, and a government that has not slept much.`,
  },
  {
    kind: 'number changed',
    from: ['grain'],
    taken: 4,
    text: `Dockers say no
Dockworkers in Port Elin voted on Tuesday to reject an agreement under which Kessian grain would be shipped through their terminal at lower tariffs.
Of 2,340 members who took part in the ballot, 77 per cent voted against the agreement, the union said after the count.
The government had hoped to load the first freighter before the end of the month.
Three mills in the south have already stopped work for lack of wheat, and bakeries have begun to ration bread.`,
  },
  {
    kind: 'a stronger headline over a short rewrite',
    from: ['dam'],
    taken: 3,
    text: `Orlesia halts dam inspections as Kessia refuses to free engineers
Orlesia is considering suspending inspections of the Vardo dam unless Kessia releases four engineers detained in December.
Kessian Interior Minister Dario Belk expressed concern about the reports and said the engineers would be tried like any other suspects.
The four men were arrested near a pumping station on December 9 and accused of espionage.`,
  },
  {
    kind: 'attributions dropped',
    from: ['dam'],
    taken: 4,
    text: `Sarn ponders end of inspections
Orlesia is considering suspending international inspections of the Vardo dam unless Kessia releases four engineers detained in December.
Orlesia's cabinet discussed the step on Friday but reached no decision.
The spillway might not withstand a flood of the size that occurs every fifty years.
A delegation from the Lake Commission will come to Sarn next week to look for a way out.
The commission has mediated between the two countries since 1977 and has no power to impose fines.`,
  },
  {
    kind: 'sentences split and joined',
    from: ['grain'],
    taken: 4,
    text: `No cheap passage for southern wheat
Dockworkers in Port Elin have rejected an agreement under which Kessian grain would be shipped through their terminal. They voted on Tuesday. The plan to relieve the drought-stricken south is thus in doubt.
Union leader Hanne Dorsk said her members had nothing against feeding the south but would not pay for it with their overtime, while an official of the ministry of supply said that the army could load the ships if necessary.
The union called the remark a provocation.
The former judge Ilmari Roth, who brokered the tariff agreement, said he was disappointed but not surprised.`,
  },
  {
    kind: 'most of it new, one paragraph taken',
    from: ['grain'],
    taken: 2,
    text: `What a loaf costs
On the square of Elin Low Town, where bread has been sold since before there was a town, the queue now begins at four.
People bring stools. A woman with a thermos told me that she had met her second husband in it.
The price is fixed by a table from the war. Flour is not, and the difference is paid by the bakers, or by whoever lends to bakers.
Two mills in the south have already stopped work for lack of wheat, and bakeries have begun to ration bread.
An official of the ministry of supply said that the army could load the ships if necessary, a remark that the union called a provocation.
I asked a soldier what he thought of that. He said he would rather load ships than stand where he stood.
By seven the shelves are bare and the sweeping begins. What falls between the boards goes to the pigeons, which have never been so fat.
The mayor has promised a second oven. He promised one in the spring as well, under a different party.
When I left, the woman with the thermos was explaining the rules of the queue to a child, who found them unfair.`,
  },
];
