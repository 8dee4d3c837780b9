import type { ImportRequest, ImportResult, Instant, RowOutcome, RowToImport } from '../../../src/contract';
import { isFailure, type Failure } from '../../shared/failure';

/** What the app takes in one call. */
const ROWS_A_CALL = 90;

/** How far an import has come; handing it to `runImport` again goes on from there. */
export interface Imported {
  /** Rows of the plan that the app has answered for. */
  done: number;
  outcomes: Partial<Record<RowOutcome, number>>;
  asOf?: Instant;
}

export const nothingImported: Imported = { done: 0, outcomes: {} };

export type ImportOutcome =
  { state: 'done'; imported: Imported } | { state: 'stopped'; imported: Imported; failure?: Failure };

interface ImportOptions {
  send: (request: ImportRequest) => Promise<ImportResult | Failure>;
  /** As in `LogTimeRequest`. */
  timezoneOffset: number;
  signal: AbortSignal;
  onProgress: (imported: Imported) => void;
}

/** Sends the rows of a plan, some at a time. What is in stays in where it is stopped; sent again, it is recognised. */
export async function runImport(
  rows: readonly RowToImport[],
  from: Imported,
  { send, timezoneOffset, signal, onProgress }: ImportOptions,
): Promise<ImportOutcome> {
  let imported = from;
  while (imported.done < rows.length) {
    if (signal.aborted) return { state: 'stopped', imported };
    const some = rows.slice(imported.done, imported.done + ROWS_A_CALL);
    const { asOf } = imported;
    const answer = await send({ rows: some, timezoneOffset, ...(asOf !== undefined && { asOf }) });
    if (isFailure(answer)) return { state: 'stopped', imported, failure: answer };
    imported = withAnswer(imported, some.length, answer);
    onProgress(imported);
  }
  return { state: 'done', imported };
}

function withAnswer(before: Imported, rows: number, { outcomes, asOf }: ImportResult): Imported {
  const counts = { ...before.outcomes };
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return { done: before.done + rows, outcomes: counts, asOf: before.asOf ?? asOf };
}
