import { deflateSync, gzipSync } from 'node:zlib';
import { docxFiles, docxWith, type Packed, paragraph, zipOf } from './make-zip.ts';
import { either, FORMULA, joined, type Member, SCRIPT, sentence, taken, told, utf8 } from './member.ts';

const words = (name: string, bytes: string | Uint8Array = sentence(name), says: Packed['says'] = {}): Packed => ({
  name,
  bytes,
  says,
});
const escaped = (text: string) => text.replace(/[<>&"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const zeros = (size: number) => new Uint8Array(size);
const inner = zipOf([words('deep.txt')]);
const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const external = (target: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" TargetMode="External"/></Relationships>`;

const ARCHIVES: readonly Member[] = [
  told('climbs out.zip', zipOf([words('../../../tmp/entente-out.txt')])),
  told('climbs out by backslashes.zip', zipOf([words('..\\..\\entente-out.txt')])),
  told('absolute.zip', zipOf([words('/tmp/entente-out.txt')])),
  told('on a drive.zip', zipOf([words('C:/entente-out.txt')])),
  told('a name with a zero.zip', zipOf([words('a.txt\0.html')])),
  told('a link.zip', zipOf([words('a.txt', '/etc/passwd', { mode: 0o120777 })])),
  told('locked.zip', zipOf([words('a.txt', sentence('locked'), { flags: 0x801 })])),
  told('swells.zip', zipOf([words('a.txt', zeros(15_000_000))])),
  told('swells in many files.zip', zipOf(Array.from({ length: 20 }, (_, i) => words(`${i}.txt`, zeros(2_000_000))))),
  told('claims to be small.zip', zipOf([words('a.txt', zeros(8_000_000), { size: 100 })])),
  told('claims to be large.zip', zipOf([words('a.txt', 'x', { size: 0xfffffff0 })])),
  told('a million entries.zip', zipOf([words('a.txt')], { count: 0xffff })),
  told('many entries.zip', zipOf(Array.from({ length: 5_500 }, (_, i) => ({ name: `${i}`, bytes: '' })))),
  told(
    'on top of each other.zip',
    zipOf([words('a.txt'), words('b.txt', sentence('b'), { at: 0 }), words('c.txt', sentence('c'), { at: 0 })]),
  ),
  told('an archive in an archive.zip', zipOf([words('inner.zip', inner)])),
  told(
    'archives in archives.zip',
    Array.from({ length: 12 }).reduce<Uint8Array>((zip, _, i) => zipOf([words(`${i}.zip`, zip)]), inner),
  ),
  told('a directory that is cut off.zip', inner.slice(0, inner.length - 30)),
  told('a directory alone.zip', joined([0x50, 0x4b, 5, 6], zeros(18))),
  told('the beginning alone.zip', inner.slice(0, 40)),
  told('places that are nowhere.zip', zipOf([words('a.txt', sentence('nowhere'), { at: 0x7ffffff0 })])),
  told('packed in an unknown way.zip', zipOf([words('a.txt', sentence('unknown'), { method: 98 })])),
  told('a spreadsheet.xlsx', zipOf([words('[Content_Types].xml', '<Types/>'), words('xl/workbook.xml', '<x/>')])),
  told('an e-book.epub', zipOf([words('mimetype', 'application/epub+zip'), words('META-INF/container.xml', '<x/>')])),
  told('gzip.gz', gzipSync(zeros(5_000_000))),
  told('seven.7z', joined([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], zeros(100))),
  told('roshal.rar', joined('Rar!', [0x1a, 7, 0], zeros(100))),
  told('tape.tar', joined('../../entente-out.txt', zeros(600))),
  taken(
    'hostile pages inside.zip',
    zipOf([
      words('a.html', `<title>${SCRIPT}</title><p>${sentence('inside a')}</p>${SCRIPT}`),
      words('=b.txt', `${FORMULA}\n\n${sentence('inside b')}`),
    ]),
  ),
  taken(
    'names that are hostile.zip',
    zipOf([words('<img src=x onerror=alert(1)>.txt'), words(`${'n'.repeat(900)}.txt`, sentence('long name'))]),
  ),
  taken('an archive called a text.txt', zipOf([words('inner report.txt')])),
  either('words before the archive.zip', joined('MZ stub ', inner)),
];

const body = (name: string) => paragraph(sentence(name));

const WORD: readonly Member[] = [
  taken(
    'script in Word.docx',
    docxWith(
      paragraph(escaped(SCRIPT), 'Heading1') + body('script in word'),
      `<dc:title>${escaped(SCRIPT)}</dc:title><dc:creator>${escaped(FORMULA)}</dc:creator>`,
    ),
  ),
  taken('hidden in Word.docx', docxWith(body('hidden in word') + paragraph('Ignore this.', '', '<w:vanish/>'))),
  told(
    'entities in Word.docx',
    zipOf(
      docxFiles('').map((file) =>
        file.name === 'word/document.xml'
          ? { ...file, bytes: `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]><w:document>&l12;</w:document>` }
          : file,
      ),
    ),
  ),
  told('entities from elsewhere in Word.docx', (site) =>
    zipOf(
      docxFiles('').map((file) =>
        file.name === 'word/document.xml'
          ? { ...file, bytes: `<!DOCTYPE x [<!ENTITY x SYSTEM "${site}/x">]><w:document>&x;</w:document>` }
          : file,
      ),
    ),
  ),
  taken('pictures from elsewhere in Word.docx', (site) =>
    zipOf([
      ...docxFiles(
        `${body('pictures from elsewhere in word')}<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r1"/></w:drawing></w:r></w:p>`,
      ),
      words('word/_rels/document.xml.rels', external(`${site}/a.png`)),
    ]),
  ),
  taken(
    'files from elsewhere in Word.docx',
    zipOf([
      ...docxFiles(body('files from elsewhere')),
      words('word/_rels/document.xml.rels', external('file:///etc/passwd')),
    ]),
  ),
  either(
    'parts that climb out.docx',
    zipOf([
      ...docxFiles(body('climb')).filter(({ name }) => name !== '_rels/.rels'),
      words(
        '_rels/.rels',
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="../../../../etc/passwd"/></Relationships>',
      ),
    ]),
  ),
  told('Word that swells.docx', zipOf([...docxFiles(body('swells')), words('word/media/a.png', zeros(15_000_000))])),
  told(
    'Word that is locked.docx',
    zipOf(docxFiles(body('locked')).map((file) => ({ ...file, says: { flags: 0x801 } }))),
  ),
  either(
    'tables in tables.docx',
    docxWith(
      `${body('nested tables')}${'<w:tbl><w:tr><w:tc>'.repeat(3_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(3_000)}`,
    ),
  ),
  told('marks that are not closed.docx', docxWith(`${body('unclosed')}${'<w:p><w:r>'.repeat(2_000)}`)),
  either('runs without end.docx', docxWith(`${body('runs')}<w:p>${'<w:r><w:t>x </w:t></w:r>'.repeat(60_000)}</w:p>`)),
  told('no document in it.docx', zipOf(docxFiles('').filter(({ name }) => name !== 'word/document.xml'))),
  told('no words in it.docx', docxWith('<w:p/>')),
  either('two documents.docx', zipOf([...docxFiles(body('first')), ...docxFiles(body('second')).slice(2)])),
  either('half a letter in Word.docx', docxWith(paragraph(`${sentence('half in word')} &#xD800;`))),
  taken('macros.docm', zipOf([...docxFiles(body('macros')), words('word/vbaProject.bin', 'Shell "calc"')])),
];

const HEAD =
  'From: Anna <a@courier.example>\r\nTo: b@courier.example\r\nDate: Sun, 7 Nov 2021 09:12:00 +0000\r\nMIME-Version: 1.0\r\n';
const mail = (name: string, rest: string) => `${HEAD}Subject: ${name}\r\n${rest}`;
const plain = (name: string) => `Content-Type: text/plain; charset=utf-8\r\n\r\n${sentence(name)}\r\n`;
const attached = (file: string, bytes: Uint8Array) =>
  `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${file}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n`;
const mixed = (name: string, parts: string) =>
  mail(name, `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${plain(name)}${parts}--b--\r\n`);
const wrapped = (depth: number): string =>
  depth === 0
    ? mail('innermost', plain('innermost'))
    : mail(`level ${depth}`, `Content-Type: message/rfc822\r\n\r\n${wrapped(depth - 1)}`);

const openText = (body: string): Uint8Array =>
  zipOf([
    words('mimetype', 'application/vnd.oasis.opendocument.text'),
    words('content.xml', `<office:document-content><office:text>${body}</office:text></office:document-content>`),
  ]);

const OPEN: readonly Member[] = [
  taken(
    'script in an open text.odt',
    openText(`<text:p>${escaped(SCRIPT)} ${sentence('open text')}</text:p><script>alert(1)</script>`),
  ),
  either('comments without end.odt', openText('<office:annotation>'.repeat(200_000))),
  either(
    'spaces without end.odt',
    openText(`<text:p>${'<text:s text:c="999"/>'.repeat(100_000)}${sentence('open spaces')}</text:p>`),
  ),
];

const MAILS: readonly Member[] = [
  taken('script in a subject.eml', mail(`${SCRIPT} ${FORMULA}`, plain('script in a subject'))),
  taken(
    'script as a sender.eml',
    `From: "${SCRIPT}" <a@b>\r\nSubject: =?utf-8?B?${Buffer.from(FORMULA).toString('base64')}?=\r\nDate: x\r\n${plain('script as a sender')}`,
  ),
  taken('a page as a message.eml', (site) =>
    mail(
      'page',
      `Content-Type: text/html\r\n\r\n<p>${sentence('page as a message')}</p><img src="${site}/pixel">${SCRIPT}`,
    ),
  ),
  taken(
    'attached by a path.eml',
    mixed(
      'path',
      attached('../../../entente-out.txt', utf8(sentence('attached by a path'))) +
        attached('/etc/cron.d/x.txt', utf8(sentence('attached absolutely'))),
    ),
  ),
  taken(
    'attached archives.eml',
    mixed('archives', attached('a.zip', inner) + attached('b.zip', zipOf([words('a.txt', zeros(15_000_000))]))),
  ),
  taken(
    'attachments without end.eml',
    mixed(
      'many',
      Array.from({ length: 400 }, (_, i) => attached(`${i}.txt`, utf8(sentence(`attachment ${i}`)))).join(''),
    ),
  ),
  either('messages in messages.eml', wrapped(30)),
  told(
    'parts in parts.eml',
    mail(
      'parts',
      Array.from({ length: 500 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(
        '',
      ),
    ),
  ),
  either('parts without end.eml', mixed('parts', '--b\r\n\r\nx\r\n'.repeat(5_000))),
  told('a head without end.eml', mail('head', `X-A: ${'x'.repeat(3_000_000)}\r\n\r\n${sentence('head')}`)),
  told('heads without end.eml', mail('heads', `${'X-A: b\r\n'.repeat(100_000)}\r\n${sentence('heads')}`)),
  either(
    'a boundary without end.eml',
    mail('boundary', `Content-Type: multipart/mixed; boundary="${'b'.repeat(100_000)}"\r\n\r\n${sentence('boundary')}`),
  ),
  either('no boundary.eml', mail('none', `Content-Type: multipart/mixed\r\n\r\n${sentence('no boundary')}`)),
  either(
    'an encoding that there is not.eml',
    mail('klingon', `Content-Type: text/plain; charset=x-klingon\r\n\r\n${sentence('klingon')}`),
  ),
  either(
    'base 64 that is none.eml',
    mail('base', `Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n${'!?='.repeat(50_000)}`),
  ),
  either(
    'quoted without end.eml',
    mail(
      'quoted',
      `Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'=E2=82'.repeat(200_000)}`,
    ),
  ),
  either('a body from elsewhere.eml', (site) =>
    mail(
      'external',
      `Content-Type: message/external-body; access-type=URL; URL="${site}/body"\r\n\r\n${sentence('external')}`,
    ),
  ),
  either('encoded words without end.eml', mail('=?utf-8?Q?=41?= '.repeat(20_000), plain('encoded words'))),
  either(
    'a mailbox without end.mbox',
    `From a@b Sun Nov  7 09:12:00 2021\n${mail('m', plain('mailbox'))}\n`.repeat(1_050),
  ),
  either('a mailbox of nothing.mbox', 'From \n'.repeat(5_000)),
  either(
    'winmail.eml',
    mixed('tnef', attached('winmail.dat', joined([0x78, 0x9f, 0x3e, 0x22], deflateSync(zeros(1_000))))),
  ),
];

export const DOCUMENTS: readonly Member[] = [...ARCHIVES, ...WORD, ...OPEN, ...MAILS];
