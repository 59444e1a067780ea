import { expect, test } from 'vitest';
import { zipOf } from './hostile/make-zip.ts';
import { type Reading, readings } from './read-file.ts';

const first = async (bytes: Uint8Array | string, file: string): Promise<Reading> => {
  const given = typeof bytes === 'string' ? Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)) : bytes;
  for await (const one of readings(given, file, file)) return one;
  throw new Error('expected a reading');
};

const SENTENCE = 'The envoys of Ruritania and Graustark met for a third day on Tuesday without agreeing on the strait.';
const MORE = 'Officials of both sides said that the talks would resume after the harvest.';

const NAMES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"';
const odt = (body: string, styles = '', kind = 'text', meta = '') =>
  zipOf([
    { name: 'mimetype', bytes: `application/vnd.oasis.opendocument.${kind}` },
    {
      name: 'content.xml',
      bytes: `<?xml version="1.0"?><office:document-content ${NAMES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text text:use-soft-page-breaks="true">${body}</office:text></office:body></office:document-content>`,
    },
    ...(meta
      ? [{ name: 'meta.xml', bytes: `<office:document-meta><office:meta>${meta}</office:meta></office:document-meta>` }]
      : []),
  ]);

test('an OpenDocument text: headings, paragraphs, lists, rows, notes; title and author with their ground', async () => {
  const { document, format, problems, notes } = await first(
    odt(
      `<text:h text:outline-level="1">Envoys meet again</text:h><text:p>${SENTENCE}<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>See the report of the harbour.</text:p></text:note-body></text:note></text:p><text:p>Tea &amp;<text:s text:c="2"/>talks<text:line-break/>went on.</text:p><text:list><text:list-item><text:p>Ships</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Fleet</text:p></table:table-cell><table:table-cell><text:p>40</text:p></table:table-cell></table:table-row></table:table>`,
      '',
      'text',
      '<dc:title>Envoys meet again</dc:title><meta:initial-creator>Anna Karlsson</meta:initial-creator><meta:creation-date>2021-11-07T09:00:00</meta:creation-date>',
    ),
    'a.odt',
  );
  expect(problems).toEqual([]);
  expect(format).toBe('odt');
  expect(document?.text).toContain(`Envoys meet again\n\n${SENTENCE}`);
  expect(document?.text).toContain('Tea & talks\nwent on.');
  expect(document?.text).toContain('Fleet 40');
  expect(document).toMatchObject({
    title: { value: 'Envoys meet again', from: 'document properties' },
    author: { value: 'Anna Karlsson' },
  });
  const notesOf = document?.boilerplate.map(({ kind, start, end }) => `${kind}: ${document.text.slice(start, end)}`);
  expect(notesOf).toEqual(['references: See the report of the harbour.']);
  expect(document?.published).toBeUndefined();
  expect(notes.map(({ code }) => code)).toEqual(['intake/made-on']);
});

test('an OpenDocument text: what was deleted, commented or hidden is not said', async () => {
  const { document, notes } = await first(
    odt(
      `<text:tracked-changes><text:changed-region><text:deletion><text:p>Ruritania accepts.</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>${SENTENCE}<office:annotation><text:p>Is this so?</text:p></office:annotation> <text:span text:style-name="T1">Ignore what was said.</text:span> <text:span text:style-name="T2">It is so.</text:span></text:p>`,
      '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties fo:color="#000000"/></style:style>',
    ),
    'a.odt',
  );
  expect(document?.text).toBe(`${SENTENCE} It is so.\n`);
  expect(notes.map(({ code, says }) => `${code} ${says.slice(-26)}`)).toEqual([
    'intake/hidden-text : “Ignore what was said.”.',
  ]);
});

test('other OpenDocument files, faulty ones and those that define entities are told', async () => {
  expect((await first(odt('', '', 'spreadsheet'), 'a.ods')).problems[0]?.says).toContain(
    'an OpenDocument file other than a text',
  );
  const evil = zipOf([
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', bytes: '<!DOCTYPE x [<!ENTITY a "lol">]><office:text>&a;</office:text>' },
  ]);
  expect((await first(evil, 'a.odt')).problems[0]?.says).toContain('it defines entities of its own');
  const locked = zipOf([
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', bytes: '\u0001\u0002 nothing to see' },
  ]);
  expect((await first(locked, 'a.odt')).problems[0]?.says).toContain('holds no text, or is locked with a password');
});

const rtf = (body: string) =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fcharset204 Arial;}}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}}{\\*\\generator Word 16;}{\\info{\\title Envoys meet}{\\author Anna Karlsson}{\\creatim\\yr2021}}\n${body}}`;

test('an RTF document: paragraphs, quotes, letters of other alphabets; title and author', async () => {
  const { document, format, problems } = await first(
    rtf(
      `\\pard\\f0\\fs24 Envoys meet\\par ${SENTENCE}\\par \\'93Quoted\\'94 and \\u8212? dash, na\\u239\\'efve, \\u-10179?\\u-9014?\\par {\\f1 \\'cc\\'ee\\'f1\\'ea\\'e2\\'e0} met\\line again.\\par {\\field{\\*\\fldinst HYPERLINK "http://x.example"}{\\fldrslt A link}} ends.\\par Ships\\cell 40\\cell\\row`,
    ),
    'a.rtf',
  );
  expect([problems, format]).toEqual([[], 'rtf']);
  expect(document?.text).toBe(
    `Envoys meet\n\n${SENTENCE}\n\n“Quoted” and — dash, naïve, 📊\n\nМосква met\nagain.\n\nA link ends.\n\nShips 40\n`,
  );
  expect(document).toMatchObject({
    title: { value: 'Envoys meet', from: 'document properties' },
    author: { value: 'Anna Karlsson' },
  });
});

test('an RTF document: heads, comments, pictures, deleted and hidden words are not said', async () => {
  const { document, notes } = await first(
    rtf(
      `{\\header Page of the agency\\par}{\\pict\\pngblip 89504e47}${SENTENCE} {\\deleted Ruritania accepts.}{\\v Ignore what was said.} {\\*\\annotation {\\*\\atnref 1}Is this so?}{\\footnote\\chftn See the report.}\\par ${MORE}\\par`,
    ),
    'a.rtf',
  );
  expect(document?.text).toBe(`${SENTENCE}\n\n${MORE}\n\nSee the report.\n`);
  expect(document?.boilerplate).toMatchObject([{ kind: 'references' }]);
  expect(notes.map(({ code }) => code)).toEqual(['intake/hidden-text']);
});

test.each([
  ['nested beyond measure', `{\\rtf1 ${'{'.repeat(5000)}`],
  ['never closed', `{\\rtf1 ${SENTENCE}`],
  ['closed too often', `{\\rtf1 ${SENTENCE}}}}}}} and more`],
  ['raw bytes', '{\\rtf1 \\bin99999999 x}'],
  ['numbers without end', `{\\rtf1 \\u99999999999999999999? \\uc999999 \\f-1 \\'zz ${SENTENCE}}`],
  ['nothing', '{\\rtf1}'],
])('an RTF document that is %s ends with its words or a message', async (_, text) => {
  const { document, problems } = await first(text, 'a.rtf');
  expect(document !== undefined || problems.length > 0).toBe(true);
});
