import * as z from 'zod/mini'
import { guessMapping, tableColumns } from '@/lib/domain/asset-columns'
import { AppError } from '@/lib/domain/errors'
import type { FixedFields, SourceKind } from '@/lib/domain/source'
import type { FreshReading } from '@/lib/domain/source-ports'
import type { SourcePreview } from '@/lib/domain/source-preview'
import { planOf } from './apply'
import type { SourceDeps } from './deps'
import { newSource } from './followed'

/** As long as a person may take to choose columns; after that the address is asked again. */
const heldMs = 15 * 60_000
const shownProblems = 200
const shownItems = 12

const heldReading = z.object({ notModified: z.literal(false), rows: z.array(z.record(z.string(), z.unknown())) })

export interface SourceChoice { kind: SourceKind; address: string; mapping?: Record<string, string> | undefined; fixed?: FixedFields | undefined }

/** What following would bring, before anything is written. The reading is kept for a while: choosing again asks nobody again. */
export async function previewSource(deps: SourceDeps, { kind, address, mapping, fixed }: SourceChoice): Promise<SourcePreview> {
  const reading = await readOnce(deps, { kind, address })
  const columns = tableColumns(reading.rows)
  const chosen = mapping ?? guessMapping(columns)
  const plan = await planOf(deps.app, { ...newSource(kind, address, deps.app.clock.now()), mapping: chosen, fixed: fixed ?? {} }, reading)
  return {
    title: reading.title, columns, mapping: chosen, items: reading.rows.length, waiting: reading.waiting,
    added: plan.added.length, changed: plan.changed.length, unchanged: plan.unchanged, sendable: plan.sendable,
    problems: plan.problems.slice(0, shownProblems), problemCount: plan.problems.length, sample: [...plan.added, ...plan.changed].slice(0, shownItems),
    playbook: reading.team?.playbook !== undefined, documents: reading.team?.documents.length ?? 0,
  }
}

/** The reading a preview was made of, or a new one. @throws AppError */
export async function readOnce({ app, readers }: SourceDeps, { kind, address }: Pick<SourceChoice, 'kind' | 'address'>): Promise<FreshReading> {
  const key = `source:${kind}:${address}`
  const held = await app.answers.get(key)
  if (heldReading.safeParse(held).success) return held as FreshReading
  const reading = await readers.read(kind, { address })
  if (reading.notModified) throw new AppError('bad-reply', { detail: '304' })
  await app.answers.set(key, reading, heldMs)
  return reading
}

export function forgetReading({ app }: SourceDeps, { kind, address }: Pick<SourceChoice, 'kind' | 'address'>): Promise<void> {
  return app.answers.remove(`source:${kind}:${address}`)
}
