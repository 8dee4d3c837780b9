import type { ExportPage } from '../../../src/contract';
import type { Failure } from '../../../static/shared/call';
import { collect, nothingCollected, type CollectOptions } from '../../../static/shared/export/collect';
import { countRecords } from '../../../static/shared/export/exported-data';
import { findDifferences } from '../../../static/shared/export/differences';
import { MOST_UNITS, Share } from '../../../static/shared/export/share';

const busy: Failure = { error: { code: 'TRY_LATER', message: 'Busy.' } };
const refused: Failure = { error: { code: 'NOT_ALLOWED', message: 'No.' } };

const columns = [{ name: 'id', what: 'data.request-id' as const, kind: 'token' }];
const title = 'data.request-title';

/** Three pages of two data sets: a1 | a2 b1 | b2. */
function pageAfter(after: string | undefined): ExportPage {
  const make = (parts: Array<[string, string]>, rest: Partial<ExportPage>): ExportPage => ({
    schemaVersion: '1',
    units: 5,
    stamp: 's1',
    parts: parts.map(([dataSet, id]) => ({ dataSet, title, columns, records: [{ id }] })),
    ...rest,
  });
  if (after === undefined) return make([['a', 'a1']], { next: '1' });
  if (after === '1') {
    return make(
      [
        ['a', 'a2'],
        ['b', 'b1'],
      ],
      { next: '2' },
    );
  }
  return make([['b', 'b2']], { counts: { a: 2, b: 2 }, stampAtEnd: 's1' });
}

function options(fetchPage: CollectOptions['fetchPage'], more: Partial<CollectOptions> = {}): CollectOptions {
  const signal = new AbortController().signal;
  return {
    fetchPage,
    share: new Share(),
    signal,
    onProgress: () => undefined,
    retryWaitsMs: [1, 1],
    ...more,
  };
}

