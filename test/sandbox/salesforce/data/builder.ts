import { seedId } from '../ids.ts'
import { createSchema } from '../schema/index.ts'
import type { ObjectSpec } from '../schema/types.ts'
import type { Row, Seed, Value } from '../store.ts'
import { toDatetime, toDay } from '../time.ts'
import { emptyRow } from '../write/writer.ts'

const dayMs = 86_400_000

/** Lays out seeded rows relative to a moment. Keys make ids, so the same key is the same record in every run. */
export interface SeedBuilder {
  now: number
  /** A datetime that many days ago, at a time of the (UTC) day such as `14:30`. */
  at(daysAgo: number, time?: string): string
  /** A day that many days ago; negative for the future. */
  day(daysAgo: number): string
  /** Adds a row and gives its id. `createdDaysAgo` also stamps its last change. */
  add(object: string, key: string, createdDaysAgo: number, fields: Record<string, Value>, by?: string): string
  find(object: string, id: string): Row | undefined
  change(object: string, id: string, fields: Record<string, Value>): void
  seed(): Seed
}

const everything = createSchema(() => ({
  features: { pardot: true, marketo: true, personAccounts: true, enhancedEmail: true, contentDeliveries: true, leadFeedback: true },
  absentObjects: [],
  hiddenFields: [],
  readOnlyFields: [],
}))

/** Starts an empty seed; `author` is the user id that rows are created by unless another is named. */
export function createSeedBuilder(now: number, author: string): SeedBuilder {
  const midnight = Math.floor(now / dayMs) * dayMs
  const tables = new Map<string, Map<string, Row>>()
  const moment = (daysAgo: number, time: string): number => {
    const [hours = '0', minutes = '0', seconds = '0'] = time.split(':')
    const at = midnight - daysAgo * dayMs + Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000
    // What happened "today" must not lie ahead of now.
    return daysAgo >= 0 ? Math.min(at, now - 60_000) : at
  }
  const builder: SeedBuilder = {
    now,
    at: (daysAgo, time = '09:00') => toDatetime(moment(daysAgo, time)),
    day: (daysAgo) => toDay(midnight - daysAgo * dayMs),
    add(object, key, createdDaysAgo, fields, by = author) {
      const spec = expectSpec(object)
      const id = seedId(spec.keyPrefix, key)
      const table = tables.get(object) ?? new Map<string, Row>()
      if (table.has(id)) throw new Error(`two seeded ${object} rows share the key ${key}`)
      const created = builder.at(createdDaysAgo)
      table.set(id, {
        ...emptyRow(spec), CreatedDate: created, LastModifiedDate: created, SystemModstamp: created, CreatedById: by, LastModifiedById: by,
        ...known(spec, fields), Id: id,
      })
      tables.set(object, table)
      return id
    },
    find: (object, id) => tables.get(object)?.get(id),
    change(object, id, fields) {
      const row = tables.get(object)?.get(id)
      if (row === undefined) throw new Error(`no seeded ${object} ${id}`)
      tables.get(object)?.set(id, { ...row, ...known(expectSpec(object), fields) })
    },
    seed: () => Object.fromEntries([...tables].map(([object, rows]) => [object, [...rows.values()]])),
  }
  return builder
}

function expectSpec(object: string): ObjectSpec {
  const spec = everything.findObject(object)
  if (spec === undefined) throw new Error(`no object ${object}`)
  return spec
}

/** Catches a misspelt field in the seed itself. */
function known(spec: ObjectSpec, fields: Record<string, Value>): Record<string, Value> {
  for (const [name, value] of Object.entries(fields)) {
    const field = spec.fields.find((candidate) => candidate.name === name)
    if (field === undefined) throw new Error(`${spec.name} has no field ${name}`)
    if (typeof value === 'string' && field.length > 0 && value.length > field.length) throw new Error(`${spec.name}.${name} is too long: ${value}`)
  }
  return fields
}
