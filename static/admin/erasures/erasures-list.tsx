import Button from '@atlaskit/button/new';
import { call } from '../../shared/call';
import { ColumnHeads } from '../../shared/column-heads';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { Loading } from '../loading';
import { PageButtons } from '../page-buttons';
import { usePages } from '../use-pages';
import { ErasureRow } from './erasure-row';

const heads = ['Asked for', 'By', 'State', 'Records', 'Done', 'Actions'];
const load = (place: { after?: string }) => call('listErasures', { limit: 25, ...place });

/** Every erasure that has a record, those that have not ended first. */
export function ErasuresList() {
  const { value, failure, busy, reload, page, toPrevious, toNext } = usePages(load);
  const erasures = value?.erasures ?? [];
  return (
    <section className="stack" aria-labelledby="erasures-title">
      <div className="row-apart">
        <h2 className="title-small" id="erasures-title">
          Erasures
        </h2>
        <Button spacing="compact" isLoading={busy && value !== undefined} onClick={reload}>
          Look again
        </Button>
      </div>
      <p className="quiet readable">
        Those that have not ended come first. They go on by themselves, and one that is held up is taken up by
        the daily run; you can also try it again now. Each that is done has a receipt, which you can save and
        check below. Whose data it was does not stand here any more.
      </p>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading what="the erasures" />}
      {value && erasures.length === 0 && page === 1 && (
        <Message tone="info" title="Nothing has been erased yet">
          Erasures that people, administrators or Atlassian ask for are listed here for a year.
        </Message>
      )}
      {erasures.length > 0 && (
        <table className="table stacking">
          <caption className="only-read-aloud">Erasures</caption>
          <ColumnHeads heads={heads} />
          <tbody>
            {erasures.map((job) => (
              <ErasureRow key={`${job.id} ${job.state} ${String(job.deleted)}`} listed={job} />
            ))}
          </tbody>
        </table>
      )}
      <PageButtons
        label="Pages of erasures"
        previous="Previous"
        next="Next"
        busy={busy}
        onPrevious={toPrevious}
        onNext={toNext}
      >
        Page {page}
      </PageButtons>
    </section>
  );
}
