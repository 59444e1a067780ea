/** Text broken into lines of at most `width` characters, each after the indent; a longer word keeps a line of its own. */
export const wrapped = (text: string, width: number, indent = ''): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${indent}${each}`).join('\n');
};

/** The same with a sign before the first line, the others below its text. */
export const hanging = (text: string, width: number, sign: string): string =>
  `${sign}${wrapped(text, width, ' '.repeat(sign.length)).trimStart()}`;
