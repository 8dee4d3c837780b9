import type { RequestRow } from '../../../src/contract';
import { t } from '../../shared/words/words';

/** Reminds whoever answers a letter that the person may read no page of the app, for example because they left. */
export function AnswerOutside({ row }: { row: RequestRow }) {
  return row.madeBy === undefined ? null : <p>{t('requests.answer-outside')}</p>;
}
