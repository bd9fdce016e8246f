import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asPerson } from '@/hub/db/scope'
import { operationId } from '@/hub/http/openapi'
import { sign } from '@/hub/ingest/signature'
import { routes } from '@/hub/routes'
import type { Role } from '@/lib/hub-client/contract'
import { assetOf, envelopes, findingOf, playbookOf, recordPath, refOf, touchEvent, verdict } from './hub/examples'
import { createHub, engines, type Hub, type Member } from './hub/harness'
import { hubspotApp, portal } from './hub/hubspot'
import { hubspotAsks } from './hub/hubspot-asks'
import { createSandbox } from '../sandbox/sandbox.ts'
import { staticTokens } from '../sandbox/hubspot/index.ts'

const roles: readonly Role[] = ['owner', 'marketer', 'rep']
const everybody = roles
const desk = ['owner', 'marketer'] as const
const owners = ['owner'] as const

/** What each route is asked with, and who may. Written apart from the routes: a slip there shows here. */
const asks: Record<string, { may: readonly Role[] | 'anybody' | 'signed'; path: string; body?: (hub: Hub, me: Member) => unknown }> = {
  'get-hub': { may: 'anybody', path: '/hub' },
  'post-join': { may: 'anybody', path: '/join' },
  'post-sign-in-start': { may: 'anybody', path: '/sign-in/start' },
  'post-sign-in-finish': { may: 'anybody', path: '/sign-in/finish' },
  'get-me': { may: everybody, path: '/me' },
  'post-session-rotate': { may: everybody, path: '/session/rotate' },
  'delete-sessions-by-id': { may: everybody, path: '/sessions/:session' },
  'get-settings': { may: everybody, path: '/settings' },
  'put-settings': { may: owners, path: '/settings', body: () => ({ name: 'Team', links: 'aggregate' }) },
  'get-people': { may: desk, path: '/people' },
  'put-people-by-id': { may: owners, path: '/people/:spare', body: () => ({ role: 'rep' }) },
  'delete-people-by-id': { may: owners, path: '/people/:spare' },
  'get-people-by-id-sessions': { may: everybody, path: '/people/:me/sessions' },
  'get-invites': { may: owners, path: '/invites' },
  'post-invites': { may: owners, path: '/invites', body: (hub) => ({ id: hub.id(), role: 'rep', uses: 1, expiresAt: hub.now() + 1000 }) },
  'delete-invites-by-id': { may: owners, path: '/invites/:id' },
  'get-assets': { may: everybody, path: '/assets' },
  'post-assets': { may: desk, path: '/assets', body: (hub) => ({ items: [{ base: 0, asset: assetOf(hub.id()) }] }) },
  'get-assets-search': { may: everybody, path: '/assets/search?q=guide' },
  'get-playbook': { may: everybody, path: '/playbook' },
  'get-playbook-versions-by-version': { may: everybody, path: '/playbook/versions/1' },
  'put-playbook': { may: desk, path: '/playbook', body: () => ({ playbook: playbookOf('1') }) },
  'post-events': { may: everybody, path: '/events', body: (hub) => envelopes(verdict(hub, 1)) },
  'get-events': { may: everybody, path: '/events' },
  'get-records-by-crm-by-org-by-kind-by-id-standing': { may: everybody, path: `${recordPath(1).slice(3)}/standing` },
  'get-summary': { may: desk, path: '/summary?by=campaign' },
  'post-links': { may: everybody, path: '/links', body: (hub) => ({ id: hub.id(), assetId: 'sendable', ref: refOf(1) }) },
  'get-views': { may: everybody, path: '/views' },
  'get-views-counts': { may: desk, path: '/views/counts' },
  'post-ingest-by-sender': { may: 'signed', path: '/ingest/:sender', body: (hub) => [touchEvent('t1', hub.now(), { ref: refOf(1) })] },
  'get-records-by-crm-by-org-by-kind-by-id-touches': { may: everybody, path: `${recordPath(1).slice(3)}/touches` },
  'get-senders': { may: owners, path: '/senders' },
  'post-senders': { may: owners, path: '/senders', body: (hub) => ({ id: hub.id(), name: 'Website' }) },
  'post-senders-by-id-rotate': { may: owners, path: '/senders/:sender/rotate' },
  'delete-senders-by-id': { may: owners, path: '/senders/:id' },
  'post-privacy-export': { may: desk, path: '/privacy/export', body: () => ({ refs: [refOf(404)] }) },
  'post-privacy-erase': { may: desk, path: '/privacy/erase', body: () => ({ refs: [refOf(404)] }) },
  'get-documents': { may: everybody, path: '/documents' },
  'put-documents-by-id': { may: desk, path: '/documents/f1', body: () => ({ base: 0, document: findingOf('f1') }) },
  'delete-documents-by-id': { may: desk, path: '/documents/f1?base=1' },
  'get-feeds': { may: desk, path: '/feeds' },
  'post-feeds': { may: desk, path: '/feeds', body: (hub) => ({ id: hub.id(), name: 'Newsletter' }) },
  'delete-feeds-by-id': { may: desk, path: '/feeds/:id' },
  'get-me-export': { may: everybody, path: '/me/export' },
  'get-erasures': { may: everybody, path: '/erasures' },
  'get-audit': { may: owners, path: '/audit' },
  ...hubspotAsks,
}
/** What one asks about oneself, what one did, and what names nobody. */
const neitherPersonalNorAdministration = [
  'get-me', 'post-session-rotate', 'get-settings', 'get-assets', 'get-assets-search', 'get-playbook', 'get-playbook-versions-by-version', 'post-events', 'get-summary', 'post-links', 'get-views-counts',
  'get-senders', 'get-documents', 'get-feeds', 'get-erasures', 'get-audit', 'get-hubspot', 'get-hubspot-account-info-by-version-details',
  // Ids that lead to each other.
  'post-hubspot-crm-associations-by-version-leads-contacts-batch-read', 'get-hubspot-crm-objects-by-version-contacts-by-id-associations-by-activity',
  'post-hubspot-crm-objects-by-version-deals-batch-read', 'post-hubspot-crm-associations-by-version-contacts-by-other-batch-read',
  // The portal's own facts.
  'get-hubspot-crm-pipelines-by-version-deals', 'post-hubspot-crm-lists-by-version-search', 'get-hubspot-cms-blogs-by-version-posts', 'get-hubspot-cms-blogs-by-version-tags',
  'get-hubspot-cms-pages-by-version-by-pages', 'get-hubspot-files-by-version-files-search', 'get-hubspot-crm-owners-by-version', 'get-hubspot-marketing-v3-forms',
  'get-hubspot-crm-properties-by-version-contacts', 'post-hubspot-crm-properties-by-version-contacts-batch-read', 'get-hubspot-crm-properties-by-version-contacts-by-name',
  'get-hubspot-crm-properties-by-version-contacts-groups-by-name',
]
const personal = Object.entries(asks).filter(([, { may }]) => typeof may === 'object')

