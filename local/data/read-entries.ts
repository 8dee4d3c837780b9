import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readEntryLine } from './entry-line';
import type { LoggedTime } from './time-entry';

/** What is wrong with a file of entries, in words for whoever started the site. */
export class EntryFileError extends Error {
  override name = 'EntryFileError';
}

/** Part of the file read so far, from 0 to 1. */
type OnProgress = (share: number) => void;

function counting(total: number, onProgress: OnProgress): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      onProgress(Math.min(1, seen / total));
      done(null, chunk);
    },
  });
}

async function opened(file: string, onProgress: OnProgress): Promise<Readable> {
  const { size } = await stat(file).catch(() => {
    throw new EntryFileError(`There is no file ${file}. Nothing was loaded.`);
  });
  const source = createReadStream(file);
  const counted = source.pipe(counting(Math.max(1, size), onProgress));
  source.on('error', (error) => counted.destroy(error));
  if (!file.endsWith('.gz')) return counted;
  const unpacked = counted.pipe(createGunzip());
  counted.on('error', (error) => unpacked.destroy(error));
  return unpacked;
}

/** One ID belongs to one key; a file that says otherwise contradicts itself. */
function contradiction(keys: Map<string, string>, entry: LoggedTime): string | undefined {
  const known = keys.get(entry.issueId);
  keys.set(entry.issueId, known ?? entry.issueKey);
  return known === undefined || known === entry.issueKey
    ? undefined
    : 'an earlier line has another issueKey for this issueId';
}

/**
 * Reads all entries of an NDJSON file, plain or `.gz`, blank lines aside.
 * Throws an EntryFileError that names the first broken line by number and quotes nothing of it, or says that there is
 * no entry.
 */
export async function readEntries(file: string, onProgress: OnProgress = () => {}): Promise<LoggedTime[]> {
  const input = await opened(file, onProgress);
  const entries: LoggedTime[] = [];
  const keys = new Map<string, string>();
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      const entry = readEntryLine(line);
      const problem = typeof entry === 'string' ? entry : contradiction(keys, entry);
      if (problem !== undefined) throw new EntryFileError(`Line ${number} of ${file} is broken: ${problem}.`);
      entries.push(entry as LoggedTime);
    }
  } catch (error) {
    if (error instanceof EntryFileError) throw error;
    throw new EntryFileError(`${file} could not be read after line ${number}: is it a sound file?`);
  } finally {
    input.destroy();
  }
  if (entries.length === 0) throw new EntryFileError(`There are no entries in ${file}. Nothing was loaded.`);
  return entries;
}
