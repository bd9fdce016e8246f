import * as z from 'zod/mini'
import { moment, pageOf } from './wire'

/** A team document as a hub of any release holds it; `teamDocument` of the domain says what this release knows of it. */
export const wireDocument = z.looseObject({ kind: z.string(), id: z.string(), version: z.number() })

const documentId = z.string().check(z.minLength(1), z.maxLength(200))
export const documentParams = z.object({ id: documentId })

/** `base` is the version it was made from: 0 for a new one. The hub counts versions and stamps `updatedAt`. */
export const documentWrite = z.object({ base: z.number().check(z.int(), z.minimum(0)), document: z.unknown() })
export const documentRemoval = z.object({ base: z.string().check(z.regex(/^\d{1,9}$/)) })

/**
 * What became of a write. With `conflict` nothing was stored: `current` is what is stored (absent: deleted), `yours` what was
 * sent. A repeat of the write that is stored already answers `stored`.
 */
export const documentOutcome = z.object({
  status: z.enum(['stored', 'removed', 'conflict']),
  version: z.number(),
  current: z.optional(wireDocument),
  yours: z.optional(z.unknown()),
})
export type DocumentOutcome = z.infer<typeof documentOutcome>

/** A document absent from `document` is deleted. */
export const documentChange = z.object({ id: z.string(), version: z.number(), document: z.optional(wireDocument) })
export const documentPage = pageOf(documentChange)

/**
 * A person was erased: `target` is the SHA-256, in hex, of the record key or of the e-mail hash. Everything about it up to `at`
 * is to be deleted wherever a copy is kept.
 */
export const erasure = z.object({ target: z.string(), at: moment })
export const erasurePage = pageOf(erasure)
