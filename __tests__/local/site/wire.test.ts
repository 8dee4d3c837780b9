import { openWire, type Wire } from '../../../local/site/frame/bridge/wire';

let ends: Wire[] = [];

function line(handle: (command: string, args: unknown[]) => unknown): Wire {
  const { port1, port2 } = new MessageChannel();
  const far = openWire(port2, handle);
  const near = openWire(port1, () => undefined);
  ends = [far, near];
  return near;
}

afterEach(() => ends.forEach((end) => end.close()));

describe('the line between an app page and the frame', () => {
  test('carries commands there and values back', async () => {
    const wire = line((command, args) => ({ command, args }));
    expect(await wire.call('showFlag', { id: 1, nested: [true, null] })).toEqual({
      command: 'showFlag',
      args: [{ id: 1, nested: [true, null] }],
    });
  });

  test('hands on what is thrown, by its message', async () => {
    const wire = line(() => {
      throw new Error('Not modelled.');
    });
    await expect(wire.call('openRovo')).rejects.toThrow('Not modelled.');
  });

  test('carries functions both ways, in whatever they stand', async () => {
    const heard: unknown[] = [];
    const wire = line((_command, [given]) => {
      const { onEvent } = given as { onEvent: (value: unknown) => Promise<unknown> };
      return { tell: async (value: unknown) => onEvent({ value }) };
    });
    const answer = (await wire.call('on', {
      onEvent: (value: unknown) => (heard.push(value), 'thanks'),
    })) as {
      tell(value: unknown): Promise<unknown>;
    };
    expect(await answer.tell('once')).toBe('thanks');
    expect(await answer.tell('twice')).toBe('thanks');
    expect(heard).toEqual([{ value: 'once' }, { value: 'twice' }]);
  });

  test('refuses what cannot be carried', async () => {
    const wire = line(() => undefined);
    await expect(wire.call('emit', new WeakMap())).rejects.toThrow();
  });
});
