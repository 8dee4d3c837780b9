import { STANDING } from '../../data-sets/registration';
import { REQUEST } from '../../data-sets/request';
import type { Engine } from '../../engine';
import { pagesOf } from '../../pages';
import type { Stretch } from '../stretch';
import { isOpenOfWebhook } from './of-person';

/** A person whom the webhook named, and when; a list proposes them, and what is read strictly decides. */
interface Named {
  accountId: string;
  at: string;
  by: 'word' | 'request';
}

/** Whom the webhook named in that time, page after page: first by what it said, then by the requests it handed in. */
export async function* namedIn(engine: Engine, { since: from, until }: Stretch): AsyncGenerator<Named[]> {
  for (const hint of ['announcedAt', 'erasureAskedAt'] as const) {
    for await (const page of pagesOf(engine, STANDING, { index: hint, range: hint, from, until })) {
      yield page.map(({ row }) => ({ accountId: row.accountId, at: row[hint] ?? '', by: 'word' }));
    }
  }
  const handedIn = { index: 'by-maker', partition: ['webhook'], range: 'receivedAt', from, until };
  for await (const page of pagesOf(engine, REQUEST, handedIn)) {
    const open = page.filter(({ row }) => isOpenOfWebhook(row));
    yield open.map(({ row }) => ({ accountId: row.accountId, at: row.receivedAt, by: 'request' }));
  }
}
