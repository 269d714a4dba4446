import { z } from 'zod';

/** The spaces an analyst can ask for. A record may be online and private or public: it then counts in both. */
export const spaceChoices = ['all', 'online', 'private', 'public', 'unclassified'] as const;
export const threatChoices = [
  'all',
  'domestic-abuse',
  'rape-serious-sexual',
  'child-sexual',
  'tech-enabled',
  'honour-based',
] as const;
/**
 * Which evidence is counted. `vawg`: police incidents that meet the VAWG list. `all-incidents`: every police
 * incident, all-victim context. `partner` and `perceptions` are other kinds of evidence and are never summed
 * with incidents.
 */
export const evidenceChoices = ['vawg', 'all-incidents', 'partner', 'perceptions'] as const;
export const victimChoices = ['all', 'female'] as const;
export const dateBasisChoices = ['recorded', 'committed'] as const;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD');

const longitudeLatitude = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** Part of the map: an area by its code, or a ring that was drawn, as longitude and latitude (not closed). */
const withinSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('area'), code: z.string().min(1) }),
  z.object({ kind: z.literal('ring'), ring: z.array(longitudeLatitude).min(3).max(5_000) }),
]);

/** The one filter that travels into every run and figure. `from` and `to` are whole days, both included. */
export const filterSchema = z.object({
  evidence: z.enum(evidenceChoices).default('vawg'),
  space: z.enum(spaceChoices).default('all'),
  threat: z.enum(threatChoices).default('all'),
  victims: z.enum(victimChoices).default('all'),
  dateBasis: z.enum(dateBasisChoices).default('committed'),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  within: withinSchema.nullable().default(null),
});

export type ProfileFilter = z.output<typeof filterSchema>;

/** The filter with nothing chosen: all VAWG incidents, by committed date. */
export const wholeFilter: ProfileFilter = filterSchema.parse({});
