import { router } from '@forge/bridge';

/** Leads Jira to the My data page; the key is the module's in manifest.yml. */
export async function openMyData(): Promise<void> {
  await router.navigate({ target: 'module', moduleKey: 'my-data' });
}
