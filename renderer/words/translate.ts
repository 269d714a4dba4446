/**
 * A text of the window in one language: fixed, or one form for each plural category that the language has. `{name}`
 * stands for a value given when it is said.
 */
export type Message = string | PluralForms;

type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** The names that a text leaves open. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type NamesOf<Said> = Said extends string ? NamesIn<Said> : NamesIn<Said[keyof Said]> | 'count';

/** What a text has to be given: a value for each name in it, `count` as a number; of several texts, of all of them. */
export type ValuesOf<Said, More = never> = {
  readonly [Name in NamesOf<Said>]: Name extends 'count' ? number : string | number | More;
};

/** Nothing for a text that leaves nothing open. */
type ValuesAsked<Said> = [NamesOf<Said>] extends [never] ? [] : [values: ValuesOf<Said>];

/** The keys of texts that are said without values. */
export type PlainKeys<Catalogue> = {
  [Key in keyof Catalogue & string]: [NamesOf<Catalogue[Key]>] extends [never] ? Key : never;
}[keyof Catalogue & string];

type Values<More> = Readonly<Record<string, string | number | More>>;

/** A catalogue as it is said. */
export interface Translator<English> {
  /** Says the text called `key`; `count` chooses the plural form and numbers are said as people read them. */
  readonly t: <Key extends keyof English & string>(
    key: Key,
    ...values: ValuesAsked<English[Key]>
  ) => string;
  /** The same in pieces, so that a value may be something else than text: a button in the middle of a sentence. */
  readonly pieces: <More, Key extends keyof English & string>(
    key: Key,
    values: ValuesOf<English[Key], More>,
  ) => readonly (string | More)[];
}

/**
 * How a catalogue is said in its language. `English` is the English catalogue, which says the keys and what each text
 * asks for. The plural form follows the language's own rules (Welsh has six, English two); a form that the catalogue
 * leaves out is said as `other`. A value that was not given leaves its name standing, so that it is seen.
 */
export function translator<English>(
  catalogue: Readonly<Record<keyof English & string, Message>>,
  language: string,
): Translator<English> {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const pieces = <More>(
    key: keyof English & string,
    values: Values<More>,
  ): readonly (string | More)[] => {
    const message = catalogue[key];
    const text = typeof message === 'string' ? message : formOf(message, rules, values['count']);
    return text
      .split(/(\{\w+\})/)
      .filter((part) => part !== '')
      .map((part) => {
        const value = /^\{\w+\}$/.test(part) ? values[part.slice(1, -1)] : part;
        if (value === undefined) return part;
        return typeof value === 'number' ? numbers.format(value) : value;
      });
  };
  return {
    t: (key, ...[values]) => pieces<never>(key, values ?? {}).join(''),
    pieces: (key, values) => pieces(key, values),
  };
}

function formOf(forms: PluralForms, rules: Intl.PluralRules, count: unknown): string {
  return (typeof count === 'number' ? forms[rules.select(count)] : undefined) ?? forms.other;
}
