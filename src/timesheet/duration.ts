const FORMS: ReadonlyArray<[RegExp, (parts: RegExpMatchArray) => number]> = [
  // 1h 30m · 2h · 45m
  [/^(?:(\d{1,3})\s*h)?\s*(?:(\d{1,4})\s*m(?:in)?)?$/, (parts) => minutes(parts[1]) * 60 + minutes(parts[2])],
  // 1.5h · 1,5 h
  [/^(\d{1,3}[.,]\d{1,2})\s*h$/, (parts) => Math.round(Number((parts[1] ?? '').replace(',', '.')) * 60)],
  // 1:30
  [/^(\d{1,3}):([0-5]\d)$/, (parts) => minutes(parts[1]) * 60 + minutes(parts[2])],
  // 45: minutes
  [/^(\d{1,4})$/, (parts) => minutes(parts[1])],
];

const minutes = (digits: string | undefined): number => Number(digits ?? 0);

/** Seconds of a duration such as `1h 30m`, `90m`, `1.5h`, `1:30` or `45` (minutes); undefined where it is none. */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === '') return undefined;
  for (const [form, read] of FORMS) {
    const parts = trimmed.match(form);
    if (parts) return read(parts) * 60;
  }
  return undefined;
}
