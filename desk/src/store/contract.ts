import { CODEBOOK } from './contract/codebook.ts';
import { LOG } from './contract/log.ts';
import { MACHINE } from './contract/machine.ts';
import { READING } from './contract/reading.ts';
import type { Case } from './contract/subject.ts';

/** What every kind of store must pass: put these to it with a `Subject` that makes stores and opens them again. */
export const CASES: readonly Case[] = [...LOG, ...MACHINE, ...CODEBOOK, ...READING];
