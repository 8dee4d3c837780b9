import { recordsInChunks, type ExportedData, type ExportedPart } from './exported-data';

/** The whole export as JSON, one record a line. */
export function* jsonChunks({ dataSets, ...head }: ExportedData): Generator<string> {
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "dataSets": [`;
  for (const [place, part] of dataSets.entries()) {
    yield place === 0 ? '\n' : ',\n';
    yield* partChunks(part);
  }
  yield '\n  ]\n}\n';
}

function* partChunks({ records, ...head }: ExportedPart): Generator<string> {
  yield `${JSON.stringify({ ...head, records: [] }).slice(0, -2)}`;
  let before = '\n';
  for (const chunk of recordsInChunks(records)) {
    yield before + chunk.map((record) => JSON.stringify(record)).join(',\n');
    before = ',\n';
  }
  yield '\n]}';
}
