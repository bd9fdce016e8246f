import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { archiveShapes, schemaName } from '@/lib/domain/archive'
import { cloudEvent } from '@/lib/domain/cloud-event'
import { ledgerEvent } from '@/lib/domain/ledger'

const folder = new URL('../../docs/schemas/', import.meta.url).pathname
const shapes: Record<string, z.ZodMiniType> = { ...archiveShapes, event: ledgerEvent, 'cloud-event': cloudEvent }

/** What `data` of a line of the export looks like, in JSON Schema 2020-12. */
function schemaOf(kind: string, shape: z.ZodMiniType): string {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>
  return `${JSON.stringify({ $schema, $id: schemaName(kind), title: kind, ...schema }, null, 2)}\n`
}

describe('published schemas', () => {
  // After a change of a shape: `vitest run test/rules/schemas.test.ts -u` writes them anew.
  it.each(Object.entries(shapes))('say what a %s is, as the code has it', async (kind, shape) => {
    await expect(schemaOf(kind, shape)).toMatchFileSnapshot(`${folder}${kind}.json`)
  })

  it('are all there and no others', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.json')).sort()).toEqual(Object.keys(shapes).map((kind) => `${kind}.json`).sort())
  })
})
