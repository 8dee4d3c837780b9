interface ReadAnswer {
  closed: string[];
  updated: string[];
  notUnderstood: number;
}

/**
 * What the body of an answer says about the accounts that were asked, whatever else is in it; undefined where it has no
 * list of accounts at all. Of two statements about one account `closed` counts: it must not be lost.
 */
export function readAnswer(body: string, asked: ReadonlySet<string>): ReadAnswer | undefined {
  const accounts = accountsIn(body);
  if (!accounts) return undefined;
  const said = { closed: new Set<string>(), updated: new Set<string>() };
  let notUnderstood = 0;
  for (const account of accounts) {
    const statement = statementOf(account);
    if (statement && asked.has(statement.accountId)) said[statement.status].add(statement.accountId);
    else notUnderstood += 1;
  }
  const updated = [...said.updated].filter((accountId) => !said.closed.has(accountId));
  return { closed: [...said.closed], updated, notUnderstood };
}

function accountsIn(body: string): unknown[] | undefined {
  try {
    const parsed = JSON.parse(body) as { accounts?: unknown } | null;
    return Array.isArray(parsed?.accounts) ? (parsed.accounts as unknown[]) : undefined;
  } catch {
    return undefined;
  }
}

function statementOf(account: unknown): { accountId: string; status: 'closed' | 'updated' } | undefined {
  if (typeof account !== 'object' || account === null) return undefined;
  const { accountId, status } = account as { accountId?: unknown; status?: unknown };
  const known = status === 'closed' || status === 'updated';
  return typeof accountId === 'string' && known ? { accountId, status } : undefined;
}
