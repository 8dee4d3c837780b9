import { runDaily } from '../../src';
import { openInside, type Inside } from '../setup/inside';

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
});
afterEach(() => inside.forge.close());

describe('The daily schedule', () => {
  it('tells Forge that it is done: without a status, Forge would note a failure', async () => {
    await expect(inside.run(() => runDaily())).resolves.toEqual({ statusCode: 204 });
  });

  it('fails where a duty failed', async () => {
    inside.forge.faults.add({ remote: 'kvs', path: /query/, outcome: { kind: 'answer', status: 500 } });
    await expect(inside.run(() => runDaily())).rejects.toThrow('daily run incomplete');
  });
});
