import { seal, unseal } from '../../src/privacy/sealing';

const KEY = 'ab'.repeat(32);
const PURPOSE = 'scan-place';
const VALUE = { dataSet: 'person', after: '712020:1a2b3c4d', rows: 3 };

const bytesOf = (sealed: string): Buffer => Buffer.from(sealed, 'base64url');

/** With one bit flipped. */
function flipped(sealed: string, bit: number): string {
  const bytes = bytesOf(sealed);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('base64url');
}

describe('What is sealed', () => {
  it('opens to what it was, and never looks the same twice', () => {
    const sealed = seal(KEY, PURPOSE, VALUE);
    expect(unseal(KEY, PURPOSE, sealed)).toEqual(VALUE);
    expect(seal(KEY, PURPOSE, VALUE)).not.toBe(sealed);
    expect(bytesOf(sealed).toString('latin1')).not.toContain('712020');
  });

  it('opens to nothing where any one bit of it was flipped: of the text, too, not only of its tag', () => {
    const sealed = seal(KEY, PURPOSE, VALUE);
    const bits = Array.from({ length: bytesOf(sealed).length * 8 }, (_, bit) => bit);
    expect(bits.filter((bit) => unseal(KEY, PURPOSE, flipped(sealed, bit)) !== undefined)).toEqual([]);
  });

  it('opens to nothing where some of its end is missing, or something was added', () => {
    const bytes = bytesOf(seal(KEY, PURPOSE, VALUE));
    const cut = Array.from({ length: bytes.length }, (_, length) => bytes.subarray(0, length));
    const changed = [...cut, Buffer.concat([bytes, Buffer.from(' ')])].map((one) =>
      one.toString('base64url'),
    );
    expect(changed.filter((sealed) => unseal(KEY, PURPOSE, sealed) !== undefined)).toEqual([]);
  });

  it('opens to nothing under another key, or for another purpose', () => {
    const sealed = seal(KEY, PURPOSE, VALUE);
    expect(unseal('cd'.repeat(32), PURPOSE, sealed)).toBeUndefined();
    expect(unseal(KEY, 'announced', sealed)).toBeUndefined();
  });
});
