import type { truthPlaces } from './place.ts';

/** What somebody said in an engagement. Every word is invented. */
export interface StatementText {
  readonly space: 'online' | 'private' | 'public';
  readonly timeOfDay: string;
  readonly reason: string;
  readonly quote: string;
  /** Where it is about, when it is one of the named places. */
  readonly near?: keyof typeof truthPlaces;
  /** Words for a place that has no position of its own. */
  readonly place: string;
}

const park = 'Larkmere Park and underpass';

/** About the place that women fear and where little is recorded. */
export const fearedStatements: readonly StatementText[] = [
  {
    space: 'public',
    timeOfDay: 'Evening',
    reason: 'Badly lit',
    quote: 'I walk the long way round so that I never go through the underpass.',
    near: 'feared',
    place: park,
  },
  {
    space: 'public',
    timeOfDay: 'Night',
    reason: 'No way out',
    quote: 'Once you are in the underpass there is nowhere to turn.',
    near: 'feared',
    place: park,
  },
  {
    space: 'public',
    timeOfDay: 'Evening',
    reason: 'Groups of men',
    quote: 'They stand on both sides of the path and go quiet when you pass.',
    near: 'feared',
    place: park,
  },
  {
    space: 'public',
    timeOfDay: 'Winter afternoon',
    reason: 'Badly lit',
    quote: 'By four it is dark under the trees and half the lamps are out.',
    near: 'feared',
    place: park,
  },
  {
    space: 'public',
    timeOfDay: 'Morning',
    reason: 'Isolated',
    quote: 'I hold my keys in my hand until I am out by the shops.',
    near: 'feared',
    place: park,
  },
  {
    space: 'public',
    timeOfDay: 'Evening',
    reason: 'Not worth reporting',
    quote: 'Nothing happened that I could report. I was just frightened.',
    near: 'feared',
    place: park,
  },
];

/** About night out in the Lantern Quarter. */
export const nightStatements: readonly StatementText[] = [
  {
    space: 'public',
    timeOfDay: 'Night',
    reason: 'Unwanted touching',
    quote: 'In the queue somebody always thinks they can put a hand on you.',
    near: 'nightEconomy',
    place: 'Lantern Quarter',
  },
  {
    space: 'public',
    timeOfDay: 'Night',
    reason: 'Drink tampering',
    quote: 'We never leave a glass on the table any more.',
    near: 'nightEconomy',
    place: 'Lantern Quarter',
  },
  {
    space: 'public',
    timeOfDay: 'Night',
    reason: 'Getting home',
    quote: 'The last bus goes before we finish, so we walk in a group.',
    near: 'nightEconomy',
    place: 'Lantern Quarter',
  },
  {
    space: 'public',
    timeOfDay: 'Night',
    reason: 'Followed',
    quote: 'A man followed me from the club to the taxi rank and the door staff saw it.',
    near: 'nightEconomy',
    place: 'Lantern Quarter taxi rank',
  },
  {
    space: 'public',
    timeOfDay: 'Night',
    reason: 'Changing area',
    quote: 'The waterfront used to be quiet, now it feels like the centre.',
    near: 'growing',
    place: 'Eldersea waterfront',
  },
];

/** Said by girls about school, the way there and their phones. */
export const girlStatements: readonly StatementText[] = [
  {
    space: 'public',
    timeOfDay: 'After school',
    reason: 'Comments',
    quote: 'Cars slow down by the bus stop and shout things at us in our uniforms.',
    near: 'schoolRun',
    place: 'Bus stops at Marrowbridge Academy',
  },
  {
    space: 'public',
    timeOfDay: 'After school',
    reason: 'Followed',
    quote: 'We wait inside the shop until the bus comes.',
    near: 'schoolRun',
    place: 'Bus stops at Marrowbridge Academy',
  },
  {
    space: 'public',
    timeOfDay: 'After school',
    reason: 'Comments',
    quote: 'It is every week, so nobody says anything.',
    near: 'schoolRun',
    place: 'Bus stops at Marrowbridge Academy',
  },
  {
    space: 'online',
    timeOfDay: 'Evening',
    reason: 'Unwanted images',
    quote: 'You get pictures you never asked for and you just delete them.',
    place: 'Phone',
  },
  {
    space: 'online',
    timeOfDay: 'Any time',
    reason: 'Pressure to send images',
    quote: 'He said everyone does it and he would tell people if I did not.',
    place: 'Phone',
  },
  {
    space: 'online',
    timeOfDay: 'Evening',
    reason: 'Group chats',
    quote: 'They made a list of girls and shared it round the year.',
    place: 'Group chat',
  },
  {
    space: 'public',
    timeOfDay: 'School day',
    reason: 'Corridors',
    quote: 'Boys comment on you on the stairs and teachers walk past.',
    place: 'School',
  },
];