describe('collecting an export', () => {
  it('joins the pages by data set and tells how far it is', async () => {
    const progress: number[] = [];
    const outcome = await collect(
      nothingCollected,
      options(async (after) => pageAfter(after), { onProgress: (records) => progress.push(records) }),
    );
    expect(outcome.state).toBe('complete');
    expect(outcome.collected.parts.map((part) => [part.dataSet, part.records.map(({ id }) => id)])).toEqual([
      ['a', ['a1', 'a2']],
      ['b', ['b1', 'b2']],
    ]);
    expect(outcome.collected.counts).toEqual({ a: 2, b: 2 });
    expect(progress).toEqual([1, 3, 4]);
  });

  it('asks again for a page that did not come', async () => {
    let asked = 0;
    const onRetry = jest.fn();
    const fetchPage = async (after: string | undefined) => {
      asked += 1;
      return asked === 2 || asked === 3 ? busy : pageAfter(after);
    };
    const outcome = await collect(nothingCollected, options(fetchPage, { onRetry }));
    expect(outcome.state).toBe('complete');
    expect(asked).toBe(5);
    expect(onRetry).toHaveBeenCalledTimes(2);
  });

  it('keeps what came before a failure and goes on from there', async () => {
    const first = await collect(
      nothingCollected,
      options(async (after) => (after === '1' ? busy : pageAfter(after))),
    );
    expect(first).toMatchObject({ state: 'failed', failure: busy });
    const asked: Array<string | undefined> = [];
    const second = await collect(
      first.collected,
      options(async (after) => {
        asked.push(after);
        return pageAfter(after);
      }),
    );
    expect(second.state).toBe('complete');
    expect(asked).toEqual(['1', '2']);
    expect(findDifferences(second.collected.parts, second.collected.counts ?? {})).toEqual([]);
  });

  it('does not ask again after a plain no', async () => {
    const fetchPage = jest.fn(async () => refused);
    const outcome = await collect(nothingCollected, options(fetchPage));
    expect(outcome).toMatchObject({ state: 'failed', failure: refused });
    expect(fetchPage).toHaveBeenCalledTimes(1);
  });

  it('stops when it is cancelled and keeps what it has', async () => {
    const controller = new AbortController();
    const fetchPage = async (after: string | undefined) => {
      if (after === '1') controller.abort();
      return pageAfter(after);
    };
    const outcome = await collect(nothingCollected, options(fetchPage, { signal: controller.signal }));
    expect(outcome.state).toBe('cancelled');
    expect(outcome.collected.next).toBe('1');
  });

  it('stops at once when it is cancelled while waiting', async () => {
    const controller = new AbortController();
    const outcome = collect(
      nothingCollected,
      options(async () => busy, {
        signal: controller.signal,
        retryWaitsMs: [60_000],
        onRetry: () => controller.abort(),
      }),
    );
    await expect(outcome).resolves.toMatchObject({ state: 'cancelled' });
  });

  it('does not wait for a page that was asked for before', async () => {
    const controller = new AbortController();
    const never = () => {
      setTimeout(() => controller.abort(), 1);
      return new Promise<ExportPage>(() => undefined);
    };
    const outcome = collect(nothingCollected, options(never, { signal: controller.signal }));
    await expect(outcome).resolves.toMatchObject({ state: 'cancelled' });
  });

  /** Pages whose stamp is another from the nth that is asked for on. */
  function changingAt(...changes: number[]): CollectOptions['fetchPage'] {
    let asked = 0;
    return async (after) => {
      asked += 1;
      const stamp = `s${changes.filter((at) => asked >= at).length}`;
      const { stampAtEnd, ...page } = pageAfter(after);
      return { ...page, stamp, ...(stampAtEnd !== undefined && { stampAtEnd: stamp }) };
    };
  }

  it('begins again where something was written between two pages', async () => {
    const onChange = jest.fn();
    const outcome = await collect(nothingCollected, options(changingAt(2), { onChange }));
    expect(outcome).toMatchObject({ state: 'complete', collected: { stamp: 's1' } });
    expect(countRecords(outcome.collected.parts)).toBe(4);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('begins again where something was written while the last page was read', async () => {
    let ends = 0;
    const fetchPage = async (after: string | undefined) => {
      const page = pageAfter(after);
      return page.counts && (ends += 1) === 1 ? { ...page, stampAtEnd: 's2' } : page;
    };
    const outcome = await collect(nothingCollected, options(fetchPage));
    expect(outcome.state).toBe('complete');
    expect(ends).toBe(2);
  });

  it('begins again where the app was updated between two pages, since then a place is another one', async () => {
    let asked = 0;
    const fetchPage = async (after: string | undefined) => {
      asked += 1;
      return { ...pageAfter(after), schemaVersion: asked === 1 ? '1' : 'newer' };
    };
    const outcome = await collect(nothingCollected, options(fetchPage));
    expect(outcome).toMatchObject({ state: 'complete', collected: { schemaVersion: 'newer' } });
    expect(countRecords(outcome.collected.parts)).toBe(4);
    expect(asked).toBe(5);
  });

  it('gives up after three beginnings, and what it has then does not pass for an export', async () => {
    const fetchPage = jest.fn(changingAt(2, 4, 6, 8));
    const outcome = await collect(nothingCollected, options(fetchPage));
    expect(outcome).toMatchObject({ state: 'changing', collected: { counts: undefined } });
    expect(fetchPage).toHaveBeenCalledTimes(6);
  });

  it('that goes on later begins again where something was written since', async () => {
    const first = await collect(
      nothingCollected,
      options(async (after) => (after === '1' ? refused : pageAfter(after))),
    );
    const later = async (after: string | undefined): Promise<ExportPage> => {
      const { stampAtEnd, ...page } = pageAfter(after);
      return { ...page, stamp: 's2', ...(stampAtEnd !== undefined && { stampAtEnd: 's2' }) };
    };
    const second = await collect(first.collected, options(later));
    expect(second).toMatchObject({ state: 'complete', collected: { stamp: 's2' } });
    expect(countRecords(second.collected.parts)).toBe(4);
  });

  it('pauses where its share of a minute is used, says so, and can be cancelled meanwhile', async () => {
    const controller = new AbortController();
    const onPause = jest.fn(() => controller.abort());
    const fetchPage = async (after: string | undefined) => ({ ...pageAfter(after), units: MOST_UNITS });
    const outcome = await collect(
      nothingCollected,
      options(fetchPage, { signal: controller.signal, onPause }),
    );
    expect(outcome).toMatchObject({ state: 'cancelled', collected: { next: '1' } });
    expect(onPause).toHaveBeenCalledTimes(1);
  });

  it('counts what an export took that was cancelled and goes on', async () => {
    const share = new Share();
    const controller = new AbortController();
    const dear = async (after: string | undefined) => ({ ...pageAfter(after), units: MOST_UNITS });
    const cancelling = { share, signal: controller.signal, onPause: () => controller.abort() };
    const first = await collect(nothingCollected, options(dear, cancelling));
    const again = new AbortController();
    const onPause = jest.fn(() => again.abort());
    const second = await collect(first.collected, options(dear, { share, signal: again.signal, onPause }));
    expect(second).toMatchObject({ state: 'cancelled', collected: { next: '1' } });
    expect(onPause).toHaveBeenCalledTimes(1);
  });

  it('does not go round in circles', async () => {
    const fetchPage = async (): Promise<ExportPage> => ({ ...pageAfter(undefined), next: '1' });
    const outcome = await collect(nothingCollected, options(fetchPage));
    expect(outcome).toMatchObject({ state: 'failed', failure: { error: { code: 'FAILED' } } });
  });
});

describe('comparing an export with what is kept', () => {
  const parts = [{ dataSet: 'a', title: 'A', columns, records: [{ id: '1' }] }];

  it('finds nothing where the numbers are the same', () => {
    expect(findDifferences(parts, { a: 1, empty: 0 })).toEqual([]);
  });

  it.each([
    ['too few', { a: 2 }, { dataSet: 'a', exported: 1, kept: 2 }],
    ['too many', { a: 0 }, { dataSet: 'a', exported: 1, kept: 0 }],
    ['a data set that is missing', { a: 1, b: 3 }, { dataSet: 'b', exported: 0, kept: 3 }],
    ['a data set without a count', {}, { dataSet: 'a', exported: 1, kept: 0 }],
  ])('finds %s', (_, counts, difference) => {
    expect(findDifferences(parts, counts as Record<string, number>)).toEqual([difference]);
  });
});
