import { actorsById, spokenFor } from '@entente/core/position/organ';
import { type Position, positionsOver } from '@entente/core/position/position';
import { answerOn } from '@entente/core/report/answer';
import type { Dossier } from '@entente/core/report/dossier';
import type { ModelEntry } from '@entente/core/report/model';
import { readQuestion } from '@entente/core/report/question';
import { replyTo, standsOf } from '@entente/core/report/reply';
import { actorNamed, issueMeant } from '@entente/core/report/subject';
import type { Actor, Issue } from '@entente/core/statement/codebook';
import { answerJson, paragraphJson } from '../export/json.ts';
import { answerText, paragraphsText, terminal, wrapped } from '../export/text.ts';
import { alsoCalled } from './called.ts';
import type { Register } from './main.ts';
import { opened, reportFrom } from './opened.ts';
import { problemLines, type Shell } from './shell.ts';

const some = (names: readonly string[]): string =>
  names.length > 12 ? `${names.slice(0, 12).join(', ')} and ${names.length - 12} more` : names.join(', ');

const nobody = (shell: Shell, noun: string, asked: string, known: readonly string[]): void =>
  shell.err(
    `${wrapped(
      known.length === 0
        ? `Nothing is known of “${asked}”: no ${noun} has a statement here.`
        : `No ${noun} here is meant by “${asked}”. Those with statements: ${some(known.map(terminal))}.`,
      shell.columns,
    )}\n`,
  );

/** The issues that a party has positions on, most said of first. */
const issuesOf = ({ codebook }: Dossier, party: Actor, positions: readonly Position[]): readonly Issue[] => {
  const speaker = spokenFor(actorsById(codebook), party.id);
  const own = positions.filter(({ actor }) => actor === party.id);
  const said = (own.length > 0 ? own : positions.filter(({ actor }) => actor === speaker)).toSorted(
    (a, b) => b.counts.accepted - a.counts.accepted || b.counts.suggested - a.counts.suggested,
  );
  return said.flatMap(({ issue }) => codebook.issues.find(({ id }) => id === issue) ?? []);
};

/** A party alone is no question: what it can be asked about. */
const whichIssue = (party: Actor, issues: readonly Issue[], columns: number): string =>
  wrapped(
    issues.length === 0
      ? `${terminal(party.name)} has no position here, so there is nothing to ask of it.`
      : `Which issue? ${terminal(party.name)} has positions on: ${some(issues.map(({ label }) => terminal(label)))}. Name one after the party.`,
    columns,
  );

/** A whole question: how it was read, its answer, what else it could mean. @returns the exit code */
const answered = (
  dossier: Dossier,
  text: string,
  models: readonly ModelEntry[],
  json: boolean,
  shell: Shell,
): 0 | 1 => {
  const positions = positionsOver(dossier);
  const question = readQuestion(dossier.codebook, standsOf(positions), text, alsoCalled);
  const { kind, actor, issue, unknown, others } = question;
  const party = actorNamed(dossier.codebook, text, alsoCalled).took;
  const { paragraphs } = replyTo(dossier, question, { models });
  const took = { actor: actor?.id, issue: issue?.id, others: others.map(({ id }) => id) };
  if (json)
    shell.out(
      `${JSON.stringify({ asked: text, kind, ...took, paragraphs: paragraphs.map(paragraphJson) }, null, 2)}\n`,
    );
  else {
    const about = [actor?.name, issue?.label].filter((one) => one !== undefined).join(' on ');
    if (paragraphs.length > 0)
      shell.out(`${about === '' ? '' : `${terminal(about)}\n\n`}${paragraphsText(paragraphs, shell.columns)}`);
    else if (party !== undefined)
      shell.err(`${whichIssue(party, issuesOf(dossier, party, positions), shell.columns)}\n`);
    else if (unknown !== undefined) shell.err(`Nobody in the codebook is called ${terminal(unknown)}.\n`);
    else
      shell.err(`${wrapped(`No issue of the codebook fits “${text}” well, so it is not answered.`, shell.columns)}\n`);
    if (others.length > 0 && (paragraphs.length > 0 || party === undefined)) {
      const says = wrapped(`Did you mean: ${some(others.map(({ label }) => label))}?`, shell.columns);
      if (paragraphs.length > 0) shell.out(`\n${says}\n`);
      else shell.err(`${says}\n`);
    }
  }
  return paragraphs.length > 0 ? 0 : 1;
};

