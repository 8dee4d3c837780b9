import { DATA_MAP } from '../../src/data-map';
import { ERASURE_JOB } from '../../src/privacy/data-sets/erasure-job';
import { NOTICE_LANGUAGES } from '../../src/privacy/data-sets/languages';
import { describeSet } from '../../src/privacy/notice/describe';
import { periodOf } from '../../src/privacy/settings/settings';
import { assertDeclared } from '../../src/storage/declared';
import { fieldsByName, fieldsOf } from '../../src/storage/data-set';
import { sayIn } from '../../src/words';
import words from '../../words/en/data.json';
import { projectFiles, textOf } from '../project/project-files';
import { holdsAccount, recordOf } from '../setup/generated-record';

const ANNA = '5b10a2844c20165700ede21b';
const TEXT = 'Whatever someone might write here';
const say = sayIn('en');
const SETS = DATA_MAP.map((set) => [set.name, set] as const);

it('The data map has a name for each data set', () => {
  expect(new Set(DATA_MAP.map(({ name }) => name)).size).toBe(DATA_MAP.length);
});

describe.each(SETS)('The data set %s', (_, set) => {
  it('is explained: what it is, why, for how long, what an erasure does', () => {
    const { title, what, purpose, retention, onErasure } = describeSet(set, { retentionDays: {} }, say);
    const words = [what, purpose, retention, onErasure];
    expect(words.filter((text) => text.length < 8 || !text.endsWith('.'))).toEqual([]);
    expect(title).toMatch(/^\p{Lu}/u);
  });

  it('explains each of its fields', () => {
    const unclear = fieldsOf(set).filter(([, { what }]) => say(what).length < 5);
    expect(unclear.map(([name]) => name)).toEqual([]);
  });

  it.each(NOTICE_LANGUAGES)('is said in %s, with each number that a message wants', (language) => {
    const told = JSON.stringify(describeSet(set, { retentionDays: {} }, sayIn(language)));
    expect(told).not.toMatch(/\bdata\.[a-z]|[{]\w+, (number|plural)/);
  });

  it('calls an account ID what it is', () => {
    const wrong = fieldsOf(set).filter(
      ([, { value, category }]) => holdsAccount(value) !== (category === 'pd:UID'),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('about somebody calls no field non-personal, and says what it is used for', () => {
    if (set.about === 'nobody') return;
    const wrong = fieldsOf(set).filter(([, { category }]) => category === 'dpv:NonPersonalData');
    expect(wrong.map(([name]) => name)).toEqual([]);
    expect(set.usedFor?.length).toBeGreaterThan(0);
  });

  it('is about people if it holds account IDs, and then it says how theirs are found', () => {
    const holds =
      fieldsOf(set).some(([, { value }]) => holdsAccount(value)) ||
      set.key.some(([, kind]) => holdsAccount(kind));
    const aboutPeople = set.about === 'person' || set.about === 'people';
    // The one exception names someone only while there is still something to look for.
    expect(holds).toBe(aboutPeople || set === ERASURE_JOB);
    expect(set.found !== undefined).toBe(aboutPeople);
    expect(set.exported).toBe(
      aboutPeople || set.foundByToken !== undefined || set.foundByDigest !== undefined,
    );
    expect(aboutPeople && set.erasure.effect !== 'delete').toBe(false);
  });

  it('takes a record with all its fields, and no record with any of them wrong', () => {
    const { key, value } = recordOf(set, ANNA, 3);
    const refuses = (record: unknown): boolean => {
      try {
        assertDeclared(DATA_MAP, set, key, record);
        return false;
      } catch {
        return true;
      }
    };
    expect(refuses(value)).toBe(false);
    for (const [name, { optional }] of fieldsOf(set)) {
      expect(refuses({ ...value, [name]: TEXT })).toBe(true);
      expect(refuses({ ...value, [name]: { [TEXT]: TEXT } })).toBe(true);
      expect(refuses({ ...value, [name]: [TEXT] })).toBe(true);
      expect(refuses({ ...value, [name]: null })).toBe(true);
      expect(refuses({ ...value, [name]: undefined })).toBe(optional !== true);
    }
    expect(refuses({ ...value, note: TEXT })).toBe(true);
  });

  it('says why its period is as long as it is, in a sentence, and says it to the person', () => {
    const { days, fixed } = set.retention;
    const reasons = [days, fixed].flatMap((period) => (period ? [period.why] : []));
    for (const why of reasons) {
      expect(say(why)).toMatch(/^[A-Z].{30,}\.$/);
      expect(describeSet(set, { retentionDays: {} }, say).retention).toContain(say(why));
    }
  });

  it('ends records by an instant, or by a day with what makes it unique, in an index over everybody', () => {
    const { from } = set.retention.days ?? {};
    if (from === undefined) return;
    const kind = fieldsByName(set)[from]?.value;
    const first = kind?.kind === 'joined' ? kind.of[0]?.kind : undefined;
    expect([kind?.kind, first]).toEqual(first === undefined ? ['instant', first] : ['joined', 'day']);
    expect(set.indexes).toContainEqual({ name: from, partition: [], range: from });
  });

  it('keeps its standard period within its limits', () => {
    const period = periodOf(set) ?? { standard: 30, least: 30, most: 30 };
    expect(period.least).toBeLessThanOrEqual(period.standard);
    expect(period.standard).toBeLessThanOrEqual(period.most);
  });
});

test('whatever outlasts rows of another data set names them by key, and tells by a field of theirs that they ended', () => {
  const outlasting = DATA_MAP.flatMap((set) =>
    set.retention.fixed?.outlasts ? [{ set, ...set.retention.fixed.outlasts }] : [],
  );
  expect(outlasting.map(({ set }) => set.name)).toEqual(['marker']);
  for (const { set, dataSet, by, field, ended } of outlasting) {
    const named = DATA_MAP.find(({ name }) => name === dataSet);
    const kind = named && fieldsByName(named)[field]?.value;
    expect(fieldsByName(set)[by]?.value).toEqual(named?.key[0]?.[1]);
    expect(kind?.kind === 'one-of' && ended.every((value) => kind.values.includes(value))).toBe(true);
  }
});

it('Every message of the data map is said of a data set, or by the engine or a page', () => {
  const inMap = JSON.stringify(DATA_MAP);
  const code = projectFiles()
    .filter((file) => /^(src|static)\/.*\.tsx?$/.test(file) && !/\/data-sets?(\/|\.ts$)/.test(file))
    .map(textOf)
    .join('\n');
  const unsaid = Object.keys(words).filter(
    (name) =>
      !inMap.includes(`"data.${name}"`) &&
      !code.includes(`'data.${name}'`) &&
      !/^(activity|purpose|basis)-/.test(name),
  );
  expect(unsaid).toEqual([]);
});

describe('Totals without names', () => {
  const adding = DATA_MAP.flatMap((set) => {
    const { anonymise: rule } = set.retention;
    return rule ? [{ set, rule, into: DATA_MAP.find(({ name }) => name === rule.into) }] : [];
  });

  it('are declared, so that nothing below is empty talk', () => {
    expect(adding.map(({ set, rule }) => [set.name, rule.into])).toEqual([['time-entry', 'issue-total']]);
  });

  it('hold what is added up and by what, about nobody, and nothing else', () => {
    for (const { rule, into } of adding) {
      expect(into).toMatchObject({ about: 'nobody', place: 'app-state', exported: false });
      expect(Object.keys(into?.fields ?? {}).sort()).toEqual([rule.by, rule.amount, 'version'].sort());
      expect(into?.key.map(([name]) => name)).toEqual([rule.by]);
      expect(into && fieldsByName(into)[rule.amount]?.value.kind).toBe('integer');
    }
  });

  it('are of at least three people whose records end by a period', () => {
    for (const { set, rule } of adding) {
      expect(rule.people).toBeGreaterThanOrEqual(3);
      expect(set.retention.days).toBeDefined();
      expect(set.found?.by).toBe('index');
    }
  });
});