describe.each(engines)('rights of the hub on %s', (engine) => {
  let hub: Hub
  let owner: Member
  const members = {} as Record<Role, Member>
  const sender = { id: '', secret: '' }
  const sandbox = createSandbox()
  beforeAll(async () => {
    hub = await createHub(engine, { hubspot: hubspotApp }, sandbox.fetch)
    owner = members.owner = await hub.owner()
    members.marketer = await hub.member(owner, 'marketer')
    members.rep = await hub.member(owner, 'rep')
    Object.assign(sender, (await hub.call('POST', '/v1/senders', { as: owner, body: { id: hub.id(), name: 'Website' } })).body)
    await hub.call('POST', '/v1/assets', { as: owner, body: { items: [{ base: 0, asset: assetOf('sendable') }] } })
  }, 120_000)
  afterAll(() => hub.close())

  const ask = async (id: string, as?: Member, headers: Record<string, string> = {}) => {
    const { path, body } = asks[id] ?? { path: '/' }
    const method = id.split('-')[0]?.toUpperCase() ?? ''
    const needs = (name: string) => path.includes(name)
    const spare = needs(':spare') || needs(':session') ? await hub.member(owner, as?.role ?? 'rep') : owner
    const caller = needs(':session') && as ? spare : as
    if (id in hubspotAsks) await readyHubspot(!id.startsWith('post-hubspot') || !id.endsWith('groups'))
    const real = path.replace(':spare', spare.personId).replace(':session', spare.sessionId).replace(':me', as?.personId ?? hub.id()).replace(':sender', sender.id).replace(':id', hub.id())
      .replace(':list', sandbox.hubspot.portal(Number(portal)).marketing.segments[0]?.id ?? '').replace(':task', needs(':task') ? await leadsideTask() : '')
    return hub.call(method, `/v1${real}`, { as: caller, body: body?.(hub, as ?? owner), headers: { 'leadside-portal': portal, ...headers } })
  }

  /** Connected, and with the Leadside properties there or not, whatever was asked before. */
  const readyHubspot = async (leadsideProperties: boolean) => {
    hub.pass(11_000)
    sandbox.hubspot.reset()
    sandbox.hubspot.configure({ leadsideProperties })
    await hub.call('PUT', '/v1/hubspot/key', { as: owner, body: { key: staticTokens.privateApp } })
  }

  /** A task as a return makes it; only such may be changed. */
  const leadsideTask = async () => {
    const properties = { hs_timestamp: '2026-09-16T10:00:00.000Z', hs_task_body: 'leadside:return-task:01a0a9a8-b100-709d-9be9-007184227bf2', hs_task_subject: 'Come back' }
    const associations = [{ to: { id: '70301' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 204 }] }]
    const { body } = await hub.call('POST', '/v1/hubspot/crm/objects/2026-09/tasks', { as: owner, body: { properties, associations }, headers: { 'leadside-portal': portal } })
    return (body as { id: string }).id
  }

  it('knows every route', () => {
    expect(Object.keys(asks).sort()).toEqual(routes.map(operationId).sort())
  })

  it('has no door beside them but those that are meant to be open', () => {
    const doors = hub.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
    const known = routes.map(({ method, path }) => `${method} /v1${path}`)
    expect(known.filter((door) => !doors.includes(door))).toEqual([])
    expect([...new Set(doors.filter((door) => !known.includes(door)))].sort()).toEqual([
      'GET /feed/:token', 'GET /healthz', 'GET /hubspot/callback', 'GET /join', 'GET /join.js', 'GET /l/:slug', 'GET /openapi.json', 'GET /readyz',
    ])
  })

  describe.each(personal)('%s', (id, { may }) => {
    it.each(roles)(`answers a %s by the rights of the role`, async (role) => {
      const { status } = await ask(id, members[role])
      expect(status).toBe((may as readonly Role[]).includes(role) ? 200 : 403)
    })

    it('answers nobody without a session', async () => {
      expect((await ask(id)).status).toBe(401)
    })
  })

  it('answers anybody who asks what the hub is', async () => {
    expect((await ask('get-hub')).body).toMatchObject({ contract: 1 })
  })

  it('takes touches by signature and by no session', async () => {
    expect((await ask('post-ingest-by-sender', owner)).status).toBe(403)
    const [text, timestamp] = [JSON.stringify([touchEvent('t1', hub.now(), { ref: refOf(1) })]), String(hub.now() / 1000)]
    const headers = { 'leadside-timestamp': timestamp, 'leadside-signature': sign(sender.secret, timestamp, text) }
    expect((await hub.call('POST', `/v1/ingest/${sender.id}`, { body: text, headers })).body).toEqual({ outcomes: [{ id: 't1', status: 'accepted' }] })
  })

  it('saw every route answer as it documents', async () => {
    const description = (await hub.call('GET', '/openapi.json')).body as { openapi: string; paths: Record<string, Record<string, { 'operationId': string; 'x-roles': unknown }>> }
    expect(description.openapi).toBe('3.1.0')
    const documented = Object.values(description.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
    expect(documented.sort()).toEqual(Object.keys(asks).sort())
    // Those need a company's provider: hub.sign-in.test.ts sees them.
    const elsewhere = ['post-sign-in-start', 'post-sign-in-finish']
    const roles = Object.values(description.paths).flatMap((methods) => Object.values(methods).map((operation) => [operation.operationId, operation['x-roles']]))
    expect(Object.fromEntries(roles)).toEqual(Object.fromEntries(Object.entries(asks).map(([id, { may }]) => [id, may])))
    expect(documented.filter((id) => !hub.seen.has(`${id} 200`)).sort()).toEqual(elsewhere.sort())
  })

  it('shuts the tables themselves to a rep, whatever a query forgot', async () => {
    const { rep } = members
    const who = { personId: rep.personId, role: rep.role, sessionId: rep.sessionId }
    await hub.call('POST', '/v1/events', { as: owner, body: envelopes(verdict(hub, 2)) })
    const seen = async (table: string) => asPerson(hub.deps.db, who, async (tx) => (await sql<{ mine: boolean }>`select * from ${sql.table(table)}`.execute(tx)).rows.length)
    for (const table of ['standing', 'rollup', 'invite', 'audit', 'sender', 'link_count', 'asset_version', 'feed']) expect([table, await seen(table)]).toEqual([table, 0])
    for (const table of ['secret', 'rate', 'invite_use', 'sign_in', 'hubspot', 'hubspot_state', 'hubspot_use', 'hubspot_cache']) await expect(seen(table)).rejects.toMatchObject({ code: '42501' })
    const events = await asPerson(hub.deps.db, who, async (tx) => (await sql<{ person_id: string }>`select person_id from event`.execute(tx)).rows)
    expect(new Set(events.map(({ person_id }) => person_id))).toEqual(new Set([rep.personId]))
    const forged = asPerson(hub.deps.db, who, (tx) => sql`insert into event (source, id, seq, type, at, received_at, person_id, record_key, body)
      values ('s', 'forged', 0, 'opened', 1, 1, ${owner.personId}, 'r', '{}')`.execute(tx))
    await expect(forged).rejects.toMatchObject({ code: '42501' })
  })

  it('acts for people under a role that is no superuser', async () => {
    const { rep } = members
    const row = await asPerson(hub.deps.db, { personId: rep.personId, role: 'rep', sessionId: rep.sessionId }, async (tx) =>
      (await sql<{ name: string; super: boolean }>`select current_user::text as name, (select rolsuper from pg_roles where rolname = current_user) as super`.execute(tx)).rows[0])
    expect(row).toEqual({ name: 'leadside_person', super: false })
  })

  it.each(engine === 'postgres' ? [engine] : [])('needs no superuser for itself on %s', async () => {
    const { rows } = await sql<{ super: boolean }>`select rolsuper as super from pg_roles where rolname = session_user`.execute(hub.deps.db)
    expect(rows).toEqual([{ super: false }])
  })

  it('answers every read with a tag, and with 304 while it would say the same', async () => {
    const reads = personal.map(([id]) => id).filter((id) => id.startsWith('get-') && !(id in hubspotAsks))
    const answers = []
    for (const id of reads) {
      const tag = (await ask(id, owner)).headers.get('etag') ?? ''
      const again = await ask(id, owner, { 'if-none-match': tag })
      answers.push([id, tag !== '' && again.status])
      expect(again.status === 304 && again.body).toBe(again.status === 304 && '')
    }
    // What one's own export says of one's acts grows with it.
    expect(answers).toEqual(reads.map((id) => [id, id === 'get-me-export' ? 200 : 304]))
    const tag = (await ask('get-hub')).headers.get('etag') ?? ''
    expect((await ask('get-hub', undefined, { 'if-none-match': tag })).status).toBe(304)
  })

  it('notes every act of administration and every read of personal data', async () => {
    const noted = async () => (await sql<{ act: string }>`select act from audit order by seq`.execute(hub.deps.db)).rows.map(({ act }) => act)
    const silent = []
    for (const [id] of personal) {
      const before = (await noted()).length
      expect([id, (await ask(id, owner)).status]).toEqual([id, 200])
      // Asking may take a member more, whose coming is noted by itself, and HubSpot connected.
      const acts = (await noted()).slice(before).filter((act) => id === 'post-invites' || id.endsWith('hubspot-key') || !/^(?:invited|joined|hubspot-connected)-|^hubspot POST .*\/tasks$/.test(act) || id.endsWith('-tasks'))
      if (acts.length === 0) silent.push(id)
    }
    expect(silent).toEqual(neitherPersonalNorAdministration)
  })

  it('notes who joined, and as what', async () => {
    const { personId } = await hub.member(owner, 'marketer')
    const { rows } = await sql`select act from audit where person_id = ${personId}`.execute(hub.deps.db)
    expect(rows).toEqual([{ act: 'joined-marketer' }])
  })

  it('refuses bodies that are too large, and says so as a problem', async () => {
    const { status, headers } = await hub.call('POST', '/v1/join', { body: `"${'x'.repeat(70_000)}"` })
    expect(status).toBe(400)
    expect(headers.get('content-type')).toContain('application/problem+json')
  })

  it('answers any origin without credentials', async () => {
    const { headers } = await hub.call('GET', '/v1/hub', { headers: { origin: 'chrome-extension://abc' } })
    expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')]).toEqual(['*', null])
    // A browser without a permission for the hub asks before, and hands on only what it is told it may.
    const asked = await hub.app.request('https://hub.example/v1/assets', { method: 'OPTIONS', headers: { origin: 'chrome-extension://abc', 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' } })
    const listed = (name: string) => (asked.headers.get(name) ?? '').toLowerCase().split(',')
    expect(listed('access-control-allow-methods')).toEqual(expect.arrayContaining(['get', 'post', 'put', 'patch', 'delete']))
    expect(listed('access-control-allow-headers')).toEqual(expect.arrayContaining(['authorization', 'content-type', 'if-none-match', 'leadside-portal']))
    expect(headers.get('access-control-expose-headers')?.split(',')).toContain('etag')
  })
})