/** `entente why DOSSIER|FOLDER ACTOR ISSUE`: what the evidence says of one party on one question, and what it does not. */
export const why: Register = (program, shell, done) => {
  program
    .command('why')
    .description('why a party stands where it stands on an issue, from statements alone')
    .argument('<folder>', 'a dossier, or a folder of reports')
    .argument('<actor>', 'a party: its name, an alias, its capital; or a whole question in quotes')
    .argument('[issue...]', 'the issue in free words: end of the war')
    .option('--json', 'the answer as JSON')
    .action(async (path: string, actor: string, words: readonly string[], options: { json?: boolean }) => {
      const folder = await opened(path, shell);
      const { dossier } = folder;
      shell.err(problemLines(folder.problems));
      const report = reportFrom(folder);
      const positions = positionsOver(dossier);
      if (actor.trim() === '') {
        const speaking = dossier.codebook.actors.filter(({ id }) => positions.some((one) => one.actor === id));
        const those =
          speaking.length === 0 ? '' : ` Those with statements: ${some(speaking.map(({ name }) => terminal(name)))}.`;
        shell.err(`${wrapped(`Which party? Name one, or ask a whole question.${those}`, shell.columns)}\n`);
        done(2);
        return;
      }
      if (words.join('').trim() === '')
        return done(answered(dossier, actor, report.models, options.json === true, shell));
      const issues = dossier.codebook.issues.filter(({ id }) => positions.some((one) => one.issue === id));
      const who = actorNamed(dossier.codebook, actor, alsoCalled);
      if (who.took === undefined) {
        const speaking = dossier.codebook.actors.filter(({ id }) => positions.some((one) => one.actor === id));
        nobody(
          shell,
          'party',
          actor,
          speaking.map(({ name }) => name),
        );
        done(1);
        return;
      }
      const speaker = spokenFor(actorsById(dossier.codebook), who.took.id);
      const own = positions.some((one) => one.actor === who.took?.id);
      const party: Actor = own ? who.took : (dossier.codebook.actors.find(({ id }) => id === speaker) ?? who.took);
      const weight = ({ id }: Issue): number =>
        positions
          .filter((one) => one.issue === id)
          .reduce(
            (sum, one) => sum + (one.actor === party.id ? 4 : 1) * (one.counts.accepted + one.counts.suggested),
            0,
          );
      const what = issueMeant(issues, words.join(' '), weight);
      if (what.took === undefined || !what.fits) {
        if (what.took !== undefined)
          shell.err(`Did you mean: ${some([what.took, ...what.others].map(({ label }) => label))}?\n`);
        nobody(
          shell,
          'issue',
          words.join(' '),
          issues.map(({ label }) => label),
        );
        done(1);
        return;
      }
      const answer = answerOn(dossier, party, what.took, { models: report.models });
      const took = {
        actor: { asked: actor, took: party.id, others: who.others.map(({ id }) => id) },
        issue: { asked: words.join(' '), took: what.took.id, others: what.others.map(({ id }) => id) },
      };
      if (options.json) shell.out(`${JSON.stringify({ ...took, answer: answerJson(answer) }, null, 2)}\n`);
      else {
        const notes = [
          ...(party.id === who.took.id ? [] : [`${who.took.name} speaks for ${party.name}.`]),
          ...(who.others.length > 0 ? [`“${actor}” could also be ${some(who.others.map(({ name }) => name))}.`] : []),
          ...(what.others.length > 0
            ? [`“${words.join(' ')}” could also be: ${some(what.others.map(({ label }) => label))}.`]
            : []),
        ];
        shell.out(answerText(answer, shell.columns));
        if (notes.length > 0) shell.out(`\n${notes.map((note) => wrapped(note, shell.columns)).join('\n')}\n`);
        if (answer.position === undefined && answer.nearest.length > 0)
          shell.out(
            `\nNearest: ${some(answer.nearest.map((one) => `${report.names.get(one.actor) ?? one.actor} on ${dossier.codebook.issues.find(({ id }) => id === one.issue)?.label ?? one.issue}`).map(terminal))}\n`,
          );
      }
      done(answer.position === undefined ? 1 : 0);
    });
};
