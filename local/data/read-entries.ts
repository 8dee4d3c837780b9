import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readEntryLine } from './entry-line';
import { EntryFileError, faultyFile, type LineFault } from './file-faults';
import type { LoggedTime } from './time-entry';

/** What a file has, and the number of the line that each entry came from. */
export interface ReadEntries {
  entries: LoggedTime[];
  lines: number[];
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

/**
 * Reads all entries of an NDJSON file, plain or `.gz`, blank lines aside.
 * @throws EntryFileError that names the broken lines by number and quotes nothing of them, or says that there is no
 *   entry
 */
export async function readEntries(file: string, onProgress: OnProgress = () => {}): Promise<ReadEntries> {
  const input = await opened(file, onProgress);
  const read: ReadEntries = { entries: [], lines: [] };
  const faults: LineFault[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      const entry = readEntryLine(line);
      if (typeof entry === 'string') faults.push({ line: number, problem: entry });
      else {
        read.entries.push(entry);
        read.lines.push(number);
      }
    }
  } catch {
    throw new EntryFileError(`${file} could not be read after line ${number}: is it a sound file?`);
  } finally {
    input.destroy();
  }
  if (faults.length > 0) throw faultyFile(file, faults);
  if (read.entries.length === 0)
    throw new EntryFileError(`There are no entries in ${file}. Nothing was loaded.`);
  return read;
}
