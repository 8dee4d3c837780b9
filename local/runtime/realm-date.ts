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
  const forgeDate = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget: DateConstructor) =>
      Reflect.construct(target, args.length === 0 ? [instant()] : args, newTarget) as Date,
    apply: () => new RealDate(instant()).toString(),
    get: (target, key, receiver): unknown => (key === 'now' ? instant : Reflect.get(target, key, receiver)),
  });
  globalThis.Date = forgeDate;
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: forgeDate,
    writable: true,
    configurable: true,
  });
}
