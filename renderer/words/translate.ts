/**
 * A text of the window in one language: fixed, or one form for each plural category that the language has. `{name}`
 * stands for a value given when it is said.
 */
export type Message = string | PluralForms;

type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

type Values = Readonly<Record<string, string | number>>;

/** Says the text called `key`; `count` chooses the plural form and is said as people read numbers. */
type Translate<Key extends string> = (key: Key, values?: Values) => string;

/**
 * How a catalogue is said in its language. The plural form follows the language's own rules (Welsh has six, English
 * two); a form that the catalogue leaves out is said as `other`. A value that was not given leaves its name standing,
 * so that it is seen.
 */
export function translator<Key extends string>(
  catalogue: Readonly<Record<Key, Message>>,
  language: string,
): Translate<Key> {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const message = catalogue[key];
    const text = typeof message === 'string' ? message : formOf(message, rules, values['count']);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

function formOf(forms: PluralForms, rules: Intl.PluralRules, count: unknown): string {
  return (typeof count === 'number' ? forms[rules.select(count)] : undefined) ?? forms.other;
}
