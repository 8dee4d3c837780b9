import { Message } from './message';
import { MyDataLink } from './page-links';
import { t } from './words/words';

interface StandingMessageProps {
  erasing: string | undefined;
  restricted: boolean;
}

/** Why the person cannot log time now, if they cannot. */
export function StandingMessage({ erasing, restricted }: StandingMessageProps) {
  if (erasing !== undefined) return <ErasingMessage />;
  return restricted ? <RestrictedMessage /> : null;
}

function ErasingMessage() {
  return (
    <Message
      tone="info"
      title={t('common.being-deleted-title')}
      actions={<MyDataLink>{t('common.being-deleted-link')}</MyDataLink>}
    >
      {t('common.being-deleted')}
    </Message>
  );
}

function RestrictedMessage() {
  return (
    <Message
      tone="warning"
      title={t('common.restricted-title')}
      actions={<MyDataLink>{t('common.restricted-link')}</MyDataLink>}
    >
      {t('common.restricted')}
    </Message>
  );
}
