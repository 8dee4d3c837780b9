import { importedPackages, sourceFiles } from './app-code';
import { restCalls } from './rest-calls';
import type { Usage } from './scope-rules';

const PAGES = ['static/panel', 'static/my-time', 'static/my-data', 'static/admin', 'static/shared'];

/** What the code calls that Atlassian gives only to those who ask for a scope. */
export const usage = (): Usage => ({
  calls: restCalls('src', ...PAGES),
  usesStorage: sourceFiles('src').some((file) => importedPackages(file).includes('@forge/kvs')),
});
