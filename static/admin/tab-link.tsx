import type { ReactNode } from 'react';
import { placeAt, usePlace } from '../shared/use-place';
import { wait } from '../shared/wait';
import type { TabName } from './administration-tabs';
import './link-button.css';

interface TabLinkProps {
  tab: TabName;
  children: ReactNode;
}

/** Leads to a tab of this page, where reading goes on at its heading. */
export function TabLink({ tab, children }: TabLinkProps) {
  const { go } = usePlace();
  const open = () => {
    go(placeAt([tab]));
    void focusOn(`${tab}-title`);
  };
  return (
    <button type="button" className="link-button" onClick={open}>
      {children}
    </button>
  );
}

const LOOKS = 50;
const BETWEEN_MS = 100;

/** A tab that is opened for the first time is loaded, and has no heading before. */
async function focusOn(headingId: string): Promise<void> {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const heading = document.getElementById(headingId);
    if (heading?.checkVisibility() === true) return heading.focus();
    await wait(BETWEEN_MS);
  }
}
