import { hostileDossier } from '@entente/core/testing/hostile-dossier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtWork, atWork, PERSON, toLookAt } from './at-work.ts';
import { looking, NOTHING_WRONG } from './looking.ts';
import { settled } from './settled.ts';

const pages = toLookAt();
const PATIENCE = 60_000;
const EVIL = '<img src=//evil.example/x.png onerror=alert(7)>';

const CONFLICT = `conflict: "${EVIL}"
makers:
  - id: one
    name: "${EVIL}"
    options: [{ id: act, name: "<script>alert(8)</script>" }]
    prefers: [{ that: act, assumed: true, note: "javascript:alert(9)" }]
  - id: two
    name: "<svg onload=alert(10)>"
    options: [{ id: stop, name: "${EVIL}" }]
    prefers: [{ that: not act, assumed: true }]
infeasible:
  - { when: act and stop, why: "<iframe src=//evil.example></iframe>" }
status-quo: NN
`;

describe.skipIf(pages === undefined)('hostile documents', () => {
  let browser: Awaited<ReturnType<typeof looking>>;
  let work: AtWork;
  beforeAll(async () => {
    browser = await looking();
    work = await atWork(
      {
        ...hostileDossier,
        question: `Why does ${EVIL} block it?`,
        statements: hostileDossier.statements.map(({ date: _, ...statement }) => statement),
      },
      pages,
    );
    const after = { id: 'evil', file: 'evil.yaml', text: CONFLICT };
    const written = await work.store.write(PERSON, 'import', [{ kind: 'conflict', id: 'evil', after }]);
    expect(written.ok).toBe(true);
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    await work?.end();
  });

  test(
    'run nothing, load nothing and break no policy in any room',
    async () => {
      const { page, wrong } = await browser.look(work.address, '/');
      const [document, other] = hostileDossier.documents;
      const [actor] = hostileDossier.codebook.actors;
      const [issue] = hostileDossier.codebook.issues;
      const [statement] = hostileDossier.statements;
      const cell = new URLSearchParams({ actor: statement?.actor ?? '', issue: statement?.issue ?? '' });
      const paths = [
        '/',
        `/?question=${encodeURIComponent('<script>alert(9)</script>')}`,
        '/sources',
        `/sources?q=${encodeURIComponent(EVIL)}`,
        `/sources/${document?.id}`,
        `/sources/${document?.id}?correct=1`,
        `/sources/${document?.id}/${other?.id}`,
        `/coding/${statement?.passage.document}?s=${statement?.id}`,
        `/coding?codebook=actors&e=${actor?.id}`,
        `/coding?codebook=issues&e=${issue?.id}`,
        '/positions',
        `/positions?${cell}`,
        '/chronicle',
        '/conflict/evil',
        '/conflict/evil?state=YN',
        '/conflict/new',
        '/report',
        `/${encodeURIComponent(EVIL)}`,
      ];
      for (const path of paths) {
        await page.goto(`${work.address}${path}`);
        await settled(page);
        expect(await page.locator('main img, main script, main iframe, main object, main embed').count(), path).toBe(0);
      }
      await page.goto(`${work.address}/`);
      await settled(page);
      await page.keyboard.press('/');
      await page.keyboard.type('script');
      await page.locator('.found li').first().waitFor();
      await page.goto(`${work.address}/sources/${document?.id}`);
      await page.locator('.sheet').waitFor();
      expect(await page.locator('.sheet').textContent()).toContain('<script>alert(1)</script>');
      expect(wrong).toEqual(NOTHING_WRONG);
    },
    PATIENCE,
  );
});
