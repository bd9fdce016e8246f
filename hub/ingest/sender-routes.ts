import { sql } from 'kysely'
import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { clientId, done, newSender, senderRequest, senders } from '@/lib/hub-client/contract'
import { changes, firstRow, rows } from '../db/database'
import { route, type Route } from '../http/route'
import { secretText } from '../secrets/digest'
import { sealedFor } from './signature'

const secretBytes = 32
/** How long the earlier secret still holds after a rotation. */
const overlapMs = 86_400_000

interface SenderRow { id: string; name: string; created_at: number; rotated_at: number | null; used_at: number | null }
const shown = sql.raw('id, name, created_at, rotated_at, used_at')

/** Which systems may report touches, for owners. */
export const senderRoutes: readonly Route[] = [
  route({
    method: 'GET', path: '/senders', summary: 'Systems that may report touches', roles: ['owner'], answer: senders,
    handle: async ({ tx }) => ({ items: (await rows(tx, sql<SenderRow>`select ${shown} from sender where ended_at is null order by id`)).map(toSender) }),
  }),
  route({
    method: 'POST', path: '/senders', summary: 'Let a system report touches; the secret is shown this once', roles: ['owner'], body: senderRequest, answer: newSender,
    audit: ({ body }) => ({ act: 'sender-added', target: body.id }),
    async handle({ tx, deps, body }) {
      const secret = secretText(deps.random, secretBytes)
      const added = await firstRow(tx, sql<SenderRow>`insert into sender (id, name, secret, created_at) values (${body.id}, ${body.name}, ${deps.sealer.seal(secret, sealedFor)}, ${deps.now()})
        on conflict (id) do nothing returning ${shown}`)
      if (added) return { ...toSender(added), secret }
      const known = await firstRow(tx, sql<SenderRow>`select ${shown} from sender where id = ${body.id}`)
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
        earlier_until = ${deps.now() + overlapMs}, secret = ${deps.sealer.seal(secret, sealedFor)}, used_at = null, rotated_at = ${deps.now()} where id = ${params.id} and ended_at is null returning ${shown}`)
      if (!row) throw new AppError('not-found')
      return { ...toSender(row), secret }
    },
  }),
  route({
    method: 'DELETE', path: '/senders/:id', summary: 'End a sender; what it reported stays', roles: ['owner'], params: z.object({ id: clientId }), answer: done,
    audit: ({ params }) => ({ act: 'sender-ended', target: params.id }),
    // Its secrets go too: a copy of the hub one release older does not know that senders end.
    handle: async ({ tx, deps, params }) => ({
      done: (await changes(tx, sql`update sender set ended_at = ${deps.now()}, secret = '', earlier_secret = null where id = ${params.id} and ended_at is null`)) > 0,
    }),
  }),
]

function toSender({ id, name, created_at, rotated_at, used_at }: SenderRow): z.input<typeof newSender> {
  return { id, name, createdAt: created_at, rotatedAt: rotated_at ?? undefined, usedAt: used_at ?? undefined }
}
