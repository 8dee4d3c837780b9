import { useCallback, useState } from 'react';
import type { SiteAssumption, SiteCheckRun, SiteCode, SiteFinding } from '../../../../src/contract';
import { call, isFailure, type Failure } from '../../../shared/call';
import { isPassing } from '../../../shared/failure';
import { useAction } from '../../../shared/use-action';
import { wait } from '../../../shared/wait';
import { t } from '../../../shared/words/words';
import { pageFindings } from './page-findings';

/** Between two steps, so that the site’s own users come in between. */
const PAUSE_MS = 300;
/** A step that was not answered is taken again after these waits: storage may be busy for a minute. */
const AGAIN_MS = [3_000, 10_000, 20_000, 40_000];

/** What a check has found so far. */
export interface SiteResult {
  findings: SiteFinding[];
  codes: SiteCode[];
  done: boolean;
}

export interface Progress {
  step: number;
  steps: number;
}

/** Runs a check of the site step after step, and says what it has found. */
export function useSiteCheck(assumptions: readonly SiteAssumption[]) {
  const { busy, failure, run } = useAction();
  const [result, setResult] = useState<SiteResult>();
  const [progress, setProgress] = useState<Progress>();
  const begin = useCallback(
    (untilRefused: boolean) =>
      run(async () => {
        setProgress(undefined);
        const inPage = await pageFindings(assumptions);
        let answer = await call(
          'checkSite',
          untilRefused ? { untilRefused } : {},
          t('get-started.not-begun'),
        );
        const codes: SiteCode[] = [];
        while (!isFailure(answer)) {
          codes.push(...answer.codes);
          setProgress(answer);
          setResult({ findings: [...answer.findings, ...inPage], codes: [...codes], done: answer.done });
          if (answer.done) return {};
          await wait(PAUSE_MS);
          answer = await nextStep(answer.run);
        }
        return answer;
      }),
    [assumptions, run],
  );
  return { busy, failure, result, progress, begin };
}

async function nextStep(run: string): Promise<SiteCheckRun | Failure> {
  const noAnswer = t('get-started.broken-off');
  for (const ms of AGAIN_MS) {
    const answer = await call('checkSite', { run }, noAnswer);
    if (!isFailure(answer) || !isPassing(answer)) return answer;
    await wait(ms);
  }
  return call('checkSite', { run }, noAnswer);
}
