/** The sum of several times. */
export const secondsIn = (times: ReadonlyArray<{ seconds: number }>): number =>
  times.reduce((sum, { seconds }) => sum + seconds, 0);
