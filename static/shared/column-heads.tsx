interface ColumnHeadsProps {
  heads: readonly string[];
  /** Heads after these, of columns that stand at their end: numbers, or what can be done. */
  atEnd?: readonly string[];
}

/** The head of a table that is not sorted. */
export function ColumnHeads({ heads, atEnd = [] }: ColumnHeadsProps) {
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
        {atEnd.map((head) => (
          <th key={head} scope="col" className="at-end">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}
