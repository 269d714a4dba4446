import { z } from 'zod';

/** What is shared, with whom, under which agreement, and where it goes. */
export const shareInput = z.object({
  layer: z.string().nullable().default(null),
  format: z.string().nullable().default(null),
  level: z.string(),
  recipient: z.string().trim().min(1, 'name who receives the layer'),
  agreement: z.string().nullable().default(null),
  /** Fewest records a number may stand for at partner level; null takes the standard rule. */
  threshold: z
    .union([z.literal(3), z.literal(5), z.literal(10)])
    .nullable()
    .default(null),
  out: z.string().min(1).nullable().default(null),
  pack: z.string().min(1).nullable().default(null),
});
