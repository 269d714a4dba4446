import { plainText } from './plain-text.ts';

/** Words before the offence that say how it was attempted, by how many or when, not what it was. */
const leadingWords = new RegExp(
  `^(?:${[
    'attempt(?:ed|s|ing)?(?: to)?(?: commit)?',
    'conspir(?:acy|e|ed|ing)(?: to)?(?: commit)?',
    'aid(?:ing)?(?: and)? abet(?:ting)?(?: an?)?',
    'single offender',
    'multiple offenders',
    'non recent',
    'historic(?:al)?',
  ].join('|')}) `,
);
/** A code written before the title, as in "19C Rape of a female". */
const leadingCode = /^(?:\d{1,3}[a-z]|\d{3} \d{2}|\d{5}|[a-z]{2}\d{5}[a-z]?) /;
/** The statute, or a note for the recording system, after the offence. */
const trailingWords =
  / (?:(?:contrary to )?(?:s|sec|section)? ?\d*[a-z]? ?(?:soa|sexual offences act|oapa|pha|poa|cja|cda) ?\d{2,4}|recordable|non recordable|notifiable)$/;

const strippedWords = [trailingWords, leadingCode, leadingWords];

/** Titles that stand for "no offence was entered": they match nothing and are listed as unmatched. */
const placeholderTitle =
  /^(?:not specified|not stated|not known|unknown|none|n a|null|tbc|to be confirmed|other|misc(?:ellaneous)?|(?:expired|do not use)\b.*|.*\bnot for use\b.*)$/;
const nonCrimeTitle =
  /^(?:non crime|non crime (?:incident|occurrence|record)|no crime|not a crime)$/;

export type TitleMeaning = 'offence' | 'placeholder' | 'non-crime';

/**
 * The forms under which a title is looked up, most exact first: as written, without what stands in brackets,
 * then without leading words (attempted, single offender, a code) and trailing ones (the statute). The exact
 * form comes first because "attempted murder" and "conspiracy to murder" are offences of their own.
 */
export function offenceTitleKeys(title: string): readonly string[] {
  const bare = plainText(title.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' '));
  const wholes = [plainText(title), bare].filter((whole) => whole !== '');
  const keys = new Set(wholes);
  for (const whole of wholes) {
    let key = whole;
    for (;;) {
      // One step at a time: "19C Attempted murder (recordable)" has to pass through "attempted murder".
      const step = strippedWords.find((words) => words.test(key));
      if (step === undefined) break;
      key = key.replace(step, '').trim();
      if (key !== '') keys.add(key);
    }
  }
  return [...keys];
}

/**
 * Whether a title names an offence, is a placeholder of the recording system ("NOT SPECIFIED", "EXPIRED - NOT
 * FOR USE AFTER ..."), or only says that the record is not a crime ("Non Crime").
 */
export function titleMeaning(title: string): TitleMeaning {
  const plain = plainText(title);
  if (nonCrimeTitle.test(plain)) return 'non-crime';
  return plain === '' || placeholderTitle.test(plain) ? 'placeholder' : 'offence';
}
