import type { ReactNode } from 'react';
import { openMyData } from '../shared/open-my-data';

/** Leads to the My data page, or to a part of it. */
export function MyDataLink({ children }: { children: ReactNode }) {
  return (
    <a
      href="#my-data"
      onClick={(event) => {
        event.preventDefault();
        void openMyData();
      }}
    >
      {children}
    </a>
  );
}
