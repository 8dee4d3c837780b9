/** Something a person can put right: printed without a stack, with the output that explains it. */
export class Failure extends Error {
  /**
   * @param {string} message what happened and what to do next
   * @param {string} [output] what the failed command printed
   */
  constructor(message, output = '') {
    super(message);
    this.output = output;
  }
}

/**
 * Runs a command of this project and turns a failure into a message and exit code 1.
 * @param {() => Promise<void>} work
 */
export async function command(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.output.trim()) console.error(error.output.trimEnd());
    console.error(error.message);
    process.exitCode = 1;
  }
}
