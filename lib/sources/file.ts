import * as z from 'zod/mini'
import type { AssetSource } from '@/lib/domain/source-ports'
import { parseJson, rowsOf } from '@/lib/domain/import/rows'
import { parseCsv } from './parse/csv'
import { readConditionally } from './web/conditional'
import { megabyte, type Get } from './web/get'

const largest = 50 * megabyte

/** What a team's file carries beside its assets. */
const teamFile = z.object({ leadside: z.literal('team'), assets: z.array(z.unknown()), playbook: z.optional(z.unknown()), documents: z.optional(z.array(z.unknown())) })

/** CSV or JSON at an address; a team's file also brings playbook and documents. */
export function createFileSource(get: Get): AssetSource {
  return {
    kind: 'file',
    async read({ address, memory }) {
      const found = await readConditionally(get, memory, (ask) => ask(address, largest), largest)
      if (found.same) return { notModified: true, memory }
      const { text } = found.value
      const team = /^\s*\{/.test(text) ? teamFile.safeParse(parseJson(text, 'bad-reply')).data : undefined
      return {
        notModified: false, rows: team && team.assets.length === 0 ? [] : rowsOf(text, 'bad-reply', parseCsv), held: [], sight: 'all', waiting: 0, memory: found.validators,
        team: team && { playbook: team.playbook, documents: team.documents ?? [] },
      }
    },
  }
}
