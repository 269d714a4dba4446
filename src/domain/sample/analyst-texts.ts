import type { Standing } from '../profile/rich-text.ts';

/** Paragraphs of the made-up analyst: section, how it is meant, and the words with `{figure.id}` for live figures. */
export const sampleParagraphs: readonly (readonly [number, Standing, string])[] = [
  [
    2,
    'fact',
    'Police recorded {all.latest-year} VAWG incidents in the latest twelve months, {all.change} on the year before. Over the whole period {private.share} of recorded VAWG was in private spaces and {public.share} in public spaces, {online.share} had an online element, alone or beside a place, and {unclassified.share} cannot be placed. Recorded incidents are not all that happened.',
  ],
  [
    2,
    'assessment',
    'Three decisions are asked for: to plan for the priority place at which nothing is done, to give repeat victims at home one named contact, and to have the few suspects who are named for five or more victims looked at together. Each rests on a finding below.',
  ],
  [
    3,
    'fact',
    '{data.located} of VAWG incidents have a position; the others are in every total and on no map. The offence of {data.unmatched} records is not recognised: unless a flag brings them in, they are not counted as VAWG until somebody assigns it.',
  ],
  [
    3,
    'gap',
    'Health and council events come without a person, so it is not known how many of them the police also recorded. No rape crisis or refuge data is held, and the online flag is set less often than it should be. What would close these gaps: an agreement with the two support services, and the platform written down at first report.',
  ],
  [
    4,
    'fact',
    'Domestic abuse changed by {threat.domestic-abuse.change} on the year before, rape and serious sexual offences by {threat.rape-serious-sexual.change} and tech-enabled VAWG by {threat.tech-enabled.change}.',
  ],
  [
    4,
    'assessment',
    'Some of a change may be one in recording: look at the table of headlines, where each stands beside all recorded incidents and beside similar forces. The figures alone cannot tell more harm from more reporting.',
  ],
  [
    5,
    'fact',
    '{online.count} VAWG incidents have an online element, {online.change} on the year before. {online.also-offline} of them also have a private or public space.',
  ],
  [
    5,
    'assessment',
    'Online abuse by partners and former partners, and contact with girls by people they do not know, need different answers: the first belongs to the domestic abuse team, the second to schools and parents. A message is often the first thing that is kept as evidence.',
  ],
  [
    6,
    'fact',
    '{private.count} VAWG incidents were in private spaces. {private.repeat} of identified victims there had a further incident within a year, {private.repeat-homes} addresses had one, and {private.breaches} incidents record the breach of an order.',
  ],
  [
    6,
    'assessment',
    'Area rates are for planning services, not for patrols: a high rate can be more harm or more trust in reporting. No address is named or mapped in any edition.',
  ],
  [
    7,
    'fact',
    '{public.hot-cells} cells hold {public.hot-cells-share} of mapped public-space VAWG, and half of it lies in {public.half-cells} cells. Public-space VAWG changed by {public.change} on the year before.',
  ],
  [
    7,
    'assessment',
    'The night-time economy and the way home from school are two problems with different victims, hours and answers, and should not be tasked as one.',
  ],
  [
    8,
    'fact',
    '{voices.people} people took part in {voices.engagements} engagements and made {voices.statements} statements; {reports.count} reports of feeling unsafe were made. People chose to take part: the figures describe them and not all women and girls.',
  ],
  [
    8,
    'assessment',
    'Women say why they are afraid: dark paths, no way out, nobody about, and that it is not worth reporting. The place with most reports and few records is {gap.feared.name}. Reports of feeling unsafe there: {gap.feared.reports}; recorded incidents: {gap.feared.records}. Women who avoid a place leave no record there.',
  ],
  [
    8,
    'gap',
    'Women in sex industries were not heard, and girls only where a school or club gave consent. Both should be asked by people whom they trust before the next version.',
  ],
  [
    9,
    'fact',
    '{victims.repeat} of identified victims were victims again within a year, and {victims.children} of victims with a recorded age were under 18.',
  ],
  [
    9,
    'assessment',
    'The most visible victims are not therefore the most vulnerable. Disability and ethnicity are often not recorded, so low counts of disabled, migrant, Black and minoritised women say little about harm to them.',
  ],
  [
    10,
    'fact',
    '{suspects.serial} identified suspects are named for several victims, {suspects.many-victims} of them for five or more on different incidents, and {suspects.across-spaces} suspects in more than one space.',
  ],
  [
    10,
    'assessment',
    'People and places are separate strands: those who harm most are seldom those at the hot spots. The triage list is for people to look at and decides nothing.',
  ],
  [
    11,
    'fact',
    'Of decided offences, {outcomes.charged} ended in a charge or summons, {outcomes.14} in outcome 14, {outcomes.15} in outcome 15 and {outcomes.16} in outcome 16.',
  ],
  [11, 'gap', 'Why victims do not support action is not on record. It has to be asked.'],
  [
    12,
    'fact',
    'The first places whose positions are in no doubt are {place.1.name} ({place.1.count} incidents), {place.2.name} ({place.2.count}) and {place.3.name} ({place.3.count}).',
  ],
  [
    12,
    'assessment',
    '{place.doubtful.name} is ranked in the tables and not named here: most records of one cell there share one coordinate, as a default of the records system would make them. It is to be looked into before anybody is sent.',
  ],
  [
    13,
    'assessment',
    'For each priority place two explanations are set side by side, by the problem analysis triangle, with what would tell them apart. None is taken as shown while it is open.',
  ],
  [
    14,
    'assessment',
    'Patrols and street pastors cover the night-time economy, and a safer schools officer the way home from school. Nobody has measured what they change: before and after numbers alone would not show it, since a place that was chosen because it was high tends to fall by itself.',
  ],
  [
    15,
    'assessment',
    'Each recommendation names the finding that it follows from, one owner and one measure. None asks for more patrols at a place that was not visited.',
  ],
  [
    16,
    'assessment',
    'Each measure is read against its baseline at the review date, beside the rest of the force and beside the ground around each place, so that a problem that has only moved is seen. Counts of reports may rise when trust does: a rise is not by itself a failure.',
  ],
];
