import { AsyncLocalStorage } from 'node:async_hooks';

type Enters = Pick<AsyncLocalStorage<unknown>, 'run' | 'enterWith'>;

/**
 * Notes every AsyncLocalStorage that is entered from now on, in whatever realm.
 * @returns ends the noting and disables them all
 */
export function noteStorages(): () => void {
  const proto = AsyncLocalStorage.prototype as Enters;
  const { run, enterWith } = proto;
  const entered = new Set<AsyncLocalStorage<unknown>>();
  const noting = <Method extends (...args: never[]) => unknown>(method: Method): Method =>
    function (this: AsyncLocalStorage<unknown>, ...args: Parameters<Method>): unknown {
      entered.add(this);
      return Reflect.apply(method, this, args);
    } as unknown as Method;
  Object.assign(proto, { run: noting(run), enterWith: noting(enterWith) });
  return () => {
    Object.assign(proto, { run, enterWith });
    for (const storage of entered) storage.disable();
  };
}
