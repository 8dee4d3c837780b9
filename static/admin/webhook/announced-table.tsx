import Button from '@atlaskit/button/new';
import type { AccountId, AnnouncedPerson } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { formatInstantDay } from '../../shared/dates';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { answerWords, nextWords, saidWords } from './announced-words';

const headWords = () =>
  ({
    person: t('common.person'),
    said: t('webhook.head-said'),
    on: t('webhook.head-on'),
    next: t('webhook.head-next'),
    answer: t('webhook.head-answer'),
  }) as const;

interface AnnouncedTableProps {
  people: readonly AnnouncedPerson[];
  label: (accountId: AccountId) => string;
  onErase: (accountId: AccountId) => void;
  onDismiss: (accountId: AccountId) => void;
}

/** Who was announced as closed, or has a request to erase, longest ago first. */
export function AnnouncedTable({ people, label, onErase, onDismiss }: AnnouncedTableProps) {
  if (people.length === 0) {
    return <p className="quiet">{t('webhook.named-none')}</p>;
  }
  return (
    <table className="table stacking">
      <caption className="only-read-aloud">{t('webhook.named-title')}</caption>
      <ColumnHeads heads={Object.values(headWords())} />
      <tbody>
        {people.map((person) => (
          <AnnouncedRow
            key={person.accountId}
            person={person}
            name={label(person.accountId)}
            onErase={() => onErase(person.accountId)}
            onDismiss={() => onDismiss(person.accountId)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface AnnouncedRowProps {
  person: AnnouncedPerson;
  name: string;
  onErase: () => void;
  onDismiss: () => void;
}

/** One person with what was said and when, and yes or no. */
function AnnouncedRow({ person, name, onErase, onDismiss }: AnnouncedRowProps) {
  const viewer = useViewer();
  const { announcedAt } = person;
  const heads = headWords();
  return (
    <tr>
      <td>{name}</td>
      <td data-label={heads.said}>{saidWords(person)}</td>
      <td data-label={heads.on}>{formatInstantDay(announcedAt, viewer)}</td>
      <td data-label={heads.next}>{nextWords(person, viewer)}</td>
      <td data-label={heads.answer}>
        {answerWords(person) ?? (
          <span className="row">
            <Button spacing="compact" aria-label={t('people.row-erase-of', { name })} onClick={onErase}>
              {t('people.row-erase')}
            </Button>
            <Button spacing="compact" aria-label={t('webhook.dismiss-of', { name })} onClick={onDismiss}>
              {t('webhook.dismiss')}
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
}
