import type { Finding, Hypothesis, Recommendation } from '../profile/document.ts';

/** A finding of the made-up analyst before its figures are filled in. */
type PlannedFinding = Omit<Finding, 'text'> & {
  readonly key: string;
  readonly template: string;
};

export const sampleFindings: readonly PlannedFinding[] = [
  {
    key: 'scale',
    section: 4,
    standing: 'fact',
    template:
      'Police recorded {all.latest-year} VAWG incidents in the latest twelve months, {all.change} on the year before; over the whole period VAWG is {all.share} of all recorded incidents.',
    confidence: 'high',
    why: 'coded offences and flags; whether harm or recording changed is not shown by counts',
  },
  {
    key: 'online',
    section: 5,
    standing: 'fact',
    template:
      '{online.share} of recorded VAWG has an online element, and {online.also-offline} of that also has a private or public space, so online and offline harm overlap.',
    confidence: 'moderate',
    why: 'the online flag is set too seldom, so the share is a lower bound of what was reported',
  },
  {
    key: 'private',
    section: 6,
    standing: 'fact',
    template:
      '{private.share} of recorded VAWG is in private spaces, where {private.repeat} of identified victims had a further incident within a year; {private.repeat-homes} addresses had one.',
    confidence: 'high',
    why: 'victims and addresses are matched by keyed codes; those without a reference are not matched',
  },
  {
    key: 'public',
    section: 7,
    standing: 'fact',
    template:
      '{public.hot-cells} cells hold {public.hot-cells-share} of mapped public-space VAWG; the largest place whose position is not in doubt is {place.1.name}, with {place.1.count} incidents.',
    confidence: 'high',
    why: 'the false discovery rate is held over the map, and the place is hot in the latest year too',
  },
  {
    key: 'uncovered',
    section: 12,
    standing: 'fact',
    template:
      'The first priority location with no activity on record is {places.without-activity.name}, with {places.without-activity.count} incidents.',
    confidence: 'moderate',
    why: 'activities are as supplied; what nobody wrote down is not seen',
  },
  {
    key: 'feared',
    section: 8,
    standing: 'assessment',
    template:
      '{gap.feared.name} is feared and little recorded. Reports of feeling unsafe: {gap.feared.reports}; recorded public-space incidents: {gap.feared.records}. It may be avoided, or harm there may go unreported.',
    confidence: 'moderate',
    why: 'reports and statements agree on the place and on why; reports come from those who chose to make one',
  },
  {
    key: 'few',
    section: 10,
    standing: 'assessment',
    template:
      '{suspects.many-victims} identified suspects are named for five or more victims on different incidents, of {suspects.serial} named for several: a list short enough to be looked at one by one.',
    confidence: 'moderate',
    why: 'only suspects with a reference can be matched, and a suspect is not a person convicted',
  },
  {
    key: 'outcomes',
    section: 11,
    standing: 'gap',
    template:
      '{outcomes.16} of decided offences ended in outcome 16 and {outcomes.charged} in a charge or summons. Why victims do not support action is not known.',
    confidence: 'high',
    why: 'outcomes are coded; the reasons of victims are not',
  },
];

/** A recommendation before findings have numbers and dates have a day. */
type PlannedRecommendation = Omit<
  Recommendation,
  'findings' | 'dueOn' | 'baseline' | 'progress'
> & {
  readonly restsOn: readonly string[];
  readonly months: number;
};

