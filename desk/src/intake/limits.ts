/** Files above this are refused before they are read. */
export const LARGEST_FILE = 20 * 1024 * 1024;

export const tooLarge = (bytes: number): string =>
  `The file has ${Math.round(bytes / 1024 / 1024)} MB; the most that is read is ${LARGEST_FILE / 1024 / 1024} MB. Split it, or save only the report.`;
