import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import type { ExportedData } from '../../../static/shared/export/exported-data';
import { pack, textIn, type Manifest } from '../../../static/shared/export/pack';
import { everythingOf, generatedPart, reader } from './generated-parts';

const { signal: notCancelled } = new AbortController();

const data = (dataSets: ExportedData['dataSets']): ExportedData => ({
  schemaVersion: '1',
  noticeVersion: '2026-11-01',
  exportedAt: '2026-11-23T10:00:00.000Z',
  subject: { accountId: '712020:0a1b' },
  dataSets,
  ...everythingOf,
});

const part = (dataSet: string, records: number): ExportedData['dataSets'][number] => ({
  dataSet,
  title: `Title of ${dataSet}`,
  columns: [{ name: 'id', what: 'ID', kind: 'token' }],
  records: Array.from({ length: records }, (_, index) => ({ id: `${dataSet}-${index}` })),
});

async function unpack(packed: ExportedData) {
  const files = unzipSync(await pack(packed, reader, notCancelled));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return { files, text, manifest: JSON.parse(text('manifest.json')) as Manifest };
}

// Packing much is slow on a machine that does other things, too.
jest.setTimeout(30_000);

describe('the ZIP of an export', () => {
  it('holds JSON, one CSV a data set, a page to read and the manifest', async () => {
    const { files } = await unpack(data([part('time-entry', 2), part('person', 1)]));
    expect(Object.keys(files).sort()).toEqual([
      'data.json',
      'data.schema.json',
      'index.html',
      'manifest.json',
      'person.csv',
      'time-entry.csv',
    ]);
  });

  it('says in the manifest how many records each file holds', async () => {
    const { manifest } = await unpack(data([part('time-entry', 2), part('person', 1)]));
    expect(manifest).toMatchObject({ schemaVersion: '1', createdAt: '2026-11-23T10:00:00.000Z' });
    expect(manifest.files.map(({ name, records }) => [name, records])).toEqual([
      ['data.json', 3],
      ['data.schema.json', 0],
      ['time-entry.csv', 2],
      ['person.csv', 1],
      ['index.html', 3],
    ]);
  });

  it('gives back what was put in, with sizes and checksums that another implementation confirms', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(generatedPart, { maxLength: 4, selector: (each) => each.dataSet }),
        async (parts) => {
          const { files, text, manifest } = await unpack(data(parts));
          expect(JSON.parse(text('data.json'))).toEqual(JSON.parse(JSON.stringify(data(parts))));
          expect(manifest.files.map((file) => file.name).sort()).toEqual(
            Object.keys(files)
              .filter((name) => name !== 'manifest.json')
              .sort(),
          );
          for (const { name, bytes, sha256 } of manifest.files) {
            const content = files[name] ?? new Uint8Array();
            expect(bytes).toBe(content.byteLength);
            expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('keeps every file at its top, whatever a data set is called', async () => {
    const { files } = await unpack(data([part('../../etc/passwd', 1)]));
    expect(Object.keys(files)).toContain('______etc_passwd.csv');
  });

  it('gives one of its files back as text', async () => {
    const packed = await pack(data([part('person', 1)]), reader, notCancelled);
    expect(JSON.parse(textIn(packed, 'data.json'))).toEqual(data([part('person', 1)]));
  });

  it('packs tens of thousands of records', async () => {
    const { text, manifest } = await unpack(data([part('time-entry', 30_000)]));
    expect(text('time-entry.csv').split('\r\n')).toHaveLength(30_002);
    expect(manifest.files[0]?.records).toBe(30_000);
  });

  it('stops where it is cancelled while it is packed', async () => {
    const cancel = new AbortController();
    const packing = pack(data([part('time-entry', 30_000)]), reader, cancel.signal);
    cancel.abort(new Error('cancelled'));
    await expect(packing).rejects.toThrow('cancelled');
  });
});
