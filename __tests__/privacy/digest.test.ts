import { isDigest, isToken } from '../../src/storage/kinds';
import { keyedDigest, randomKey, randomToken, sha256 } from '../../src/privacy/digest';

describe('Digests and random marks', () => {
  it('are SHA-256 as RFC 6234 has it', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('are HMAC-SHA-256 as RFC 4231 tries it, with the key in hexadecimal', () => {
    expect(keyedDigest(Buffer.from('Jefe').toString('hex'), 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('differ with the key: a digest cannot be made again without it', () => {
    const keys = [randomKey(), randomKey()];
    const digests = keys.map((key) => keyedDigest(key, '5b10a2844c20165700ede21b'));
    expect(new Set([...digests, sha256('5b10a2844c20165700ede21b')]).size).toBe(3);
  });

  it('are of the kinds that may be stored, and never the same twice', () => {
    const tokens = Array.from({ length: 1000 }, randomToken);
    const keys = Array.from({ length: 1000 }, randomKey);
    expect(tokens.every(isToken) && keys.every(isDigest)).toBe(true);
    expect(new Set([...tokens, ...keys]).size).toBe(2000);
  });
});
