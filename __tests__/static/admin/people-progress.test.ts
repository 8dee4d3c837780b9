import type { PersonRow } from '../../../src/contract';
import {
  addPage,
  goOn,
  isGrowing,
  nothingYet,
  PAGES_AT_ONCE,
  withRow,
} from '../../../static/admin/people/people-progress';
import { failure } from '../../../static/shared/call';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn() }));

const row = (accountId: string, restricted = false): PersonRow => ({
  accountId,
  handle: 'a1',
  registeredAt: '2026-03-02T08:00:00.000Z',
  restricted,
});
const idsOf = (rows: readonly PersonRow[]) => rows.map((each) => each.accountId);

describe('the list of people as it grows', () => {
  it('takes page after page until one has no next', () => {
    const first = addPage(nothingYet, { people: [row('a'), row('b')], next: 'b' });
    expect(first).toMatchObject({ after: 'b', complete: false });
    const second = addPage(first, { people: [row('c')] });
    expect(second).toMatchObject({ after: undefined, complete: true });
    expect(idsOf(second.people)).toEqual(['a', 'b', 'c']);
  });

  it('shows a person once who came on two pages', () => {
    const first = addPage(nothingYet, { people: [row('a'), row('b')], next: 'b' });
    expect(idsOf(addPage(first, { people: [row('b'), row('c')] }).people)).toEqual(['a', 'b', 'c']);
  });

  it('keeps what came and where to go on when a page fails', () => {
    const first = addPage(nothingYet, { people: [row('a')], next: 'a' });
    const failed = addPage(first, failure('Busy.'));
    expect(failed).toMatchObject({ after: 'a', complete: false, failure: { error: { message: 'Busy.' } } });
    expect(addPage(failed, { people: [row('b')] })).toMatchObject({ complete: true, failure: undefined });
  });

  it('stops where the list does not advance', () => {
    const first = addPage(nothingYet, { people: [row('a')], next: 'a' });
    expect(addPage(first, { people: [row('a')], next: 'a' }).failure).toBeDefined();
  });
});

describe('the list of a large site', () => {
  const page = (at: number) => ({ people: [row(`p${String(at)}`)], next: `p${String(at)}` });
  const pages = (count: number, from = nothingYet) =>
    Array.from({ length: count }, (_, at) => page(from.people.length + at)).reduce(addPage, from);

  it('stops after some pages until someone asks for more, and goes on where it stopped', () => {
    expect(isGrowing(pages(PAGES_AT_ONCE - 1))).toBe(true);
    const stopped = pages(PAGES_AT_ONCE);
    expect(isGrowing(stopped)).toBe(false);
    expect(stopped.complete).toBe(false);
    const further = goOn(stopped);
    expect(isGrowing(further)).toBe(true);
    expect(further).toMatchObject({ people: stopped.people, after: stopped.after });
    expect(isGrowing(pages(PAGES_AT_ONCE, further))).toBe(false);
  });

  it('does not grow after a failure before someone asks again, and not when it is complete', () => {
    const failed = addPage(nothingYet, failure('Busy.'));
    expect(isGrowing(failed)).toBe(false);
    expect(isGrowing(goOn(failed))).toBe(true);
    expect(isGrowing(addPage(nothingYet, { people: [] }))).toBe(false);
  });
});

describe('one person read again', () => {
  const list = addPage(nothingYet, { people: [row('a'), row('b')], next: 'b' });

  it('puts the new row in the place of the old one', () => {
    expect(withRow(list, 'a', row('a', true)).people).toEqual([row('a', true), row('b')]);
  });

  it('adds who was not listed yet', () => {
    expect(idsOf(withRow(list, 'z', row('z')).people)).toEqual(['a', 'b', 'z']);
  });

  it('takes out who is gone, also when a page that lags behind still lists them', () => {
    const gone = withRow(list, 'a', undefined);
    expect(idsOf(gone.people)).toEqual(['b']);
    expect(idsOf(addPage(gone, { people: [row('a'), row('c')] }).people)).toEqual(['b', 'c']);
  });

  it('shows a person again who uses the app again', () => {
    const back = withRow(withRow(list, 'a', undefined), 'a', row('a'));
    expect(idsOf(back.people)).toEqual(['b', 'a']);
    expect(back.gone.has('a')).toBe(false);
  });
});
