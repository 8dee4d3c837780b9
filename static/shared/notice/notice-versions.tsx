import Button from '@atlaskit/button/new';
import type { NoticePeriod, NoticeReaders } from '../../../src/contract';
import { ColumnHeads } from '../column-heads';
import { formatInstant } from '../dates';
import { useFocusOn } from '../use-focus-on';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import '../table.css';

interface NoticeVersionsProps {
  /** The newest first. */
  versions: NoticeReaders['versions'];
  /** The one that the person read, where a person looks. */
  read?: string | undefined;
  /** The one from which somebody came back to the list. */
  returned: NoticePeriod | undefined;
  onShow: (version: NoticeReaders['versions'][number]) => void;
}

/** When which version of the notice came into force, with the way to what each said. */
export function NoticeVersions({ versions, read, returned, onShow }: NoticeVersionsProps) {
  const counted = versions.some(({ readers }) => readers !== undefined);
  return (
    <section className="stack-tight" aria-labelledby="notice-versions-title">
      <h2 className="title-medium" id="notice-versions-title">
        {t('notice.view-versions')}
      </h2>
      {versions.length === 0 ? (
        <p className="quiet">{t('notice.view-no-version')}</p>
      ) : (
        <>
          <p className="quiet">{t('notice.view-versions-about')}</p>
          <table className="table stacking">
            <caption className="only-read-aloud">{t('notice.view-versions-caption')}</caption>
            <ColumnHeads
              heads={[
                t('notice.view-from'),
                t('notice.view-until'),
                t('notice.view-version-head'),
                ...(counted ? [t('notice.view-read-by')] : []),
              ]}
              atEnd={[t('notice.view-text')]}
            />
            <tbody>
              {versions.map((one) => (
                <VersionRow
                  key={one.from}
                  version={one}
                  counted={counted}
                  isRead={one.version === read}
                  returned={one.from === returned?.from ? returned : undefined}
                  onShow={() => onShow(one)}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

interface VersionRowProps {
  version: NoticeReaders['versions'][number];
  counted: boolean;
  isRead: boolean;
  returned: NoticePeriod | undefined;
  onShow: () => void;
}

function VersionRow({ version: one, counted, isRead, returned, onShow }: VersionRowProps) {
  const viewer = useViewer();
  const show = useFocusOn<HTMLButtonElement>(returned);
  const from = formatInstant(one.from, viewer);
  return (
    <tr>
      <td>{from}</td>
      <td data-label={t('notice.view-until')}>
        {one.until === undefined ? t('notice.view-in-force') : formatInstant(one.until, viewer)}
      </td>
      <td data-label={t('notice.view-version-head')}>
        <code>{one.version}</code>{' '}
        {isRead && <span className="notice-mark small">{t('notice.view-you-read')}</span>}
      </td>
      {counted && (
        <td data-label={t('notice.view-read-by')}>{(one.readers ?? 0).toLocaleString(viewer.locale)}</td>
      )}
      <td className="at-end">
        {one.until !== undefined && (
          <Button
            ref={show}
            spacing="compact"
            aria-label={t('notice.view-show-from', { from })}
            onClick={onShow}
          >
            {t('notice.view-show')}
          </Button>
        )}
      </td>
    </tr>
  );
}
