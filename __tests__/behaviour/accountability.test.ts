import { DATA_MAP } from '../../src/data-map';
import { fieldsOf } from '../../src/storage/data-set';
import type { AuditRow, ProcessingRecord } from '../../src/contract';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { DPV_TERMS, VOCABULARIES } from './dpv-terms';
import { everyPage } from './pages';

const app = useForge();
const admin = () => app.person(PEOPLE.admin);
const TODAY = '2026-03-02';

async function wholeLog(limit: number): Promise<AuditRow[]> {
  const pages = await everyPage((after) => admin().admin('getAuditLog', { limit, ...after }));
  return pages.flatMap(({ rows }) => rows);
}

describe('The audit log', () => {
  beforeEach(async () => {
    await app.person(PEOPLE.anna).log(TODAY);
    await app.person(PEOPLE.ben).log(TODAY);
    for (let n = 0; n < 31; n += 1) {
      const accountId = n % 3 === 0 ? PEOPLE.ben : PEOPLE.anna;
      await admin().admin('listEntriesOf', { accountId, reason: 'security' });
    }
  });

  test.each([1, 10, 31, 100])('gives every line once, newest first, by %d', async (limit) => {
    const rows = await wholeLog(limit);
    const stored = app.stored('audit').map(({ key }) => key);
    expect(rows.map(({ id }) => id)).toEqual([...stored].sort().reverse());
    expect(rows.map(({ at }) => at)).toEqual(
      [...stored]
        .sort()
        .reverse()
        .map((key) => key.slice(0, 24)),
    );
  });

  it('names nobody: a token stands for each person, the same each time', async () => {
    const rows = await wholeLog(100);
    const text = JSON.stringify(rows);
    for (const accountId of Object.values(PEOPLE)) expect(text).not.toContain(accountId);
    expect(new Set(rows.map(({ subject }) => subject)).size).toBe(2);
  });
});

describe('The record of processing', () => {
  it('has an activity for each purpose in force, from the data map and the settings', async () => {
    const record = await admin().admin('getRecordOfProcessing');
    expect(record.activities.map(({ name }) => name)).toEqual([
      'Recording time',
      'Answering requests',
      'Correcting entries',
      'Meeting legal duties',
      'Looking into incidents',
      'Proving compliance',
      'Deleting data of people who left',
    ]);
    for (const { categories, retention, securityMeasures } of record.activities) {
      expect(categories.length).toBeGreaterThan(1);
      expect(retention.every((words) => words.length > 20)).toBe(true);
      expect(securityMeasures.length).toBeGreaterThan(2);
    }
    expect(record.processor).toEqual({ name: 'Cappsule Sàrl', contact: 'security@cappsule.io' });
    expect(record.generatedAt).toMatch(/^2026-03-02T09:00:0\d\.\d{3}Z$/);
  });

  it('shows every category of personal data that is stored, and calls none non-personal', async () => {
    await admin().saveSettings({
      retentionDays: {},
      selfErasure: 'at-once',
      removedDays: 30,
      keepTotals: true,
    });
    const { activities } = await admin().admin('getRecordOfProcessing');
    const told = new Set(
      activities
        .filter(({ name }) => name !== 'Adding up time without names')
        .flatMap(({ categories }) => categories),
    );
    const stored = DATA_MAP.filter(({ about }) => about !== 'nobody')
      .flatMap(fieldsOf)
      .map(([, { category }]) => category);
    expect([...told].sort()).toEqual([...new Set(stored)].sort());
    expect(told).not.toContain('dpv:NonPersonalData');
  });

  it('is also JSON-LD in terms that the vocabulary has', async () => {
    const { jsonLd } = await admin().admin('getRecordOfProcessing');
    const { '@context': context, ...graph } = jsonLd as { '@context': Record<string, string> };
    expect(context).toEqual(VOCABULARIES);
    const terms = [...new Set(termsOf(graph))].filter((term) => !term.startsWith('dct:'));
    expect(terms.filter((term) => !DPV_TERMS.includes(term))).toEqual([]);
    expect(graph).toMatchObject({ '@type': 'dpv:ROPA' });
  });

  it('names administrators among the people where it stores something about them because they act', async () => {
    const { activities, recipients } = await admin().admin('getRecordOfProcessing');
    const about = activities
      .filter(({ dataSubjects }) => /administrators who act/.test(dataSubjects))
      .map(({ name }) => name);
    expect(about).toEqual([
      'Answering requests',
      'Looking into incidents',
      'Proving compliance',
      'Deleting data of people who left',
    ]);
    expect(recipients[0]).toMatch(/a reason for viewing or exporting/);
  });

  it('says in JSON-LD all that it says in words, one activity after the other', async () => {
    const { jsonLd, ...words } = await admin().admin('getRecordOfProcessing');
    const said = textsOf(jsonLd);
    const { activities, generatedAt, controller, processor, recipients, transfers } = words;
    for (const text of [generatedAt, controller, processor.name, processor.contact, ...recipients, transfers])
      expect(said).toContain(text);
    const processes = (jsonLd as { 'dpv:hasProcess': object[] })['dpv:hasProcess'];
    expect(processes.map((process) => textsOf(process).sort())).toEqual(
      activities.map((activity) => [...textsOf(activity), ...idsOf(activity)].sort()),
    );
  });

  it('says where Atlassian may process the data, and under which safeguards', async () => {
    const { transfers } = await admin().admin('getRecordOfProcessing');
    expect(transfers).toMatch(/^The app sends nothing outside Atlassian\./);
    expect(transfers).toMatch(/USA.*standard contractual clauses/);
  });
});

/** In JSON-LD an activity has the type and the basis as terms besides. */
function idsOf({
  lawfulBasis,
  retention,
  securityMeasures,
}: ProcessingRecord['activities'][number]): string[] {
  const [, letter] = /6\(1\)\(([bcef])\)/.exec(lawfulBasis) ?? [];
  const types = ['Process', 'Purpose', 'DataSubject', ...retention.map(() => 'StorageDuration')];
  const measures = securityMeasures.map(() => 'TechnicalOrganisationalMeasure');
  const basis = letter === undefined ? 'dpv:LegalBasis' : `eu-gdpr:A6-1-${letter}`;
  return [basis, ...[...types, ...measures].map((type) => `dpv:${type}`)];
}

/** Every text in it. */
function textsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsOf) : [];
}

/** Every key, and every value of `@type` and `@id`, that is a term with a prefix. */
function termsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(termsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const terms = key.startsWith('@') ? [String(value)] : [key, ...termsOf(value)];
    return terms.filter((term) => term.includes(':') && !term.startsWith('http'));
  });
}
