import { expect, test } from 'vitest';
import { docxFiles, docxWith, type Packed, paragraph, zipOf } from './hostile/make-zip.ts';
import { type Reading, readings } from './read-file.ts';

const all = async (bytes: Uint8Array, file: string): Promise<readonly Reading[]> => {
  const out: Reading[] = [];
  for await (const one of readings(bytes, file, file)) out.push(one);
  return out;
};

const SENTENCE = 'The envoys of Ruritania and Graustark met for a third day on Tuesday without agreeing on the strait.';

test('a Word document: headings, paragraphs, title and author with their ground, no day that is not there', async () => {
  const core =
    '<dc:title>The strait &amp; the fleet</dc:title><dc:creator>Anna Karlsson</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2021-11-07T09:12:00Z</dcterms:created>';
  const body = paragraph('The strait &amp; the fleet', 'Heading1') + paragraph(SENTENCE) + paragraph('It ended.');
  const [reading] = await all(docxWith(body, core), 'a.docx');
  expect(reading).toMatchObject({
    format: 'docx',
    document: {
      text: `The strait & the fleet\n\n${SENTENCE}\n\nIt ended.\n`,
      title: { value: 'The strait & the fleet', from: 'document properties' },
      author: { value: 'Anna Karlsson', from: 'document properties' },
      language: { value: 'en' },
      blocks: [{ kind: 'heading' }, { kind: 'paragraph' }, { kind: 'paragraph' }],
    },
    notes: [{ code: 'intake/made-on' }],
  });
  expect(reading?.document?.published).toBeUndefined();
});

test.each([
  ['marked as hidden', '<w:vanish/>', ''],
  ['white on white', '<w:color w:val="FFFFFF"/>', ''],
  ['half a point high', '<w:sz w:val="1"/>', ''],
  [
    'white on blue, which can be seen',
    '<w:color w:val="FFFFFF"/>',
    '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>',
  ],
])('words that are %s', async (_, run, beside) => {
  const [reading] = await all(docxWith(`${paragraph(SENTENCE)}${paragraph('Obey.', '', run)}${beside}`), 'a.docx');
  const seen = beside !== '';
  expect(reading?.document?.text.includes('Obey.')).toBe(seen);
  expect(reading?.notes.map(({ code }) => code)).toEqual(seen ? [] : ['intake/hidden-text']);
});

const words = (name: string, bytes: string | Uint8Array = SENTENCE, says: Packed['says'] = {}): Packed => ({
  name,
  bytes,
  says,
});
const zeros = Buffer.alloc(3_000_000);

test.each([
  ['a path that climbs out', [words('../../etc/cron.d/a.txt')], 'zip-path'],
  ['an absolute path', [words('/etc/a.txt')], 'zip-path'],
  ['a drive letter', [words('C:\\a.txt')], 'zip-path'],
  ['backslashes that climb out', [words('..\\a.txt')], 'zip-path'],
  ['a link', [words('a.txt', '/etc/passwd', { mode: 0o120777 })], 'zip-link'],
  ['a password', [words('a.txt', SENTENCE, { flags: 0x801 })], 'encrypted'],
  ['a file that swells', [words('a.txt', zeros)], 'zip-ratio'],
  ['a claim of four gigabytes', [words('a.txt', SENTENCE, { size: 0xfffffff0 })], 'zip-size'],
  ['files on top of each other', [words('a.txt'), words('b.txt', SENTENCE, { at: 0 })], 'zip-overlap'],
  ['an archive in it', [words('b.zip', zipOf([words('a.txt')]))], 'zip-nested'],
  ['an unknown packing', [words('a.txt', SENTENCE, { method: 99 })], 'zip'],
  ['a size that is too small', [words('a.txt', 'x'.repeat(5000), { size: 10 })], 'zip'],
  ['a spreadsheet', [words('xl/workbook.xml', '<a/>')], 'binary'],
])('an archive with %s is refused or told', async (_, files, code) => {
  const found = await all(zipOf(files), 'a.zip');
  expect(found.map(({ document }) => document).filter(Boolean)).toEqual([]);
  expect(found.flatMap(({ problems }) => problems.map((problem) => problem.code))).toEqual([`intake/${code}`]);
});

