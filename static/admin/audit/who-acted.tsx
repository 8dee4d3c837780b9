import { useEffect, useRef, useState } from 'react';
import type { AccountId, Actor, AuditRow } from '../../../src/contract';
import { actorReasons } from '../../shared/access-words';
import { call } from '../../shared/call';
import { formatInstant } from '../../shared/dates';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import '../link-button.css';
import { ReasonDialog } from '../reason-dialog';
import { usePersonName } from '../use-person-name';

/** The log names no administrator: whoever has to know asks, line by line, for a reason. */
export function WhoActed({ row: { id, at } }: { row: AuditRow }) {
  const viewer = useViewer();
  const [asking, setAsking] = useState(false);
  const [actor, setActor] = useState<Actor>();
  if (actor) return <Named actor={actor} />;
  return (
    <div className="small">
      <button
        type="button"
        className="link-button"
        aria-label={t('audit.who-was-it-of', { time: formatInstant(at, viewer) })}
        onClick={() => setAsking(true)}
      >
        {t('audit.who-was-it')}
      </button>
      {asking && (
        <ReasonDialog
          title={t('audit.who-question')}
          verb={t('audit.who-verb')}
          question={t('audit.who-why')}
          reasons={actorReasons}
          act={(reason) => call('whoActed', { line: id, reason })}
          onDone={(found) => setActor(found)}
          onCancel={() => setAsking(false)}
        >
          <p>{t('audit.who-told')}</p>
        </ReasonDialog>
      )}
    </div>
  );
}

/** In the place of the button, so the keyboard goes on there. */
function Named({ actor: { accountId } }: { actor: Actor }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, []);
  return (
    <div className="small" role="status" tabIndex={-1} ref={place}>
      {accountId === null ? t('audit.nobody-known') : <Name accountId={accountId} />}
    </div>
  );
}

const Name = ({ accountId }: { accountId: AccountId }) => <>{usePersonName(accountId)}</>;
