import { sql } from 'kysely'
import * as z from 'zod/mini'
import { recordKey, recordRef } from '@/lib/domain/record-ref'
import { clientId, eventBatch, outcomes, touches, touchData, touchQuery, parseTolerant, type CloudEvent } from '@/lib/hub-client/contract'
import { rows } from '../db/database'
import { showRecord } from '../db/scope'
import { route, signedRoute, type Route } from '../http/route'
import { appendTouches } from './append-touches'

const batchBytes = 4 * 1024 * 1024

/** Touches that other systems report: in by signature, out to whoever reads the record. */
export const touchRoutes: readonly Route[] = [
  signedRoute({
    method: 'POST', path: '/ingest/:sender', summary: 'Touches from a marketing system, as signed CloudEvents', params: z.object({ sender: clientId }),
    body: eventBatch, answer: outcomes, maxBytes: batchBytes,
    handle: async ({ tx, deps, params, body }) => ({ outcomes: await appendTouches(tx, body, params.sender, deps.now()) }),
  }),
  route({
    method: 'GET', path: '/records/:crm/:org/:kind/:id/touches', summary: 'Touches other systems reported for a record, also by e-mail hash',
    roles: ['owner', 'marketer', 'rep'], params: recordRef, query: touchQuery, answer: touches,
    audit: ({ params }) => ({ act: 'touches-read', target: recordKey(params) }),
    async handle({ tx, params, query, deps }) {
      const key = recordKey(params)
      await showRecord(tx, key, query.email)
      const found = await rows(tx, sql<{ body: CloudEvent }>`select body from touch where record_key = ${key} or email_hash = ${query.email ?? null} order by at desc limit 1000`)
      return { items: found.flatMap(({ body }) => touchIn(body)), asOf: deps.now() }
    },
  }),
]

function touchIn({ data }: CloudEvent): { id: string; at: number }[] {
  const parsed = parseTolerant(touchData, data)
  return parsed.success ? [{ ...parsed.data.touch, at: Math.round(parsed.data.touch.at) }] : []
}
