import type { ProfileInputs } from '../../domain/figures/inputs.ts';
import type { Remember } from '../../domain/figures/remember.ts';
import { sha256 } from '../workspace/digest.ts';

/** A field of the inputs, or of one of those that gather many things: `quality.steps`. */
type Field = keyof ProfileInputs | `${Gathering}.${string}`;
type Gathering = 'quality' | 'context';

interface KeptPart {
  readonly part: unknown;
  /** Content of every field that was read while it was made, as a hash. */
  readonly reads: ReadonlyMap<Field, string>;
  readonly from: readonly unknown[];
}

/**
 * Parts of one session's profile with what each of them was made from. Which fields a part reads is seen while it is
 * made and not written down by hand, so that no dependency can be forgotten: a part that would read another field now
 * has read a changed one before.
 */
export class RememberedParts {
  readonly #kept = new Map<string, KeptPart>();

  /** How to make parts of these inputs, and the names of those that had to be made. */
  of(inputs: ProfileInputs): { readonly remember: Remember; readonly made: readonly string[] } {
    const made: string[] = [];
    const keys = new Map<Field, string>();
    const keyOf = (field: Field): string => {
      const known = keys.get(field);
      if (known !== undefined) return known;
      const key = contentKey(inputs, field);
      keys.set(field, key);
      return key;
    };
    const remember: Remember = (name, make, from = []) => {
      type Part = ReturnType<typeof make>;
      const before = this.#kept.get(name);
      if (before !== undefined && isCurrent(before, keyOf, from)) return before.part as Part;
      const fields = new Set<Field>();
      const part = make(watched(inputs, fields));
      made.push(name);
      const reads = new Map([...fields].map((field) => [field, keyOf(field)]));
      this.#kept.set(name, { part, reads, from });
      return part;
    };
    return { remember, made };
  }
}

function isCurrent(
  { reads, from }: KeptPart,
  keyOf: (field: Field) => string,
  now: readonly unknown[],
): boolean {
  return (
    from.length === now.length &&
    from.every((part, at) => part === now[at]) &&
    [...reads].every(([field, key]) => keyOf(field) === key)
  );
}

/** The inputs with a note of each field that is read. */
function watched(inputs: ProfileInputs, fields: Set<Field>): ProfileInputs {
  const gatherings = {
    quality: noted(inputs.quality, (name) => fields.add(`quality.${name}`)),
    context: noted(inputs.context, (name) => fields.add(`context.${name}`)),
  };
  return new Proxy(inputs, {
    get(target, name) {
      if (name === 'quality' || name === 'context') return gatherings[name];
      if (!Object.hasOwn(target, name)) return undefined;
      const field = name as keyof ProfileInputs;
      fields.add(field);
      return target[field];
    },
  });
}

function noted<Gathered extends object>(
  gathered: Gathered,
  note: (name: string) => void,
): Gathered {
  return new Proxy(gathered, {
    get(target, name) {
      note(String(name));
      return Reflect.get(target, name) as unknown;
    },
  });
}

/** Evidence has its fingerprint already; other fields are small beside it and hashed as they are. */
function contentKey(inputs: ProfileInputs, field: Field): string {
  if (field === 'evidence') return inputs.evidence.fingerprint;
  const [name, part] = field.split('.');
  const whole: unknown = Reflect.get(inputs, name ?? '');
  const value: unknown =
    part === undefined || typeof whole !== 'object' || whole === null
      ? whole
      : Reflect.get(whole, part);
  return sha256(JSON.stringify(value, asPlain) ?? '');
}

/** What JSON would write as nothing: columns by a hash of their bytes, sets and maps by their entries. */
function asPlain(_name: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    return sha256(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  }
  return value instanceof Set || value instanceof Map ? [...(value as Iterable<unknown>)] : value;
}
