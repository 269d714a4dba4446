/** The question that each section of a profile must answer, asked beside the editor. By number of the section. */
const prompts: readonly string[] = [
  'Who asked for this profile, who may read it, how is it handled, and by when must it be looked at again?',
  'What was asked, of which area and period, and what counts as VAWG here? What is left out on purpose?',
  'If the reader has two minutes: which five to eight things must they know, and what should they decide?',
  'How far can these sources be trusted? Which groups, places and offences do they not see, and what would close the gap?',
  'Is it more, less or the same as before, and is that a change in harm, in reporting or in recording? How do you know?',
  'By which platforms and means are women and girls harmed online, who by, and when does it go on offline? Which of it can be prevented here?',
  'Who is harmed at home again and again, what do orders and breaches show, and which areas need a different service? Never name an address.',
  'Where, at which hours and why there? What is it about the place: the venue, the light, the route, the crowd? Could it be patrolled, or must it be designed out?',
  'What do women and girls say, where and why? Who was not asked? Where is there fear without a record, and a record without a voice?',
  'Which victims are most vulnerable, and how do you know that rather than that they are most visible?',
  'Which few people cause most harm, on what evidence, and what is being done about each? This list is for triage by people; it decides nothing.',
  'Where do cases fall away, is it the same in each space, and do victims say why?',
  'Why these places before others, by which measure, and would they still be here if the grid or the year were different?',
  'What explains each priority: victim, offender and place? Which other explanation fits as well, and what would tell them apart?',
  'What is done now, by whom, and is there any sign that it works? Where are the gaps?',
  'What should be done, by whom, by when, and which finding does it follow from?',
  'How will you know that it worked: which measure, from which baseline, compared with where, and has the problem moved?',
  'How was each number made, so that somebody else could make it again?',
];

/** The question of one section; '' for a number that is none. */
export function promptOf(section: number): string {
  return prompts[section] ?? '';
}
