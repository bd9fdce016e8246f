import { sql } from 'kysely'
import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { playbook } from '@/lib/domain/playbook'
import { parseTolerant, playbookAnswer, playbookOutcome, playbookWrite, type wirePlaybook } from '@/lib/hub-client/contract'
import { firstRow, json, type Tx } from '../db/database'
import { route, type Route } from '../http/route'
import { sameValue } from './same-value'

const everybody = ['owner', 'marketer', 'rep'] as const
const playbookBytes = 1024 * 1024

interface PlaybookRow { version: string; number: number; body: z.infer<typeof wirePlaybook> }

export const playbookRoutes: readonly Route[] = [
  route({
    method: 'GET', path: '/playbook', summary: 'The current playbook, where there is one', roles: everybody, answer: playbookAnswer,
    tag: async ({ tx }) => String((await newest(tx))?.number ?? 0),
    handle: async ({ tx }) => ({ playbook: (await newest(tx))?.body }),
  }),
  route({
    method: 'GET', path: '/playbook/versions/:version', summary: 'An earlier version, for verdicts given under it', roles: everybody,
    params: z.object({ version: z.string().check(z.maxLength(200)) }), answer: playbookAnswer,
    handle: async ({ tx, params }) => ({ playbook: (await firstRow(tx, sql<PlaybookRow>`select body from playbook where version = ${params.version}`))?.body }),
  }),
  route({
    method: 'PUT', path: '/playbook', summary: 'A new version of the playbook, made from the current one', roles: ['owner', 'marketer'],
    body: playbookWrite, answer: playbookOutcome, maxBytes: playbookBytes,
    audit: () => ({ act: 'playbook-written' }),
    async handle({ tx, body, who, deps }): Promise<z.input<typeof playbookOutcome>> {
      const parsed = parseTolerant(playbook, body.playbook)
      if (!parsed.success) throw new AppError('invalid', { detail: parsed.detail })
      // Two that write at once take turns; the second then sees the first.
      await sql`update counter set value = value + 1 where name = 'asset'`.execute(tx)
      const current = await newest(tx)
      if (current && sameValue(current.body, body.playbook)) return { status: 'stored', current: current.body }
      if (current?.version !== body.base) return { status: 'conflict', current: current?.body, yours: body.playbook }
      const row = await firstRow(tx, sql<PlaybookRow>`insert into playbook (version, number, body, at, by_person)
        values (${parsed.data.version}, ${(current?.number ?? 0) + 1}, ${json(body.playbook)}, ${deps.now()}, ${who.personId})
        on conflict (version) do nothing returning version, number, body`)
      return row ? { status: 'stored', current: row.body } : { status: 'conflict', current: current?.body, yours: body.playbook }
    },
  }),
]

function newest(tx: Tx): Promise<PlaybookRow | undefined> {
  return firstRow(tx, sql<PlaybookRow>`select version, number, body from playbook order by number desc limit 1`)
}
