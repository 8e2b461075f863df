import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { decidedStates, decidedStatesOf } from '../../../pipeline/store/decided-states.ts';
import { openStore, type Store } from '../../../pipeline/store/open.ts';
import { decide, note } from '../../../pipeline/store/reviews.ts';
import { temporaryFolder } from '../made-pages.ts';

/** Days on which documents are found and decisions made; few, so that they meet. */
const day = fc.integer({ min: 1, max: 6 }).map((n) => `2026-03-0${n}T00:00:00.000Z`);
const documents = fc.array(
  fc.record({
    sources: fc.uniqueArray(fc.tuple(fc.constantFrom('a.html', 'b.html', 'c.html'), day), {
      minLength: 1,
      selector: ([source]) => source,
    }),
    issuer: fc.constantFrom('', '清河市档案馆'),
    kind: fc.constantFrom('unknown', 'budget'),
    year: fc.constantFrom(null, 2022, 2023),
    findings: fc.subarray(['sum:1', 'sum:2', 'share:1']),
  }),
  { minLength: 1, maxLength: 5 },
);
const reviews = fc.array(
  fc.record({
    document: fc.nat(4),
    finding: fc.constantFrom('sum:1', 'sum:2', 'share:1'),
    decision: fc.constantFrom('confirmed' as const, 'dismissed' as const, null),
    at: day,
    isGone: fc.boolean(),
  }),
  { maxLength: 6 },
);

type Drawn<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function store(drawn: Drawn<typeof documents>, said: Drawn<typeof reviews>): Store {
  const opened = openStore(join(temporaryFolder(), 'a.sqlite'));
  const { db } = opened;
  db.exec('PRAGMA synchronous = OFF');
  for (const [n, { sources, issuer, kind, year, findings }] of drawn.entries()) {
    const id = `d${n}`;
    db.prepare("INSERT INTO artifacts VALUES (?, 0, 'not-kept', NULL, NULL)").run(id);
    for (const [source, at] of sources) db.prepare('INSERT INTO sources VALUES (?, ?, ?)').run(source, id, at);
    db.prepare(
      `INSERT INTO documents (id, artifact, source, media_type, title, issuer, region, kind, fiscal_year, state, holds, rounding,
         broken, undetermined) VALUES (?, ?, ?, 'text/html', '', ?, '', ?, ?, 'complete', 0, 0, 0, 0)`,
    ).run(id, id, sources[0]?.[0], issuer, kind, year);
    for (const [at, finding] of findings.entries())
      db.prepare(
        "INSERT INTO findings VALUES (?, ?, ?, '', 'sum', 'mismatch', 'error', '', '', '', '', '', '1', '元')",
      ).run(id, at, finding);
  }
  for (const { document, finding, decision, at, isGone } of said) {
    const about = { document: `d${document}`, finding };
    const isThere = db.prepare('SELECT 1 FROM findings WHERE document = ? AND id = ?').get(about.document, finding);
    if (isThere === undefined) continue;
    if (decision === null) note(opened, about, { text: '待查', at });
    else decide(opened, about, { decision, reason: '', at });
    if (isGone) db.prepare('DELETE FROM findings WHERE document = ? AND id = ?').run(about.document, finding);
  }
  return opened;
}

test('decisions lead to the states that the view finds from the findings', () => {
  fc.assert(
    fc.property(documents, reviews, (drawn, said) => {
      const opened = store(drawn, said);
      const states = decidedStates(opened);
      const rows = opened.db
        .prepare<[], { document: string; finding: string; state: string }>(
          'SELECT document, finding, state FROM finding_states',
        )
        .all();
      for (const { document, finding, state } of rows) {
        expect(states.get(finding)?.get(document) ?? 'open').toBe(state);
        expect(decidedStatesOf(opened, finding)).toEqual(states.get(finding) ?? new Map());
      }
      opened.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('a decision is stale from when its document was replaced where it was found', () => {
  const of = { issuer: '', kind: 'unknown', year: null } as const;
  const later = '2026-03-05T00:00:00.000Z';
  const opened = store(
    [
      { ...of, findings: ['sum:1'], sources: [['a.html', '2026-03-01T00:00:00.000Z']] },
      { ...of, findings: ['sum:1'], sources: [['a.html', later]] },
    ],
    [{ document: 0, finding: 'sum:1', decision: 'confirmed', at: '2026-03-02T00:00:00.000Z', isGone: false }],
  );
  onTestFinished(() => opened.close());
  expect(decidedStates(opened).get('sum:1')).toEqual(
    new Map([
      ['d0', 'stale'],
      ['d1', 'stale'],
    ]),
  );
  decide(opened, { document: 'd0', finding: 'sum:1' }, { decision: 'confirmed', reason: '', at: later });
  expect(decidedStates(opened).get('sum:1')?.get('d0')).toBe('confirmed');
});
