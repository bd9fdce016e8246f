import { sql } from 'kysely'
import { recordKey } from '@/lib/domain/record-ref'
import { auditPage, auditQuery, erased, erasurePage, memberExport, pageQuery, personExport, subject } from '@/lib/hub-client/contract'
import { rows } from '../db/database'
import { lastNumber } from '../db/number'
import { lifted } from '../db/scope'
import { pageFrom, pageOf } from '../http/page'
import { route, type Route } from '../http/route'
import { erasePerson, exportPerson } from './erase'
import { exportMember, toEntry, type AuditRow } from './member'

const pageSize = 500

export const privacyRoutes: readonly Route[] = [
  route({
    method: 'POST', path: '/privacy/export', summary: 'Everything kept about one person', roles: ['owner', 'marketer'], body: subject, answer: personExport,
    audit: ({ body }) => ({ act: 'person-exported', target: body.refs.map(recordKey).join(' ') }),
    handle: async ({ tx, body, deps }) => ({ at: deps.now(), ...(await exportPerson(tx, body)) }),
  }),
  route({
    method: 'POST', path: '/privacy/erase', summary: 'Delete everything kept about one person', roles: ['owner', 'marketer'], body: subject, answer: erased,
    audit: ({ body }) => ({ act: 'person-erased', target: body.refs.map(recordKey).join(' ') }),
    handle: ({ tx, body, deps }) => lifted(tx, () => erasePerson(tx, body, deps.now())),
  }),
  route({
    method: 'GET', path: '/me/export', summary: 'Everything the hub keeps about you as its member', roles: ['owner', 'marketer', 'rep'], answer: memberExport,
    audit: () => ({ act: 'me-exported' }),
    handle: async ({ tx, who, deps }) => ({ at: deps.now(), ...(await lifted(tx, () => exportMember(tx, who.personId))) }),
  }),
  route({
    method: 'GET', path: '/erasures', summary: 'Who was erased after a cursor, as digests, so that every copy deletes them too', roles: ['owner', 'marketer', 'rep'],
    query: pageQuery, answer: erasurePage,
    tag: async ({ tx, query }) => `${query.after ?? '0'}-${query.limit ?? ''}-${await lastNumber(tx, 'erasure')}`,
    async handle({ tx, query }) {
      const page = pageFrom(query, pageSize)
      const found = await rows(tx, sql<{ seq: number; target: string; at: number }>`select seq, target, at from erased where seq > ${page.after} order by seq limit ${page.limit + 1}`)
      return pageOf(found, page, ({ target, at }) => ({ target, at }))
    },
  }),
  route({
    method: 'GET', path: '/audit', summary: 'Who read personal data and who changed the hub, in order or newest first', roles: ['owner'], query: auditQuery, answer: auditPage,
    async handle({ tx, query }) {
      const page = pageFrom(query, pageSize)
      const which = query.before === undefined ? sql`where seq > ${page.after} order by seq`
        : query.before === 'newest' ? sql`order by seq desc` : sql`where seq < ${Number(query.before)} order by seq desc`
      return pageOf(await rows(tx, sql<AuditRow>`select seq, at, person_id, act, target from audit ${which} limit ${page.limit + 1}`), page, toEntry)
    },
  }),
]
