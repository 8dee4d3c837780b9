import type { Stored } from '../../../storage/query';
import { STANDING, type Standing } from '../../data-sets/registration';
import { REQUEST, type PrivacyRequest } from '../../data-sets/request';
import type { Engine } from '../../engine';
import { pagesOf } from '../../pages';
import { standingsOf } from '../../restriction/hints';
import { isWithin, type Stretch } from '../stretch';
import { WEBHOOK_HINTS, isOpenOfWebhook } from './of-person';

/** A person whom the webhook named, and when; a list proposes them, and what is read strictly decides. */
interface Named {
  accountId: string;
  at: string;
  by: 'word' | 'request';
}

/** Whom the webhook named in that time, page after page: first by what it said, then by the requests it handed in. */
export async function* namedIn(engine: Engine, { since: from, until }: Stretch): AsyncGenerator<Named[]> {
  for (const hint of WEBHOOK_HINTS) {
    for await (const page of pagesOf(engine, STANDING, { index: hint, range: hint, from, until })) {
      yield page.map(({ row }) => ({ accountId: row.accountId, at: row[hint] ?? '', by: 'word' }));
    }
  }
  for await (const page of handedIn(engine, { since: from, until })) {
    const open = page.filter(({ row }) => isOpenOfWebhook(row));
    yield open.map(({ row }) => ({ accountId: row.accountId, at: row.receivedAt, by: 'request' }));
  }
}

const handedIn = (
  engine: Engine,
  { since: from, until }: Stretch,
): AsyncGenerator<Array<Stored<PrivacyRequest>>> =>
  pagesOf(engine, REQUEST, { index: 'by-maker', partition: ['webhook'], range: 'receivedAt', from, until });

/**
 * The account IDs of those whom the webhook still names so, a page of the same lists at a time, strictly read together: a
 * list may go on for hours showing those of whom it was undone, and each of them alone would cost as much as another person.
 */
export async function* stillNamedIn(engine: Engine, stretch: Stretch): AsyncGenerator<string[]> {
  const { since: from, until } = stretch;
  for (const hint of WEBHOOK_HINTS) {
    for await (const page of pagesOf(engine, STANDING, { index: hint, range: hint, from, until })) {
      const accountIds = page.map(({ row }) => row.accountId);
      const standings = [...(await standingsOf(engine, accountIds)).values()];
      yield standings.filter((standing) => isNamed(standing, stretch)).map(({ accountId }) => accountId);
    }
  }
  for await (const page of handedIn(engine, stretch)) {
    const requests = await engine.store.present(page.map(({ key }) => ({ dataSet: REQUEST, key })));
    yield requests.filter(({ row }) => isOpenOfWebhook(row)).map(({ row }) => row.accountId);
  }
}

const isNamed = (standing: Standing, stretch: Stretch): boolean =>
  WEBHOOK_HINTS.some((hint) => isWithin(stretch, standing[hint] ?? ''));
