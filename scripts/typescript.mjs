// Lets node run our TypeScript sources as they stand: `node --import ./scripts/typescript.mjs FILE.ts`.
import { register } from 'node:module';

const hooks = `
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from ${JSON.stringify(import.meta.resolve('typescript'))};
const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true };
export const load = (url, context, next) => {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const text = readFileSync(fileURLToPath(url), 'utf8');
  const source = ts.transpileModule(text, { compilerOptions: options, fileName: url }).outputText;
  return { format: 'module', source, shortCircuit: true };
};
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
