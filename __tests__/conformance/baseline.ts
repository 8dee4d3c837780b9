import path from 'node:path';
import { openLocalForge, type LocalForge } from '../../local/forge';
import type { OpenApp, ReportingApp } from './app';

export const BASELINE_MANIFEST = path.join(__dirname, '../../bench/baseline/manifest.yml');

/** The app that calls the official helper with everything at once. */
export const openBaseline: OpenApp = async (options) =>
  openKeeper(
    await openLocalForge({
      manifest: BASELINE_MANIFEST,
      app: { kind: 'module', files: { index: () => import('../../bench/baseline/index') } },
      callMs: 5,
      storage: { quotas: 'off' },
      ...options,
    }),
  );

/** Drives an app with the manifest of the baseline. */
export function openKeeper(forge: LocalForge): ReportingApp {
  const call = async (functionKey: string, accountId: string): Promise<void> => {
    await forge.invoke({ moduleKey: 'panel', functionKey, payload: { accountId } });
  };
  return {
    forge,
    schedule: 'weekly',
    keep: (accountId) => call('keep', accountId),
    forget: (accountId) => call('forget', accountId),
  };
}
