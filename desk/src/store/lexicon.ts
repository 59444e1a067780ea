import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '@entente/core/vocabulary';
import type { Extension } from '@entente/reading/lexicon/extension';
import { joinedExtension, readExtension } from '@entente/reading/lexicon/read-extension';
import { decode } from '../intake/encoding.ts';
import { placed, readYaml } from './yaml.ts';

/** The folder of a dossier in which its words stand. */
export const LEXICON = 'lexicon';
const LARGEST = 1_000_000;
const MOST_FILES = 100;

/** The first fault of syntax is the cause of most others; what a file holds that is no text is not repeated. */
const few = (problems: readonly Problem[], file: string): Problem[] => {
  const [first, ...more] = problems.map((one) => (one.at.length > 0 ? one : { ...one, at: [file] }));
  if (!first) return [];
  return more.length < 3
    ? [first, ...more]
    : [{ ...first, says: `${first.says} ${more.length} faults follow in the file, most of them from the same cause.` }];
};

/** What a dossier adds to the shipped lexicon; nothing where it has no `lexicon/`. Every fault of every file is told; what is sound counts. */
export const lexiconIn = async (folder: string): Promise<{ extension?: Extension; problems: readonly Problem[] }> => {
  const names = await readdir(join(folder, LEXICON)).catch(() => []);
  const files = names.filter((name) => /\.(?:ya?ml|json)$/i.test(name)).sort();
  const problems: Problem[] = [];
  const found: Extension[] = [];
  for (const name of files.slice(0, MOST_FILES)) {
    const place = `${LEXICON}/${name}`;
    try {
      const bytes = await readFile(join(folder, LEXICON, name));
      if (bytes.length > LARGEST) {
        problems.push({
          code: 'lexicon/too-large',
          at: [place],
          says: 'It is larger than 1 MB; no list of words is. It was left out.',
        });
        continue;
      }
      const text = decode(bytes);
      const yaml = text.ok ? readYaml(text.value.text, place) : text;
      if (!yaml.ok) problems.push(...few(yaml.problems, place));
      else {
        const kept = readExtension(yaml.value.value);
        problems.push(...placed(kept.problems, yaml.value));
        found.push(kept.value);
      }
    } catch {
      problems.push({ code: 'lexicon/unreadable', at: [place], says: 'It cannot be read. Check its permissions.' });
    }
  }
  if (files.length > MOST_FILES)
    problems.push({
      code: 'lexicon/too-many',
      at: [LEXICON],
      says: `Only the first ${MOST_FILES} files were read. Put the words into fewer files.`,
    });
  return { ...(found.length > 0 ? { extension: joinedExtension(found) } : {}), problems };
};
