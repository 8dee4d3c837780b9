import { engine } from '../app';
import type { LookedAt } from '../privacy/access/look';
import { withoutData } from '../privacy/erasure/under-way';
import { readSubject } from '../privacy/person/subject';
import type { Ref } from '../storage/store';

/** Somebody who has data here, and further records, read together. @throws Refused about nobody */
export async function lookAt<const Refs extends readonly Ref[] = readonly []>(
  whose: string,
  also?: Refs,
): Promise<LookedAt<Refs>> {
  const { subject, ...read } = await readSubject(engine, whose, also);
  if (!subject) throw await withoutData(engine, whose, 'Nothing is kept about this account.');
  return { subject, ...read };
}
