import type { ReactNode } from 'react';

/** What may be wider than the page: it scrolls on its own, with the keyboard too. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="scroll-area" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
