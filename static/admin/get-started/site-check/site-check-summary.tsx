import { Message } from '../../../shared/message';
import type { CheckedRow } from './site-check-rows';

/** What the table comes to. */
export function SiteCheckSummary({ rows, done }: { rows: readonly CheckedRow[]; done: boolean }) {
  const count = (verdict: CheckedRow['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  const [alarms, copes, unknown] = [count('alarm'), count('copes'), count('not-told')];
  if (alarms > 0)
    return (
      <Message
        tone="warning"
        title={`${things(alarms)} that the app relies on ${areIs(alarms)} different on this site`}
      >
        Read what it means and what to do. The administration page shows it, too, until a check finds it
        mended.
      </Message>
    );
  if (!done)
    return (
      <Message tone="info" title="The check has not ended">
        What it found so far is below.
      </Message>
    );
  const rest =
    unknown > 0 ? ` ${things(unknown)} could not be measured, or ${wereWas(unknown)} not asked for.` : '';
  if (copes > 0)
    return (
      <Message
        tone="info"
        title={`${things(copes)} ${areIs(copes)} different on this site, and the app copes`}
      >
        Nothing is in danger.{rest}
      </Message>
    );
  return (
    <Message tone="success" title="This site is as the app assumes">
      Everything that was measured is as assumed.{rest}
    </Message>
  );
}

const things = (count: number): string => (count === 1 ? 'One thing' : `${count} things`);
const areIs = (count: number): string => (count === 1 ? 'is' : 'are');
const wereWas = (count: number): string => (count === 1 ? 'was' : 'were');
