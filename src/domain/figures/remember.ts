import type { ProfileInputs } from './inputs.ts';

/**
 * Gives a part of the profile by its name: made from the inputs, or as it was made before from the same. `make` must
 * read nothing but the inputs it is handed and the parts in `from`, which are compared by identity.
 */
export type Remember = <Part>(
  name: string,
  make: (inputs: ProfileInputs) => Part,
  from?: readonly unknown[],
) => Part;

/** Remembers nothing: every part is made. */
export function makeAnew(inputs: ProfileInputs): Remember {
  return (_name, make) => make(inputs);
}
