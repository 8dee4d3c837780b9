import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import type { AuditReason } from '../../../src/contract';
import { reasonWords } from '../../shared/access-words';
import { wordOf } from '../../shared/word-of';
import { rich, t } from '../../shared/words/words';

interface ReasonRowProps {
  reason: AuditReason;
  onChange: () => void;
  /** The buttons of what can be done. */
  children: ReactNode;
}

/** The reason that was given, beside what can be done. */
export const ReasonRow = ({ reason, onChange, children }: ReasonRowProps) => (
  <div className="row-apart">
    <p>
      {rich('person.reason', {
        reason: wordOf(reasonWords, reason),
        strong: (inner) => <strong>{inner}</strong>,
      })}{' '}
      <Button appearance="subtle" spacing="compact" onClick={onChange}>
        {t('person.change-reason')}
      </Button>
    </p>
    <div className="row">{children}</div>
  </div>
);
