import Spinner from '@atlaskit/spinner';

/** Something is on its way: a spinner with words, so that it is neither empty nor an error. */
export function Loading({ what }: { what: string }) {
  return (
    <div className="loading" role="status">
      <Spinner size="medium" />
      <span className="quiet">Loading {what}…</span>
    </div>
  );
}