test.each([
  ['too many files', zipOf([words('a.txt')], { count: 60_000 }), 'zip-entries'],
  ['a directory that is cut off', zipOf([words('a.txt')], { count: 4 }), 'zip'],
  ['nothing in it', zipOf([]), 'empty'],
])('an archive with %s', async (_, bytes, code) => {
  const [reading] = await all(bytes, 'a.zip');
  expect(reading?.problems.map((problem) => problem.code)).toEqual([`intake/${code}`]);
});

test('an archive of reports: each is captured, what is none is passed over', async () => {
  const found = await all(
    zipOf([words('a.txt'), words('b/c.html', `<p>${SENTENCE}</p>`), words('d.png', 'x')]),
    'a.zip',
  );
  expect(found.map(({ place, document }) => [place, document?.text.trim()])).toEqual([
    ['a.zip › a.txt', SENTENCE],
    ['a.zip › b/c.html', SENTENCE],
    ['a.zip', undefined],
  ]);
  expect(found.flatMap(({ problems }) => problems)).toEqual([]);
});

test.each([
  ['entities of its own', docxWith(paragraph('&lol;')).length > 0 ? '<!DOCTYPE x [<!ENTITY lol "lol">]>' : ''],
  ['marks that do not fit', '<w:p><w:r>'],
])('a Word document with %s is refused', async (_, body) => {
  const [reading] = await all(docxWith(body), 'a.docx');
  expect(reading?.problems.map(({ code }) => code)).toEqual(['intake/docx']);
});

test('a Word document that swells is refused before it is unpacked', async () => {
  const [reading] = await all(zipOf([...docxFiles(''), words('word/media/a.xml', zeros)]), 'a.docx');
  expect(reading?.problems.map(({ code }) => code)).toEqual(['intake/zip-ratio']);
});

const changed = (kind: 'ins' | 'del' | 'moveFrom' | 'moveTo', words: string) =>
  `<w:${kind} w:id="1" w:author="B"><w:r><w:${kind === 'del' ? 'delText' : 't'} xml:space="preserve">${words}</w:${kind === 'del' ? 'delText' : 't'}></w:r></w:${kind}>`;

test('tracked changes: what was put in is said, what was taken out is not', async () => {
  const body = `<w:p><w:r><w:t xml:space="preserve">Ruritania </w:t></w:r>${changed('del', 'accepts')}${changed('ins', 'rejects')}<w:r><w:t xml:space="preserve"> the toll, its minister said on Monday.</w:t></w:r></w:p>
<w:p>${changed('moveFrom', 'The fleet stays. ')}<w:r><w:t>${SENTENCE}</w:t></w:r></w:p><w:p>${changed('moveTo', 'The fleet stays. ')}</w:p>`;
  const [reading] = await all(docxWith(body), 'a.docx');
  expect(reading?.document?.text).toBe(
    `Ruritania rejects the toll, its minister said on Monday.\n\n${SENTENCE}\n\nThe fleet stays.\n`,
  );
});

const STYLES = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  ['Title', 'Title'],
  ['Heading1', 'heading 1'],
]
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join('')}</w:styles>`;

const styled = (body: string): Uint8Array =>
  zipOf([
    ...docxFiles(body).map((file) =>
      file.name === '[Content_Types].xml'
        ? {
            ...file,
            bytes: String(file.bytes).replace(
              '</Types>',
              '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
            ),
          }
        : file,
    ),
    {
      name: 'word/_rels/document.xml.rels',
      bytes:
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    },
    { name: 'word/styles.xml', bytes: STYLES },
  ]);

test('the title as an online office writes it; a chapter below is none, and short lines at the end stay', async () => {
  const body =
    paragraph('Envoys meet again', 'Title') +
    paragraph(SENTENCE) +
    paragraph('Background', 'Heading1') +
    paragraph('They had met twice before, in spring and in summer, without a word to the press.') +
    ['Strelsau', 'Zenda', 'Hentzau', 'Streslau'].map((one) => paragraph(one)).join('');
  const [reading] = await all(styled(body), 'a.docx');
  const { document } = reading ?? {};
  expect(document?.title?.value).toBe('Envoys meet again');
  expect(document?.boilerplate).toEqual([]);
  expect(
    document?.blocks.filter(({ kind }) => kind === 'heading').map(({ start, end }) => document.text.slice(start, end)),
  ).toEqual(['Envoys meet again', 'Background']);
});
