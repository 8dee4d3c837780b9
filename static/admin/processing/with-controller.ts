import type { ProcessingRecord } from '../../../src/contract';
import type { Issue } from '../../shared/issues';
import { isolated } from '../../shared/isolated';
import type { Found } from '../../shared/look-up';
import { t } from '../../shared/words/words';

export const pageOf = ({ controllerPage }: ProcessingRecord): string[] =>
  controllerPage === undefined ? [] : [controllerPage];

/** The record with what the browser found of the organisation's own page: its title and address, in words and in JSON-LD. */
export function withController(
  record: ProcessingRecord,
  siteUrl: string,
  found: ReadonlyMap<string, Found<Issue>>,
): ProcessingRecord {
  const page = found.get(record.controllerPage ?? '');
  if (page?.state !== 'known') return record;
  const { key, summary } = page.value;
  const address = `${siteUrl}/browse/${encodeURIComponent(key)}`;
  const jsonLd = record.jsonLd as { 'dpv:hasDataController'?: object };
  const controller = {
    ...jsonLd['dpv:hasDataController'],
    'dpv:hasName': summary,
    'dpv:hasContact': address,
  };
  return {
    ...record,
    controller: t('processing.controller-page', {
      controller: record.controller,
      page: `${isolated(summary)}, ${address}`,
    }),
    jsonLd: { ...jsonLd, 'dpv:hasDataController': controller },
  };
}
