/** The erasure this browser tab has started, so that leaving the page and coming back finds it again. */
interface RememberedErasure {
  jobId: string;
  /** It exists only in this browser: the app has its hash. */
  receiptCode: string;
}

const key = 'privacy-center-erasure';

export function rememberErasure(erasure: RememberedErasure): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(erasure));
  } catch {
    // A browser that keeps nothing still shows the erasure while the page is open.
  }
}

export function rememberedErasure(): RememberedErasure | undefined {
  try {
    return readErasure(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
  } catch {
    return undefined;
  }
}

export function forgetErasure(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was remembered then.
  }
}

function readErasure(stored: unknown): RememberedErasure | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  if (!('jobId' in stored) || !('receiptCode' in stored)) return undefined;
  const { jobId, receiptCode } = stored;
  if (typeof jobId !== 'string' || typeof receiptCode !== 'string') return undefined;
  return { jobId, receiptCode };
}
