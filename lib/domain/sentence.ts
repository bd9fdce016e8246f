import * as z from 'zod/mini'

const sentenceValue = z.union([
  z.string(),
  z.number(),
  /** A moment in epoch milliseconds; the screen writes it in the reader's language. */
  z.strictObject({ date: z.number() }),
  /** A span in days. */
  z.strictObject({ days: z.number() }),
  /** A span in hours; the screen writes minutes and days where they say it better. */
  z.strictObject({ hours: z.number() }),
  /** Any of these: the screen joins them with its word for “or”. */
  z.strictObject({ list: z.array(z.union([z.string(), z.strictObject({ say: z.string() })])) }),
  /** Another catalogue entry, for example the label of a stage. */
  z.strictObject({ say: z.string() }),
])

/** A visible text as the domain knows it: a catalogue key with its values in order ($1, $2 …) and, for plurals, a count. */
export const sentence = z.strictObject({
  id: z.string(),
  values: z.array(sentenceValue),
  count: z.optional(z.number()),
})
export type Sentence = z.infer<typeof sentence>
export type SentenceValue = z.infer<typeof sentenceValue>

export function say(id: string, ...values: SentenceValue[]): Sentence {
  return { id, values }
}

export function sayCount(id: string, count: number, ...values: SentenceValue[]): Sentence {
  return { id, values: [count, ...values], count }
}

/**
 * The catalogue's key of a vocabulary entry: `labelKey('touch', 'page-view')` is `touch.page_view`. Our ids are written
 * with `-`; Chromium takes only letters, digits and `_` in message names and refuses the whole extension otherwise.
 */
export function labelKey(family: string, id: string): string {
  return `${family}.${id.replaceAll('-', '_')}`
}

/** The visible name of a playbook entry: its own label, else the catalogue's. */
export function labelOf(family: string, entry: { id: string; label?: string | undefined }): SentenceValue {
  return entry.label ?? { say: labelKey(family, entry.id) }
}