export const sampleRecommendations: readonly PlannedRecommendation[] = [
  {
    text: 'Visit the priority location at which nothing is done at its busiest hours, with the council and those who run the premises, and agree a plan of at most four measures.',
    restsOn: ['uncovered', 'public'],
    approach: 'prevent',
    owner: 'Neighbourhood superintendent',
    partner: 'Council community safety',
    months: 2,
    measure:
      'Recorded public-space VAWG at the place and in the ground around it, beside the force',
    figure: 'places.without-activity.count',
  },
  {
    text: 'Give each repeat victim at home one named contact and an offer of an independent adviser within two working days, and look over orders and their breaches at each further incident.',
    restsOn: ['private'],
    approach: 'protect',
    owner: 'Head of public protection',
    partner: 'Harbour Advice (sample)',
    months: 3,
    measure: 'Share of identified victims in private space with a further incident within a year',
    figure: 'private.repeat',
  },
  {
    text: 'Look at the suspects named for five or more victims once a month at one meeting of detectives, neighbourhood officers and offender managers. People decide; the list only shows whom to look at.',
    restsOn: ['few'],
    approach: 'pursue',
    owner: 'Detective superintendent, crime',
    partner: 'Probation',
    months: 2,
    measure: 'Share of those suspects with a recorded decision and an owner',
    figure: 'suspects.many-victims',
  },
  {
    text: 'Walk the feared place after dark with the women who spoke about it and with the council lighting team, and tell them what will be done.',
    restsOn: ['feared'],
    approach: 'prevent',
    owner: 'Northmoor neighbourhood inspector',
    partner: 'Council lighting team',
    months: 2,
    measure: 'Reports of feeling unsafe there, and statements with an answer',
    figure: 'gap.feared.reports',
  },
  {
    text: 'Train first responders and call handlers to ask for and write down the platform or means and to keep messages as evidence.',
    restsOn: ['online'],
    approach: 'prepare',
    owner: 'Head of training',
    partner: 'Schools',
    months: 4,
    measure: 'Share of VAWG incidents with an online element; a rise is expected at first',
    figure: 'online.share',
  },
  {
    text: 'Have advocates and detectives read fifty cases of outcome 16 together, across spaces and groups of victims, and say where support was lost.',
    restsOn: ['outcomes', 'scale'],
    approach: 'pursue',
    owner: 'Detective superintendent, public protection',
    partner: 'Survivors’ reference group',
    months: 3,
    measure: 'Share of decided offences with outcome 16, by space',
    figure: 'outcomes.16',
  },
];

/** A hypothesis about the priority place whose name has one of these words; left out where there is none. */
type PlannedHypothesis = Omit<Hypothesis, 'about'> & { readonly place: RegExp };

export const sampleHypotheses: readonly PlannedHypothesis[] = [
  {
    place: /lantern|filament|quarter/i,
    statement:
      'Women leaving venues at closing time are harmed where crowds meet and staff are few.',
    victim: 'Mostly young women on a night out',
    offender: 'Mostly men whom they met that night',
    location: 'Doors, queues and taxi ranks of licensed venues',
    evidenceFor: 'Peaks at Friday and Saturday night, licensed premises and streets beside them',
    evidenceAgainst: 'Some incidents are by day and away from venues',
    state: 'supported',
  },
  {
    place: /lantern|filament|quarter/i,
    statement: 'More is recorded there because officers and door staff stand there.',
    victim: 'As above',
    offender: 'As above',
    location: 'Where patrols are',
    evidenceFor: 'Patrols are on the same nights',
    evidenceAgainst:
      'Offences reported later by victims show the same hours; the pattern is older than the patrols',
    state: 'open',
  },
  {
    place: /eldersea|waterfront/i,
    statement: 'New bars on the waterfront bring people to a place without guardians.',
    victim: 'Women of all ages on the way to and from venues',
    offender: 'Not yet described',
    location: 'An open front with few exits and little lighting',
    evidenceFor: 'Recorded incidents rise from year to year',
    evidenceAgainst: 'Licensing dates were not compared yet',
    state: 'open',
  },
  {
    place: /eldersea|waterfront/i,
    statement: 'Reporting rose there after a campaign, and harm did not.',
    victim: 'As above',
    offender: 'As above',
    location: 'The same',
    evidenceFor: 'Campaigns ran in the same years',
    evidenceAgainst: 'Other places with the same campaigns did not rise alike',
    state: 'open',
  },
  {
    place: /marrowbridge|academy/i,
    statement: 'Girls are harassed on the way home from school where buses are waited for.',
    victim: 'Girls in school years 8 to 11',
    offender: 'Boys of the same age, and men in cars',
    location: 'Bus stops and the road to them, weekday afternoons in term',
    evidenceFor: 'Hours, ages, and what girls said in both school sessions',
    evidenceAgainst: 'None found',
    state: 'supported',
  },
  {
    place: /marrowbridge|academy/i,
    statement: 'One school reports well, and others have the same problem unrecorded.',
    victim: 'Girls at other schools',
    offender: 'As above',
    location: 'Other schools',
    evidenceFor: 'A safer schools officer works at this school only',
    evidenceAgainst: 'Not yet tested: ask at two other schools',
    state: 'open',
  },
];
