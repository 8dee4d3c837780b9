import type { Receipt, ReceiptChainPage } from '../../../src/contract';
import { failure, isFailure, type Failure } from '../../shared/call';
import { t } from '../../shared/words/words';

interface ReceiptChain {
  head: ReceiptChainPage['head'];
  links: Receipt[];
}

/** The whole chain, page after page; all of it or a failure, never a part. */
export async function collectChain(
  fetchPage: (after: string | undefined) => Promise<ReceiptChainPage | Failure>,
): Promise<ReceiptChain | Failure> {
  const links: Receipt[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await fetchPage(after);
    if (isFailure(page)) return page;
    links.push(...page.links);
    if (page.next === undefined) return { head: page.head, links };
    if (page.next === after) return failure(t('erasures.all-not-read'));
    after = page.next;
  }
}

/** What `tools/check-receipt.mjs` takes. */
export function toChainFile({ head, links }: ReceiptChain): string {
  const chain = { format: 'privacy-center-receipt-chain', version: 1, head, links };
  return `${JSON.stringify(chain, null, 2)}\n`;
}
