import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { ledgerEvent } from '@/lib/domain/ledger'
import { recordKey, recordRef } from '@/lib/domain/record-ref'
import {
  eventBatch, ledgerPage, outcomes, pageQuery, parseTolerant, standingAnswer, summary, summaryQuery, type CloudEvent, type standing,
} from '@/lib/hub-client/contract'
import { rows } from '../db/database'
import { lastNumber } from '../db/number'
import { showRecord } from '../db/scope'
import { pageFrom, pageOf } from '../http/page'
import { route, type Route } from '../http/route'
import { appendEvents } from './append'
import { readBrought } from './brought'
import { summarise } from './summarise'

const batchBytes = 4 * 1024 * 1024
const pageSize = 500

export const ledgerRoutes: readonly Route[] = [
  route({
    method: 'POST', path: '/events', summary: 'Append 1 to 500 ledger events as CloudEvents; accepted means committed', roles: ['owner', 'marketer', 'rep'],
    body: eventBatch, answer: outcomes, maxBytes: batchBytes,
    handle: async ({ tx, body, who, deps }) => ({ outcomes: await appendEvents(tx, body, who.personId, deps.now()) }),
  }),
  route({
    method: 'GET', path: '/events', summary: 'Ledger events after a cursor: one\'s own, for marketers and owners everybody\'s', roles: ['owner', 'marketer', 'rep'],
    query: pageQuery, answer: ledgerPage,
    tag: async ({ tx, query, who }) => `${who.personId}-${query.after ?? '0'}-${query.limit ?? ''}-${await lastNumber(tx, 'ledger')}`,
    async handle({ tx, query }) {
      const page = pageFrom(query, pageSize)
      const { items, ...rest } = pageOf(await readBrought(tx, page.after, page.limit + 1), page, ({ body }) => body)
      return { ...rest, items: items.filter((body) => body !== null) }
    },
    audit: () => ({ act: 'events-read' }),
  }),
  route({
    method: 'GET', path: '/records/:crm/:org/:kind/:id/standing', summary: 'The verdict that stands for a record', roles: ['owner', 'marketer', 'rep'],
    params: recordRef, answer: standingAnswer,
    audit: ({ params }) => ({ act: 'standing-read', target: recordKey(params) }),
    async handle({ tx, params }) {
      const key = recordKey(params)
      await showRecord(tx, key)
      const found = await rows(tx, sql<{ second_look: boolean; body: CloudEvent }>`select second_look, body from standing where record_key = ${key}`)
      const [first, second] = [false, true].map((look) => found.find((row) => row.second_look === look)).map((row) => row && toStanding(row.body))
      return { standing: first, secondLook: second }
    },
  }),
  route({
    method: 'GET', path: '/summary', summary: 'Counts of standing verdicts by day range and one grouping; leads, never reps', roles: ['owner', 'marketer'],
    query: summaryQuery, answer: summary,
    handle: async ({ tx, query, deps }) => ({ ...(await summarise(tx, query)), asOf: deps.now() }),
  }),
]

function toStanding({ data }: CloudEvent): z.infer<typeof standing> {
  const parsed = parseTolerant(ledgerEvent, data)
  if (!parsed.success || parsed.data.type !== 'verdict') throw new AppError('bug', { detail: 'standing' })
  const { id, at, verdict, reason, until, rep, secondLook } = parsed.data
  return { eventId: id, at, verdict, reason, until, by: rep.name, secondLook: secondLook === true }
}
