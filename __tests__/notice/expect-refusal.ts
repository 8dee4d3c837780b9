/** Expects an answer of the app to be a refusal with this code. */
export function expectRefusal(answer: { error?: { code: string } }, code: string): void {
  expect(answer.error?.code).toBe(code);
}
