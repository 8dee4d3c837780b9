/** `value` where Jira told, `unknown` where it knows nothing the viewer may see, `unavailable` where it did not answer. */
export type Found<T> = { state: 'known'; value: T } | { state: 'unknown' } | { state: 'unavailable' };

export type LookUp<T> = (ids: readonly string[]) => Promise<Map<string, Found<T>>>;

/** So many batches are asked for at a time: a long list does not take what Jira grants the viewer's other pages. */
const AT_ONCE = 3;

/**
 * Looks IDs up in batches of at most `limit`, a few at a time, and remembers what was found while the page is open.
 * `fetchBatch` gives what is known of a batch and throws when there was no answer, which is not remembered.
 */
export function makeLookUp<T>(
  limit: number,
  fetchBatch: (ids: string[]) => Promise<Map<string, T>>,
): LookUp<T> {
  const remembered = new Map<string, Promise<Found<T>>>();
  const lanes: Array<Promise<unknown>> = Array.from({ length: AT_ONCE }, () => Promise.resolve());
  let begun = 0;

  function begin(batch: string[]): void {
    const lane = begun++ % AT_ONCE;
    const answer = (lanes[lane] ?? Promise.resolve()).then(() => fetchBatch(batch));
    lanes[lane] = answer.catch(() => undefined);
    for (const id of batch) {
      const found = answer.then(
        (known): Found<T> => toFound(known.get(id)),
        (): Found<T> => {
          remembered.delete(id);
          return { state: 'unavailable' };
        },
      );
      remembered.set(id, found);
    }
  }

  return async (ids) => {
    const missing = [...new Set(ids)].filter((id) => !remembered.has(id));
    for (let start = 0; start < missing.length; start += limit) begin(missing.slice(start, start + limit));
    const pairs = [...new Set(ids)].map(async (id) => [id, await remembered.get(id)] as const);
    return new Map((await Promise.all(pairs)).map(([id, found]) => [id, found ?? { state: 'unavailable' }]));
  };
}

function toFound<T>(value: T | undefined): Found<T> {
  return value === undefined ? { state: 'unknown' } : { state: 'known', value };
}

/** Looks up very many IDs, so many a call, one call after the other: they are not to take Jira from everyone else. */
export async function findAll<T>(
  lookUp: LookUp<T>,
  ids: readonly string[],
  atOnce: number,
  signal?: AbortSignal,
): Promise<Map<string, Found<T>>> {
  const all = new Map<string, Found<T>>();
  for (let at = 0; at < ids.length; at += atOnce) {
    for (const [id, found] of await lookUp(ids.slice(at, at + atOnce))) all.set(id, found);
    signal?.throwIfAborted();
  }
  return all;
}
