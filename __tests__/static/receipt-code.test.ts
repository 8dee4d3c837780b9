import { createHash } from 'node:crypto';
import { hashReceiptCode, makeReceiptCode } from '../../static/shared/receipt-code';

describe('a receipt code', () => {
  it('is 32 characters in groups of four, without look-alikes', () => {
    expect(makeReceiptCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('is another one each time, and uses every character', () => {
    const codes = Array.from({ length: 200 }, makeReceiptCode);
    expect(new Set(codes).size).toBe(200);
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
  });

  it('is hashed without its groups', async () => {
    const code = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ';
    const expected = createHash('sha256').update('0123456789ABCDEFGHJKMNPQRSTVWXYZ').digest('hex');
    await expect(hashReceiptCode(code)).resolves.toBe(expected);
  });

  it('is the same however it is written down', async () => {
    const wanted = await hashReceiptCode('0101-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ');
    await expect(hashReceiptCode(' oIol 4567 89ab cdef ghjk mnpq rstv wxyz ')).resolves.toBe(wanted);
    await expect(hashReceiptCode('0101-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXY0')).resolves.not.toBe(wanted);
  });
});
