import Ajv2020 from 'ajv/dist/2020';
import { DATA_MAP } from '../../src/data-map';
import type { ExportedData } from '../../static/shared/export/exported-data';
import { exportedNotice } from '../../static/shared/export/exported-notice';
import { jsonChunks } from '../../static/shared/export/json';
import { everythingOf } from '../static/export/generated-parts';
import schema from '../../static/shared/export/data.schema.json';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { secondsOf, send, signedRequest } from './webhook-caller';
import { useForge } from '../setup/use-forge';

/** Anna is an administrator, too, so that every kind of record is about her. */
const people = TEST_SITE.people.map((one) =>
  one.accountId === PEOPLE.anna ? { ...one, isAdmin: true } : one,
);
const app = useForge({ site: { ...TEST_SITE, people } });
const anna = () => app.person(PEOPLE.anna);
const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** `data.json` of an export of one page, as it is read again. */
async function dataJson(): Promise<ExportedData> {
  const { parts, schemaVersion, next } = await anna().user('exportPage');
  expect(next).toBeUndefined();
  const exportedAt = new Date(app.forge.clock.now()).toISOString();
  const inForce = await anna().user('getNotice');
  const notice = exportedNotice(inForce, undefined, '');
  const versions = { schemaVersion, noticeVersion: inForce.version };
  const data = { ...versions, exportedAt, dataSets: parts, ...everythingOf, notice };
  return JSON.parse(
    [...jsonChunks({ ...data, subject: { accountId: PEOPLE.anna } })].join(''),
  ) as ExportedData;
}

/** Someone who was erased and came back, has asked for things, was looked at and is restricted. */
async function liveALittle(): Promise<void> {
  await anna().log('2026-03-02', '1h 30m');
  await anna().user('eraseMyData', { receiptHash: 'e'.repeat(64) });
  await app.forge.clock.advance(30 * 60_000);
  const { version } = await anna().user('getNotice');
  await anna().log('2026-03-01', '45m');
  await anna().log('2025-12-31', '2h');
  await anna().user('acknowledgeNotice', { version });
  await anna().user('openRequest', { type: 'correction' });
  await anna().user('openRequest', { type: 'access' });
  const look = { accountId: PEOPLE.anna, reason: 'security' };
  await app.person(PEOPLE.admin).admin('listEntriesOf', look);
  await anna().admin('listEntriesOf', look);
  await anna().user('setRestriction', { restricted: true });
  await beAnnouncedAndWait();
}

/** What a system announced of her waits, and so does the erasure for which an administrator asked. */
async function beAnnouncedAndWait(): Promise<void> {
  app.forge.queue.mode.losses = 2;
  const admin = app.person(PEOPLE.admin);
  const { secret } = await admin.admin('enableWebhook');
  const accounts = [{ accountId: PEOPLE.anna, status: 'closed' }];
  const body = JSON.stringify({ subject_request_id: 'request-1', accounts });
  await send(app.forge, signedRequest(secret, { body, timestamp: secondsOf(app.forge) }));
  const people = [{ accountId: PEOPLE.anna, receiptHash: 'f'.repeat(64) }];
  await admin.admin('erasePeople', { people, reason: 'person-asked' });
}

describe('data.json of an export', () => {
  it('validates against the schema that lies beside it, with a record of every data set', async () => {
    await liveALittle();
    const data = await dataJson();
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
    const exported = DATA_MAP.filter((set) => set.exported).map(({ name }) => name);
    expect(data.dataSets.map(({ dataSet }) => dataSet)).toEqual(exported);
  });

  it('of someone without data validates, too', async () => {
    expect(validate(await dataJson())).toBe(true);
  });

  it.each([
    ['a field that is not declared', { note: 'a free text' }],
    ['a value of another kind', { startedOn: 'yesterday' }],
    ['a number beyond its bounds', { seconds: -1 }],
    ['a missing value that every record has', { createdAt: null }],
  ])('does not validate with %s', async (_, change) => {
    await anna().log('2026-03-02', '1h 30m');
    const data = await dataJson();
    expect(validate(data)).toBe(true);
    for (const { dataSet, records } of data.dataSets) {
      if (dataSet === 'time-entry') Object.assign(records[0] ?? {}, change);
    }
    expect(validate(data)).toBe(false);
  });
});