/** Said in many groups about streets, transport and work. */
export const publicStatements: readonly StatementText[] = [
  {
    space: 'public',
    timeOfDay: 'Early morning',
    reason: 'Getting to work',
    quote: 'At five in the morning the station side is empty and I ring my sister the whole way.',
    place: 'Railway station approach',
  },
  {
    space: 'public',
    timeOfDay: 'Night',
    reason: 'Badly lit',
    quote: 'The staff car park has no lamps at the far end.',
    place: 'Hospital staff car park',
  },
  {
    space: 'public',
    timeOfDay: 'Evening',
    reason: 'Transport',
    quote: 'If the top deck is empty I stand by the driver.',
    place: 'Bus',
  },
  {
    space: 'public',
    timeOfDay: 'Daytime',
    reason: 'Abuse about background',
    quote: 'People shout about my scarf and nobody looks up.',
    place: 'Shopping centre',
  },
  {
    space: 'public',
    timeOfDay: 'Evening',
    reason: 'Exercise',
    quote: 'I run on the main road, with the traffic, because the path feels worse.',
    place: 'Riverside path',
  },
  {
    space: 'public',
    timeOfDay: 'Daytime',
    reason: 'Access',
    quote: 'The ramp is round the back where nobody can see you.',
    place: 'Council building',
  },
  {
    space: 'public',
    timeOfDay: 'Night',
    reason: 'Staff response',
    quote: 'I told the bar staff the code word and they did not know it.',
    place: 'Bar in the centre',
  },
  {
    space: 'public',
    timeOfDay: 'Evening',
    reason: 'Police response',
    quote: 'I would tell an officer if I knew one by name.',
    place: 'Neighbourhood',
  },
];

/** Said about home and family. */
export const privateStatements: readonly StatementText[] = [
  {
    space: 'private',
    timeOfDay: 'Any time',
    reason: 'Control',
    quote: 'He keeps the bank card and counts what I spend.',
    place: 'Home',
  },
  {
    space: 'private',
    timeOfDay: 'Evening',
    reason: 'Fear at home',
    quote: 'The street is not where I am afraid. It is the front door.',
    place: 'Home',
  },
  {
    space: 'private',
    timeOfDay: 'Any time',
    reason: 'Immigration status',
    quote: 'He says that if I call the police they will send me away.',
    place: 'Home',
  },
  {
    space: 'private',
    timeOfDay: 'Any time',
    reason: 'Family pressure',
    quote: 'My aunt decides who I may speak to and everybody says that is care.',
    place: 'Home',
  },
  {
    space: 'private',
    timeOfDay: 'Any time',
    reason: 'Carer',
    quote: 'The person who hurts me is the person who helps me wash.',
    place: 'Home',
  },
  {
    space: 'private',
    timeOfDay: 'Night',
    reason: 'Shared housing',
    quote: 'There is no lock on my door and he knows it.',
    place: 'Shared house',
  },
  {
    space: 'private',
    timeOfDay: 'Any time',
    reason: 'Not believed',
    quote: 'I reported it once and was asked what I had done first.',
    place: 'Home',
  },
];

/** Said about phones and accounts. */
export const onlineStatements: readonly StatementText[] = [
  {
    space: 'online',
    timeOfDay: 'Any time',
    reason: 'Tracking',
    quote: 'He knew where I was before I had told anyone. It was the phone.',
    place: 'Phone',
  },
  {
    space: 'online',
    timeOfDay: 'Night',
    reason: 'Messages',
    quote: 'I block one account and there is another in the morning.',
    place: 'Chatterbird',
  },
  {
    space: 'online',
    timeOfDay: 'Any time',
    reason: 'Images shared',
    quote: 'The picture went round and I found out last.',
    place: 'PicPost',
  },
  {
    space: 'online',
    timeOfDay: 'Evening',
    reason: 'Dating',
    quote: 'When I said no he sent forty messages in an hour.',
    place: 'MatchUp',
  },
  {
    space: 'online',
    timeOfDay: 'Any time',
    reason: 'Abuse at work',
    quote: 'My work address is public, so that is where they write.',
    place: 'Email',
  },
];
