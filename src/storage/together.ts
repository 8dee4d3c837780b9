/**
 * What calls that run side by side give, once all of them have ended: where one fails, the others must not outlive the
 * function that made them.
 * @throws what the first of them in their order failed with
 */
export async function together<Results extends readonly unknown[]>(
  calls: readonly [...{ [At in keyof Results]: Promise<Results[At]> }],
): Promise<Results> {
  const ended = await Promise.allSettled(calls as ReadonlyArray<Promise<unknown>>);
  return ended.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  }) as unknown as Results;
}
