import { useRef, useState } from 'react';
import type { AccountId } from '../../../src/contract';
import { call } from '../../shared/call';
import type { Failure } from '../../shared/failure';
import { offsetOf } from '../../shared/today';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import type { ImportPlan } from './plan-import';
import { prepareImport, type Prepared } from './prepare-import';
import { nothingImported, runImport, type Imported } from './run-import';

type ImportState =
  | { state: 'idle' }
  | { state: 'looking' }
  | { state: 'refused'; problem: string }
  | { state: 'ready'; prepared: Prepared }
  | { state: 'running'; plan: ImportPlan; imported: Imported }
  | { state: 'stopped'; plan: ImportPlan; imported: Imported; failure?: Failure }
  | { state: 'done'; plan: ImportPlan; imported: Imported };

/** Runs an import in the browser: file, preview, calls. `onEnded`: something may have come in. */
export function useImport(accountId: AccountId, onEnded: () => void) {
  const [shown, setShown] = useState<ImportState>({ state: 'idle' });
  const viewer = useViewer();
  const running = useRef<AbortController>(undefined);
  const begin = () => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  };
  const look = async (file: File) => {
    const signal = begin();
    setShown({ state: 'looking' });
    const prepared = await prepareImport(file, accountId, viewer, signal);
    if (signal.aborted) return;
    setShown('problem' in prepared ? { state: 'refused', ...prepared } : { state: 'ready', prepared });
  };
  const take = async (plan: ImportPlan, from = nothingImported) => {
    const signal = begin();
    setShown({ state: 'running', plan, imported: from });
    const outcome = await runImport(plan.rows, from, {
      send: (request) => call('importEntries', request, t('transfer.no-answer')),
      timezoneOffset: offsetOf(viewer.timeZone, new Date()),
      signal,
      onProgress: (imported) => setShown({ state: 'running', plan, imported }),
    });
    setShown({ plan, ...outcome });
    onEnded();
  };
  const close = () => {
    running.current?.abort();
    setShown({ state: 'idle' });
  };
  return { shown, look, take, stop: () => running.current?.abort(), close };
}
