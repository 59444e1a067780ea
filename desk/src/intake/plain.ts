import { binaryKind } from './binary.ts';
import { isMessage } from './mail-head.ts';

const FEW = 64 * 1024;

/** Whether a file is a short text or Markdown without anything that would have to be taken apart. */
export const isPlain = (bytes: Uint8Array, name: string): boolean => {
  if (bytes.length > FEW || !/(?:^[^.]*|\.(?:txt|text|md|markdown|mdown))$/i.test(name) || binaryKind(bytes))
    return false;
  const words = new TextDecoder('latin1').decode(bytes);
  return !/<(?:!doctype|html|\?xml)|%PDF-/i.test(words) && !/^From \S/.test(words) && !isMessage(words);
};
