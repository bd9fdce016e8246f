import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { teamDocument } from '@/lib/domain/team-document'
import {
  documentOutcome, documentPage, documentParams, documentRemoval, documentWrite, pageQuery, parseTolerant, type DocumentOutcome, type wireDocument,
} from '@/lib/hub-client/contract'
import { firstRow, json, rows, type Tx } from '../db/database'
import { lastNumber, takeNumbers } from '../db/number'
import { pageFrom, pageOf } from '../http/page'
import { route, type Route } from '../http/route'
import { sameValue } from './same-value'

const desk = ['owner', 'marketer'] as const
const everybody = [...desk, 'rep'] as const
const documentBytes = 512 * 1024
const pageSize = 500

type Body = z.infer<typeof wireDocument>
interface Row { id: string; seq: number; version: number; body: Body | null }

/** What marketing writes for everybody beside assets and playbook: findings, answers to requests. */
export const documentRoutes: readonly Route[] = [
  route({
    method: 'GET', path: '/documents', summary: 'Findings and answers that changed after a cursor, deletions included', roles: everybody, query: pageQuery, answer: documentPage,
    tag: async ({ tx, query }) => `${query.after ?? '0'}-${query.limit ?? ''}-${await lastNumber(tx, 'document')}`,
    async handle({ tx, query }) {
      const page = pageFrom(query, pageSize)
      const found = await rows(tx, sql<Row>`select id, seq, version, body from document where seq > ${page.after} order by seq limit ${page.limit + 1}`)
      return pageOf(found, page, ({ id, version, body }) => ({ id, version, document: body ?? undefined }))
    },
  }),
  route({
    method: 'PUT', path: '/documents/:id', summary: 'Put a finding or an answer, from the version it was made from', roles: desk, params: documentParams,
    body: documentWrite, answer: documentOutcome, maxBytes: documentBytes,
    audit: ({ params }) => ({ act: 'document-written', target: params.id }),
    async handle({ tx, params, body, who, deps }): Promise<DocumentOutcome> {
      const parsed = parseTolerant(teamDocument, body.document)
      if (!parsed.success) throw new AppError('invalid', { detail: `document.${parsed.detail}` })
      if (parsed.data.id !== params.id) throw new AppError('invalid', { detail: 'document.id' })
      const seq = await takeNumbers(tx, 'document', 1)
      const held = await heldOf(tx, params.id)
      if (held?.body && sameContent(held.body, body.document)) return { status: 'stored', version: held.version, current: held.body }
      if ((held?.version ?? 0) !== body.base) return conflict(held, body.document)
      const version = body.base + 1
      const stored = { ...(body.document as Body), version, updatedAt: deps.now() }
      await sql`insert into document (id, kind, version, body, seq, updated_at, updated_by)
        values (${params.id}, ${parsed.data.kind}, ${version}, ${json(stored)}, ${seq}, ${deps.now()}, ${who.personId})
        on conflict (id) do update set kind = excluded.kind, version = excluded.version, body = excluded.body, seq = excluded.seq,
          updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(tx)
      return { status: 'stored', version, current: stored }
    },
  }),
  route({
    method: 'DELETE', path: '/documents/:id', summary: 'Delete a finding or an answer, seen in the version given', roles: desk, params: documentParams,
    query: documentRemoval, answer: documentOutcome,
    audit: ({ params }) => ({ act: 'document-removed', target: params.id }),
    async handle({ tx, params, query, who, deps }): Promise<DocumentOutcome> {
      const seq = await takeNumbers(tx, 'document', 1)
      const held = await heldOf(tx, params.id)
      if (!held) throw new AppError('not-found')
      if (held.body === null) return { status: 'removed', version: held.version }
      if (held.version !== Number(query.base)) return conflict(held, undefined)
      await sql`update document set version = version + 1, body = null, seq = ${seq}, updated_at = ${deps.now()}, updated_by = ${who.personId} where id = ${params.id}`.execute(tx)
      return { status: 'removed', version: held.version + 1 }
    },
  }),
]

/** After the number was taken: writers take turns, so what is read is what is written over. */
function heldOf(tx: Tx, id: string): Promise<Row | undefined> {
  return firstRow(tx, sql<Row>`select id, seq, version, body from document where id = ${id}`)
}

function conflict(held: Row | undefined, yours: unknown): DocumentOutcome {
  return { status: 'conflict', version: held?.version ?? 0, current: held?.body ?? undefined, yours }
}

/** Whether a repeat of what is stored; the stamps of storing aside. */
function sameContent(stored: object, sent: unknown): boolean {
  return sameValue({ ...stored, version: 0, updatedAt: 0 }, { ...(sent as object), version: 0, updatedAt: 0 })
}
