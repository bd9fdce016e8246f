import { sql } from 'kysely'
import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { recordKey, recordRef } from '@/lib/domain/record-ref'
import {
  clientId, eventBatch, newSender, outcomes, senderRequest, senders, touches, touchData, touchQuery, parseTolerant, type CloudEvent,
} from '@/lib/hub-client/contract'
import { firstRow, rows } from '../db/database'
import { showRecord } from '../db/scope'
import { route, signedRoute, type Route } from '../http/route'
import { secretText } from '../secrets/digest'
import { appendTouches } from './append-touches'
import { sealedFor } from './signature'

const secretBytes = 32
/** How long the earlier secret still holds after a rotation. */
const overlapMs = 86_400_000
const batchBytes = 4 * 1024 * 1024

interface SenderRow { id: string; name: string; created_at: number; rotated_at: number | null }

export const senderRoutes: readonly Route[] = [
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
  route({
    method: 'GET', path: '/senders', summary: 'Systems that may report touches', roles: ['owner'], answer: senders,
    handle: async ({ tx }) => ({ items: (await rows(tx, sql<SenderRow>`select id, name, created_at, rotated_at from sender order by id`)).map(toSender) }),
  }),
  route({
    method: 'POST', path: '/senders', summary: 'Let a system report touches; the secret is shown this once', roles: ['owner'], body: senderRequest, answer: newSender,
    audit: ({ body }) => ({ act: 'sender-added', target: body.id }),
    async handle({ tx, deps, body }) {
      const secret = secretText(deps.random, secretBytes)
      const added = await firstRow(tx, sql<SenderRow>`insert into sender (id, name, secret, created_at) values (${body.id}, ${body.name}, ${deps.sealer.seal(secret, sealedFor)}, ${deps.now()})
        on conflict (id) do nothing returning id, name, created_at, rotated_at`)
      if (added) return { ...toSender(added), secret }
      const known = await firstRow(tx, sql<SenderRow>`select id, name, created_at, rotated_at from sender where id = ${body.id}`)
      if (!known) throw new AppError('bug')
      return toSender(known)
    },
  }),
  route({
    method: 'POST', path: '/senders/:id/rotate', summary: 'A new secret; the one before holds for another day', roles: ['owner'],
    params: z.object({ id: clientId }), answer: newSender,
    audit: ({ params }) => ({ act: 'sender-rotated', target: params.id }),
    async handle({ tx, deps, params }) {
      const secret = secretText(deps.random, secretBytes)
      // Asked again because the answer was lost: the secret the system has goes on holding, and the one nobody has does not take its place.
      const row = await firstRow(tx, sql<SenderRow>`update sender set earlier_secret = case when used_at is null and earlier_until > ${deps.now()} then earlier_secret else secret end,
        earlier_until = ${deps.now() + overlapMs}, secret = ${deps.sealer.seal(secret, sealedFor)}, used_at = null, rotated_at = ${deps.now()} where id = ${params.id} returning id, name, created_at, rotated_at`)
      if (!row) throw new AppError('not-found')
      return { ...toSender(row), secret }
    },
  }),
]

function toSender({ id, name, created_at, rotated_at }: SenderRow): z.input<typeof newSender> {
  return { id, name, createdAt: created_at, rotatedAt: rotated_at ?? undefined }
}

function touchIn({ data }: CloudEvent): { id: string; at: number }[] {
  const parsed = parseTolerant(touchData, data)
  return parsed.success ? [{ ...parsed.data.touch, at: Math.round(parsed.data.touch.at) }] : []
}
