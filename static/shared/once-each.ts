/** Joined pages with each row once, as it came last: it may be on two pages while an index is late. */
export const onceEach = <Row>(rows: readonly Row[], idOf: (row: Row) => string): Row[] => [
  ...new Map(rows.map((row) => [idOf(row), row])).values(),
];
