import { nameOfPersons } from '../../static/shared/file-names';

it('the name of a file says whose it is and of which day, of somebody else by the end of the account ID', () => {
  expect(nameOfPersons('data', undefined, '2026-11-23')).toBe('my-data-2026-11-23');
  expect(nameOfPersons('data', '712020:0a1b-2c3d4e', '2026-11-23')).toBe('data-of-2c3d4e-2026-11-23');
  expect(nameOfPersons('receipt', '../..:x', '2026-11-23')).toBe('receipt-of-x-2026-11-23');
});
