import * as z from 'zod/mini'
import { guessMapping, tableColumns } from '@/lib/domain/asset-columns'
import { AppError } from '@/lib/domain/errors'
import { fieldChanges } from '@/lib/domain/field-changes'
import { reshaped } from '@/lib/domain/reshape-source'
import { crmKinds, sourceId, type FixedFields, type Source, type SourceKind } from '@/lib/domain/source'
import type { FreshReading } from '@/lib/domain/source-ports'
import type { SourcePreview } from '@/lib/domain/source-preview'
import { planOf } from './apply'
import type { SourceDeps } from './deps'
import { newSource } from './followed'

/** As long as a person may take to choose columns; after that the address is asked again. */
const heldMs = 15 * 60_000
const shownProblems = 200
const shownItems = 12
const shownChanges = 40

const heldReading = z.object({ notModified: z.literal(false), rows: z.array(z.record(z.string(), z.unknown())) })

export interface SourceChoice { kind: SourceKind; address: string; mapping?: Record<string, string> | undefined; fixed?: FixedFields | undefined }

/**
 * What following, or following on with other choices, would bring, before anything is written. The reading is kept for a while:
 * choosing again asks nobody again.
 */
export async function previewSource(deps: SourceDeps, choice: SourceChoice): Promise<SourcePreview> {
  const { app } = deps
  const reading = await readOnce(deps, choice)
  const columns = tableColumns(reading.rows)
  const source = await chosen(deps, choice, reading)
  const plan = await planOf(app, source, reading)
  const before = new Map((await app.assets.byIds(plan.changed.map(({ id }) => id))).map((asset) => [asset.id, asset]))
  const changes = plan.changed.flatMap((after) => {
    const known = before.get(after.id)
    return known ? fieldChanges(known, after) : []
  })
  return {
    title: reading.title, columns, mapping: Object.keys(source.mapping).length > 0 ? source.mapping : guessMapping(columns), items: reading.rows.length, waiting: reading.waiting,
    added: plan.added.length, changed: plan.changed.length, unchanged: plan.unchanged, gone: plan.gone.length, sendable: plan.sendable,
    problems: plan.problems.slice(0, shownProblems), problemCount: plan.problems.length, sample: [...plan.added, ...plan.changed].slice(0, shownItems), changes: changes.slice(0, shownChanges),
    playbook: reading.team?.playbook !== undefined, documents: reading.team?.documents.length ?? 0,
  }
}

/** The source as it would be followed: the one that is known, or a new one, with the choices made. Columns nobody chose stay to be guessed at every reading. */
export async function chosen({ app }: SourceDeps, { kind, address, mapping, fixed }: SourceChoice, reading: FreshReading): Promise<Source> {
  const known = await app.sources.byId(sourceId(kind, address))
  const shape = { mapping: mapping ?? known?.mapping ?? {}, fixed: fixed ?? known?.fixed ?? {} }
  return known ? reshaped(known, shape, guessMapping(tableColumns(reading.rows))) : { ...newSource(kind, address, app.clock.now()), ...shape }
}

/** The reading a preview was made of, or a new one, of everything; a CRM's reader is told what it could see, so that what is refused now is not taken for gone. @throws AppError */
export async function readOnce({ app, readers }: SourceDeps, { kind, address }: Pick<SourceChoice, 'kind' | 'address'>): Promise<FreshReading> {
  const key = `source:${kind}:${address}`
  const held = await app.answers.get(key)
  if (heldReading.safeParse(held).success) return held as FreshReading
  const known = crmKinds[kind] && await app.sources.byId(sourceId(kind, address))
  const reading = await readers.read(kind, { address, memory: known?.memory })
  if (reading.notModified) throw new AppError('bad-reply', { detail: '304' })
  await app.answers.set(key, reading, heldMs)
  return reading
}

export function forgetReading({ app }: SourceDeps, { kind, address }: Pick<SourceChoice, 'kind' | 'address'>): Promise<void> {
  return app.answers.remove(`source:${kind}:${address}`)
}
