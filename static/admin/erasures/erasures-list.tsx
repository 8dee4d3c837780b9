import Button from '@atlaskit/button/new';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { Loading } from '../loading';
import { PageButtons } from '../page-buttons';
import { ErasureRow } from './erasure-row';
import { useErasurePages } from './use-erasure-pages';

const heads = ['Asked for', 'By', 'State', 'Records', 'Done', 'Actions'];

/** Every erasure that has a record, those that have not ended first. */
export function ErasuresList() {
  const { value, failure, busy, reload, page, toPrevious, toNext } = useErasurePages();
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
        the daily run; you can also try it again now. Whose data it was does not stand here any more.
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
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
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
