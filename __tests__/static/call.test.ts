import { invoke } from '@forge/bridge';
import { call } from '../../static/shared/call';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn() }));
jest.mock('../../static/shared/wait', () => ({ wait: async () => undefined }));

const invoked = jest.mocked(invoke);
const busy = { error: { code: 'TRY_LATER', message: 'Busy. Nothing was changed. Try again.' } };
const invalid = {
  error: { code: 'INVALID', message: 'Wrong.', fields: { duration: 'Write it like 1h 30m.' } },
};
const request = { requestId: 'a'.repeat(16), startedOn: '2026-11-23', duration: '1h' };

beforeEach(() => invoked.mockReset());

describe('asking the app', () => {
  it('hands over the function and its payload, and gives the answer', async () => {
    invoked.mockResolvedValue({ id: 'j1', state: 'done' });
    await expect(call('getJob', { id: 'j1' })).resolves.toMatchObject({ state: 'done' });
    expect(invoked).toHaveBeenCalledWith('getJob', { id: 'j1' });
  });

  it('gives a refusal as it is', async () => {
    invoked.mockResolvedValue(invalid);
    await expect(call('logTime', request)).resolves.toEqual(invalid);
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

  it('stops reading again after a few times', async () => {
    invoked.mockResolvedValue(busy);
    await expect(call('getOverview', {})).resolves.toEqual(busy);
    expect(invoked).toHaveBeenCalledTimes(4);
  });

  const anything = { ...request, ids: [], receiptHash: '', restricted: true, version: '' };

  it.each(['deleteEntries', 'setRestriction'] as const)('never repeats %s by itself', async (name) => {
    invoked.mockResolvedValue(busy);
    await expect(call(name, anything)).resolves.toEqual(busy);
    expect(invoked).toHaveBeenCalledTimes(1);
  });

  it.each(['logTime', 'eraseMyData', 'acknowledgeNotice'] as const)(
    'repeats %s once, as it was asked, before it says that the app is busy',
    async (name) => {
      invoked.mockResolvedValue(busy);
      await expect(call(name, anything)).resolves.toEqual(busy);
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
    const read = await call('getOverview', {});
    expect(JSON.stringify(written)).not.toContain('Nothing was changed');
    expect(JSON.stringify(read)).toContain('Nothing was changed');
  });

  it('takes an empty answer for no answer', async () => {
    invoked.mockResolvedValue(undefined);
    await expect(call('logTime', request)).resolves.toMatchObject({ error: { code: 'FAILED' } });
  });
});
