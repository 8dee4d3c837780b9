import type { ReactNode } from 'react';
import type { WayBack } from './person/use-opened';
import './breadcrumbs.css';
import './link-button.css';
import { t } from '../shared/words/words';

interface BreadcrumbsProps {
  back: WayBack;
  here: ReactNode;
}

/** Where one is, and the way back. */
export function Breadcrumbs({ back, here }: BreadcrumbsProps) {
  return (
    <nav aria-label={t('admin.breadcrumbs')}>
      <ol className="breadcrumbs">
        <li>
          <button type="button" className="link-button" onClick={back.go}>
            {back.title}
          </button>
        </li>
        <li aria-current="page" className="quiet">
          {here}
        </li>
      </ol>
    </nav>
  );
}
