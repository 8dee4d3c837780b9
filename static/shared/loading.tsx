import './loading.css';

interface LoadingProps {
  /** What is loading, for who hears the page. */
  words: string;
  /** About as many as are on their way. */
  lines?: number;
}

/** The shape of what is on its way, so that it is neither empty nor an error; words for who hears the page. */
export function Loading({ words, lines = 3 }: LoadingProps) {
  return (
    <div className="loading" role="status">
      <span className="only-read-aloud">{words}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className="loading-line" />
      ))}
    </div>
  );
}
