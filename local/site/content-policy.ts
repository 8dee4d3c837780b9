import { readFileSync } from 'node:fs';
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';
import { parse } from 'yaml';
import type { Addresses } from './addresses';

type Permissions = Parameters<CSPProcessingService['getCspDetails']>[1];

const SILENT = { info: () => undefined };

/** The manifest's `permissions`, from which Forge computes what a page may load. */
export function readPermissions(manifestFile: string): Permissions {
  const manifest = parse(readFileSync(manifestFile, 'utf8')) as { permissions?: Permissions };
  return manifest.permissions ?? {};
}

/**
 * The Content-Security-Policy of an app page in production, computed by Atlassian's own package.
 * Only the page that frames it differs: here it is the local frame, in production a Jira site.
 */
export function contentPolicy(html: string, permissions: Permissions, addresses: Addresses): string {
  const existingCSPDetails = new CSPProcessingService(SILENT, load).getCspDetails(html, permissions);
  const options = {
    existingCSPDetails,
    microsEnv: 'prod',
    parentEmbeddingDomain: addresses.frameOrigin,
  } as const;
  return new CSPInjectionService().getInjectableCSP(options).join('; ');
}
