import { invoke } from '@forge/bridge';
import { compiledCatalogues } from '../../scripts/lib/words.mjs';
import { call } from '../../static/shared/call';
import { speak, t } from '../../static/shared/words/words';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn() }));
jest.mock('../../static/shared/wait', () => ({ wait: async () => undefined }));

const invoked = jest.mocked(invoke);
const busy = { error: { code: 'TRY_LATER', says: { key: 'refused.busy-unchanged' } } };
const isBusy = { error: { code: 'TRY_LATER', message: t('refused.busy-unchanged') } };
const invalid = {
  error: {
    code: 'INVALID',
    says: { key: 'refused.correct-form' },
    fields: { duration: { key: 'time.duration-least' } },
  },
};
const request = { requestId: 'a'.repeat(16), startedOn: '2026-11-23', duration: '1h' };

beforeEach(() => invoked.mockReset());

describe('asking the app', () => {
  it('hands over the function and its payload, and gives the answer', async () => {
    invoked.mockResolvedValue({ id: 'j1', state: 'done' });
    await expect(call('getJob', { id: 'j1' })).resolves.toMatchObject({ state: 'done' });
    expect(invoked).toHaveBeenCalledWith('getJob', { id: 'j1' });
  });

  it.each([
    ['de', 'de'],
    ['fr', 'fr'],
    ['ar-XB', 'en'],
  ] as const)('asks for sentences in the language of a page in %s', async (page, language) => {
    speak({}, page, page);
    invoked.mockResolvedValue({ version: 'v' });
    await call('getNoticeVersion', { version: 'v' });
    expect(invoked).toHaveBeenLastCalledWith('getNoticeVersion', { version: 'v', language });
    await call('getJob', { id: 'j1' });
    expect(invoked).toHaveBeenLastCalledWith('getJob', { id: 'j1' });
    speak(compiledCatalogues()['en'] ?? {}, 'en', 'en-GB');
  });

  it('gives a refusal in the language of the page', async () => {
    invoked.mockResolvedValue(invalid);
    await expect(call('logTime', request)).resolves.toEqual({
      error: {
        code: 'INVALID',
        message: t('refused.correct-form'),
        fields: { duration: t('time.duration-least') },
      },
    });
    expect(invoked).toHaveBeenCalledTimes(1);
  });

  it('reads again when the app is busy', async () => {
    invoked.mockResolvedValueOnce(busy).mockResolvedValueOnce(busy).mockResolvedValue({ entries: [] });
    await expect(call('listEntries', {})).resolves.toEqual({ entries: [] });
    expect(invoked).toHaveBeenCalledTimes(3);
  });

  it('reads again when no answer came', async () => {
    invoked.mockRejectedValueOnce(new Error('cut off')).mockResolvedValue({ entries: [] });
    await expect(call('listEntries', {})).resolves.toEqual({ entries: [] });
  });

  it('does not begin an administrator’s look again by itself, which would be recorded again, and goes on with one', async () => {
    invoked.mockResolvedValue(busy);
    const look = { accountId: '5b10a2844c20165700ede21a', reason: 'person-asked' } as const;
    await expect(call('listEntriesOf', look)).resolves.toEqual(isBusy);
    expect(invoked).toHaveBeenCalledTimes(1);
    await expect(call('listEntriesOf', { ...look, after: 'a~b~c' })).resolves.toEqual(isBusy);
    expect(invoked).toHaveBeenCalledTimes(5);
  });

  it('stops reading again after a few times', async () => {
    invoked.mockResolvedValue(busy);
    await expect(call('getOverview', {})).resolves.toEqual(isBusy);
    expect(invoked).toHaveBeenCalledTimes(4);
  });

  // In a language, as the page says where the notice is answered or acknowledged.
  const anything = {
    ...request,
    ids: [],
    receiptHash: '',
    restricted: true,
    version: '',
    language: 'en' as const,
  };

  it.each(['deleteEntries', 'setRestriction'] as const)('never repeats %s by itself', async (name) => {
    invoked.mockResolvedValue(busy);
    await expect(call(name, anything)).resolves.toEqual(isBusy);
    expect(invoked).toHaveBeenCalledTimes(1);
  });

  it.each(['logTime', 'eraseMyData', 'acknowledgeNotice'] as const)(
    'repeats %s once, as it was asked, before it says that the app is busy',
    async (name) => {
      invoked.mockResolvedValue(busy);
      await expect(call(name, anything)).resolves.toEqual(isBusy);
      expect(invoked.mock.calls).toEqual([
        [name, anything],
        [name, anything],
      ]);
    },
  );

  it('says nothing of an entry that is logged at the second time, or whose first answer was lost', async () => {
    for (const first of [() => Promise.resolve(busy), () => Promise.reject(new Error('lost'))]) {
      invoked.mockImplementationOnce(first).mockResolvedValue({ daySeconds: 3600 });
      await expect(call('logTime', request)).resolves.toEqual({ daySeconds: 3600 });
    }
  });

  it('says in the words of the page that no answer came, and nothing of the error', async () => {
    invoked.mockRejectedValue(new Error('secret detail'));
    const answer = await call('logTime', request, 'We could not tell. Try again.');
    expect(answer).toEqual({ error: { code: 'FAILED', message: 'We could not tell. Try again.' } });
  });

  it('does not claim that nothing was changed where that is not known', async () => {
    invoked.mockRejectedValue(new Error('lost'));
    const written = await call('logTime', request);
    const looked = await call('listAffected', { reason: 'security' });
    const read = await call('getOverview', {});
    expect(JSON.stringify([written, looked])).not.toContain('Nothing was changed');
    expect(JSON.stringify(read)).toContain('Nothing was changed');
  });

  it('takes an empty answer for no answer', async () => {
    invoked.mockResolvedValue(undefined);
    await expect(call('logTime', request)).resolves.toMatchObject({ error: { code: 'FAILED' } });
  });
});
