import { Fields, type Kept } from '../document/fields.ts';
import type { Problem } from '../vocabulary.ts';
import type { Dossier } from './dossier.ts';

/** Title, question and day of a dossier from plain data: `title`, `question`, `as-of`. */
export const readDossierHead = (data: unknown): Kept<Pick<Dossier, 'title' | 'question' | 'asOf'>> => {
  const problems: Problem[] = [];
  const fields = new Fields({ value: data ?? {}, at: [] }, 'dossier', ['title', 'question', 'as-of'], problems);
  const [title, question, asOf] = [fields.text('title'), fields.optionalText('question'), fields.date('as-of')];
  return {
    value: {
      title: title || 'Untitled dossier',
      ...(question === undefined ? {} : { question }),
      ...(asOf === undefined ? {} : { asOf }),
    },
    problems,
  };
};
