/** Stands between two parts of a text (comma, bracket, dash): no name reaches across it unless it is written so. */
export const partBreak = ',';

/** Short forms of one word. `st` is left alone: it is Street and Saint, and both are written as `st` instead. */
const sameWord: Readonly<Record<string, string>> = {
  street: 'st',
  str: 'st',
  saint: 'st',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  ln: 'lane',
  la: 'lane',
  sq: 'square',
  cl: 'close',
  cres: 'crescent',
  dr: 'drive',
  ct: 'court',
  pl: 'place',
  gdns: 'gardens',
  gdn: 'gardens',
  ter: 'terrace',
  terr: 'terrace',
  pde: 'parade',
  gro: 'grove',
  hse: 'house',
  pk: 'park',
  mt: 'mount',
  nr: 'near',
  opp: 'opposite',
  adj: 'adjacent',
  jct: 'junction',
  junc: 'junction',
  jcn: 'junction',
  os: 'outside',
};

/** Words that end the name of a street. */
const streetWords: ReadonlySet<string> = new Set(
  'st road avenue lane square close crescent drive court place gardens terrace parade grove way hill mews row walk wharf bridge roundabout green rise'.split(
    ' ',
  ),
);

/** Words that name a kind of place, or no place at all: alone they are never a name. */
const commonWords: ReadonlySet<string> = new Set(
  [
    ...streetWords,
    ...'and a an at in on of off to by from with near outside inside opposite behind beside between towards past along around next adjacent corner junction vicinity left leaving up down over out there here where then when who which that was were is had has as his her their my he she they it unknown none other various nowhere somewhere'.split(
      ' ',
    ),
    ...'home house address flat room bedroom kitchen garden dwelling hostel work office shop shops store supermarket market mall retail bar pub club nightclub restaurant cafe hotel takeaway venue casino cinema theatre gym church school college university campus hospital surgery clinic library station stop bus train taxi car park playground field beach river canal path footpath alley alleyway subway underpass centre center central city town village area estate high main side street front rear back door toilet toilets queue smoking dance floor public private police custody prison court online internet social media party friend friends victim assault assaulted attack attacked fight incident happened occurred location place person male female man woman night evening morning afternoon today yesterday'.split(
      ' ',
    ),
  ].map((word) => sameWord[word] ?? word),
);

/** Names of more than one word that are no name either. */
const commonPhrases: ReadonlySet<string> = new Set([
  'not known',
  'no address',
  'no location',
  'home address',
  'own home',
  'at home',
  'bus stop',
  'bus station',
  'train station',
  'railway station',
  'police station',
  'taxi rank',
  'car park',
  'town centre',
  'city centre',
  'shopping centre',
  'public house',
  'night club',
  'main road',
  'side road',
  'side st',
  'public place',
  'dance floor',
  'smoking area',
  'in st',
]);

/**
 * The words of a text as they are compared: lower case, without accents, apostrophes and "the", `&` as "and",
 * short forms made alike (`Rd` and `Road`; `St`, `Street` and `Saint` are all `st`), `o/s`, `j/w` and the like
 * written out, and `partBreak` between the text's parts.
 */
export function placeWords(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2018\u2019`]/g, '')
    .replace(/\bo\/s\b/g, ' outside ')
    .replace(/\b(?:j\/w|j\/o|jct\/w)(?=\W|$)/g, ' junction ')
    .replace(/[&+]/g, ' and ')
    .replace(/@/g, ' at ')
    .replace(/[,;:()[\]|/\n\r\u2013\u2014]|\s-+\s/g, ` ${partBreak} `)
    .replace(/[^\p{L}\p{N},]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && word !== 'the')
    .map((word) => sameWord[word] ?? word);
  const firstWord = words.findIndex((word) => word !== partBreak);
  const lastWord = words.findLastIndex((word) => word !== partBreak);
  return firstWord < 0 ? [] : words.slice(firstWord, lastWord + 1);
}

/** Whether a word ends the name of a street (`road`, `st`). */
export function isStreetWord(word: string): boolean {
  return streetWords.has(word);
}

/** Whether a word says nothing about which place is meant, so that it can stand before a name. */
export function isCommonWord(word: string): boolean {
  return word === partBreak || commonWords.has(word);
}

/** Whether words are too few letters or too common to be taken for a name wherever they stand. */
export function isTooCommon(words: readonly string[]): boolean {
  const text = words.join('');
  if (text.length < 4 || /^\d+$/.test(text)) return true;
  const [first = ''] = words;
  return words.length === 1 ? commonWords.has(first) : commonPhrases.has(words.join(' '));
}
