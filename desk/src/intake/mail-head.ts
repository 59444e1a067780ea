const HEAD =
  /^(?:return-path|received|from|to|date|subject|message-id|mime-version|delivered-to|reply-to|content-type|x-[\w-]+|dkim-signature|arc-[\w-]+)\s*:/i;

/** Whether a text begins like a message: with the lines of a head, then an empty line. */
export const isMessage = (start: string): boolean => {
  const lines = start.slice(0, 4000).split(/\r?\n/);
  const end = lines.indexOf('');
  const head = lines.slice(0, end < 0 ? lines.length : end).filter((line) => !/^\s/.test(line));
  const known = head.filter((line) => HEAD.test(line)).length;
  return known >= 3 && known * 5 >= head.length * 3;
};
