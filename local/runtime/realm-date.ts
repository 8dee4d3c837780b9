const REAL_NOW = Symbol.for('local-forge.real-now');
const realm = globalThis as { [REAL_NOW]?: () => number };

/** Real time in epoch milliseconds, past the `Date` that may have been replaced here. */
export function realNow(): number {
  return (realm[REAL_NOW] ?? Date.now)();
}

/** Makes `Date` of this realm follow `now` wherever it gives an instant; elsewhere it stays real time. */
export function installRealmDate(now: () => number | undefined): void {
  const RealDate = globalThis.Date;
  realm[REAL_NOW] = () => RealDate.now();
  const instant = (): number => now() ?? RealDate.now();
  const forgeDate = dateWith(instant, RealDate);
  globalThis.Date = forgeDate;
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: forgeDate,
    writable: true,
    configurable: true,
  });
}

/** A `Date` whose "now" is `instant`. No proxy: the app makes a `Date` for nearly every field it reads. */
function dateWith(instant: () => number, RealDate: DateConstructor): DateConstructor {
  function ForgeDate(...given: unknown[]): string | Date {
    if (new.target === undefined) return new RealDate(instant()).toString();
    return Reflect.construct(RealDate, given.length === 0 ? [instant()] : given, new.target) as Date;
  }
  const own = Object.getOwnPropertyDescriptors(RealDate);
  Object.defineProperties(ForgeDate, { ...own, now: { ...own.now, value: instant } });
  return ForgeDate as unknown as DateConstructor;
}
