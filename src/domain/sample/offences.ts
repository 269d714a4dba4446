import type { OffenceKind } from './offence-kind.ts';
import { disorderKinds } from './offences-disorder.ts';
import { domesticKinds } from './offences-domestic.ts';
import { sexualKinds } from './offences-sexual.ts';
import { theftKinds } from './offences-theft.ts';

/**
 * Kinds that are VAWG by their code or by a flag. Codes and titles are those of the project's code list
 * (assets/code-lists). Shares keep published orders of magnitude: some 42 % of domestic abuse records are incidents
 * and not crimes, harassment is the most frequent core offence, sexual offences are rarer.
 */
export const vawgKinds: readonly OffenceKind[] = [...domesticKinds, ...sexualKinds];

/** Everything else a force records. */
export const ordinaryKinds: readonly OffenceKind[] = [...theftKinds, ...disorderKinds];
