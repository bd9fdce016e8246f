import { asset } from '@/lib/domain/asset'
import { AppError } from '@/lib/domain/errors'
import type { HubPort, HubSession, Since } from '@/lib/domain/hub-port'
import { withLaterFields } from '@/lib/domain/later-fields'
import { ledgerEvent } from '@/lib/domain/ledger'
import { playbook } from '@/lib/domain/playbook'
import { teamDocument } from '@/lib/domain/team-document'
import { rawTouch } from '@/lib/domain/touch'
import { createAdministration } from './administration'
import { signInWithCompany } from './company-sign-in'
import {
  assetOutcomes, assetPage, contractVersion, documentOutcome, documentPage, done, erased, erasurePage, hubInfo, hubspotConnect, hubspotState, hubPerson, hubSettings, invites, joined, ledgerPage, linkAnswer, linkCounts,
  linkViewPage, me, memberExport, mostRefs, newInvite, outcomes, people, playbookAnswer, playbookOutcome, rotated, summary, toCloudEvent, touches,
} from './contract'
import { createHubHttp, type Ask } from './http'
import { known, knownAndLater, toAbout, toDelta, toMember, toOpenings, toOpenInvite, toOutcome, toPlaybookOutcome, toTerms } from './wire-mapping'

export interface HubClientDeps {
  fetch: typeof fetch
}

/** The team server over HTTP. */
export function createHubClient({ fetch }: HubClientDeps): HubPort {
  return {
    async about(address) {
      const about = await answered(createHubHttp({ url: address, fetch }))({ method: 'GET', path: '/hub', answer: hubInfo })
      if (about.contract > contractVersion) throw new AppError('version-retired', { detail: `contract ${about.contract}` })
      return toAbout(about)
    },
    async join(address, ask) {
      const { token, sessionId, person } = await answered(createHubHttp({ url: address, fetch }))({ method: 'POST', path: '/join', body: ask, answer: joined })
      return { token, sessionId, member: toMember(person) }
    },
    joinWithCompany: (address, ask) => signInWithCompany(fetch, address, ask),
    at: (address, token) => createSession({ address, token, fetch }),
  }
}

function createSession({ address, token, fetch }: HubClientDeps & { address: string; token: () => Promise<string | undefined> }): HubSession {
  const call = createHubHttp({ url: address, fetch, token })
  const ask = answered(call)
  const delta = (path: string, { cursor }: Since, limit?: number) => `${path}?after=${encodeURIComponent(cursor)}${limit === undefined ? '' : `&limit=${limit}`}`

  return {
    ...createAdministration(address, ask),

    me: async () => toMember((await ask({ method: 'GET', path: '/me', answer: me })).person),
    terms: async () => toTerms(await ask({ method: 'GET', path: '/settings', answer: hubSettings })),
    setTerms: async (terms) => toTerms(await ask({ method: 'PUT', path: '/settings', body: terms, answer: hubSettings })),
    rotate: async () => (await ask({ method: 'POST', path: '/session/rotate', answer: rotated })).token,
    end: async (sessionId) => void await ask({ method: 'DELETE', path: `/sessions/${sessionId}`, answer: done }),

    assets: async (since) => toDelta(await call({ method: 'GET', path: delta('/assets', since, 1000), answer: assetPage, tag: since.tag }), ({ id, asset: wire }) => {
      if (!wire) return { id }
      const read = knownAndLater(asset, wire)
      return read && { id, asset: read.value, later: read.later }
    }),
    putAssets: async (writes) => (await ask({ method: 'POST', path: '/assets', body: { items: writes.map(({ base, asset: put, later }) => ({ base, asset: withLaterFields(put, later) })) }, answer: assetOutcomes })).outcomes.map((outcome) => toOutcome(asset, outcome)),

    async playbook(tag) {
      const answer = await call({ method: 'GET', path: '/playbook', answer: playbookAnswer, tag })
      if (answer.unchanged) return answer
      const wire = answer.value.playbook
      const read = wire && knownAndLater(playbook, wire)
      return { unchanged: false, playbook: read?.value, later: read?.later, tag: answer.tag, leftOut: wire && !read ? 1 : 0 }
    },
    putPlaybook: async (base, book, later) => toPlaybookOutcome(book.version, await ask({ method: 'PUT', path: '/playbook', body: { base, playbook: withLaterFields(book, later) }, answer: playbookOutcome })),

    documents: async (since) => toDelta(await call({ method: 'GET', path: delta('/documents', since), answer: documentPage, tag: since.tag }), ({ id, document: wire }) => {
      if (!wire) return { id }
      const read = knownAndLater(teamDocument, wire)
      return read && { id, document: read.value, later: read.later }
    }),
    putDocument: async (base, document, later) => toOutcome(teamDocument, {
      id: document.id, ...(await ask({ method: 'PUT', path: `/documents/${encodeURIComponent(document.id)}`, body: { base, document: withLaterFields(document, later) }, answer: documentOutcome })),
    }),

    async removeDocument(base, id) {
      const { status } = await ask({ method: 'DELETE', path: `/documents/${encodeURIComponent(id)}?base=${base}`, answer: documentOutcome })
      if (status === 'conflict') throw new AppError('conflict', { detail: id })
    },

    async append(events) {
      const { outcomes: answers } = await ask({ method: 'POST', path: '/events', body: events.map(toCloudEvent), answer: outcomes })
      return answers.map(({ id, status, kind, detail }) => ({ id, status, ...(status === 'refused' ? { error: { kind: kind ?? 'invalid', detail } } : {}) }))
    },
    async summary({ by, looks, since, until }) {
      const query = new URLSearchParams({ by, looks, ...(since === undefined ? {} : { since: String(since) }), ...(until === undefined ? {} : { until: String(until) }) })
      const { groups, more, asOf, ...told } = await ask({ method: 'GET', path: `/summary?${query}`, answer: summary })
      if (told.since !== since || told.until !== until) throw new AppError('version-retired', { detail: 'summary' })
      return { groups: groups.map(({ key, good, not_yet, wrong, cant_tell }) => ({ key, good, not_yet, wrong, cant_tell })), more, asOf }
    },
    events: async (since) => toDelta(await call({ method: 'GET', path: delta('/events', since), answer: ledgerPage, tag: since.tag }), ({ data }) => known(ledgerEvent, data)),
    async link({ id, assetId, ref }, withinMs) {
      const quick = answered(createHubHttp({ url: address, fetch, token, timeoutMs: withinMs }))
      const { url, tracked } = await quick({ method: 'POST', path: '/links', body: { id, assetId, ref, sendId: id }, answer: linkAnswer })
      return { url, tracked }
    },
    views: async (since) => toDelta(await call({ method: 'GET', path: delta('/views', since), answer: linkViewPage, tag: since.tag }), ({ slug: _slug, ...view }) => view),

    async touches({ crm, org, kind, id }, emailHash, withinMs) {
      const quick = answered(createHubHttp({ url: address, fetch, token, timeoutMs: withinMs }))
      const path = `/records/${[crm, org, kind, id].map(encodeURIComponent).join('/')}/touches${emailHash === undefined ? '' : `?email=${emailHash}`}`
      return (await quick({ method: 'GET', path, answer: touches })).items.flatMap((wire) => known(rawTouch, wire) ?? [])
    },
    openings: async (assetId) => toOpenings(await ask({ method: 'GET', path: `/views/counts?asset=${encodeURIComponent(assetId)}`, answer: linkCounts }), assetId),

    erasures: async (since) => toDelta(await call({ method: 'GET', path: delta('/erasures', since), answer: erasurePage, tag: since.tag }), (erasure) => erasure),
    async erase({ refs, emailHash }) {
      for (let start = 0; start < refs.length; start += mostRefs) await ask({ method: 'POST', path: '/privacy/erase', body: { refs: refs.slice(start, start + mostRefs), emailHash }, answer: erased })
    },

    async hubspot() {
      const { state, portal, uiDomain, scopes = [], you, statusByVerdict } = await ask({ method: 'GET', path: '/hubspot', answer: hubspotState })
      return state === 'connected' && portal !== undefined ? { portal, uiDomain, scopes, you, ...(statusByVerdict && { statusByVerdict }) } : undefined
    },
    async hubspotLink() {
      const { state, portal, mode, oauth } = await ask({ method: 'GET', path: '/hubspot', answer: hubspotState })
      return { state, portal, mode, oauth }
    },
    connectHubspot: async () => (await ask({ method: 'POST', path: '/hubspot/connect', answer: hubspotConnect })).url,
    keepHubspotKey: async (key) => void await ask({ method: 'PUT', path: '/hubspot/key', body: { key }, answer: done }),
    forgetHubspot: async () => void await ask({ method: 'DELETE', path: '/hubspot', answer: done }),

    exportOwn: () => ask({ method: 'GET', path: '/me/export', answer: memberExport }),

    people: async () => (await ask({ method: 'GET', path: '/people', answer: people })).items.map(toMember),
    setRole: async (personId, role) => void await ask({ method: 'PUT', path: `/people/${personId}`, body: { role }, answer: hubPerson }),
    removePerson: async (personId) => void await ask({ method: 'DELETE', path: `/people/${personId}`, answer: done }),
    openInvites: async (now) => (await ask({ method: 'GET', path: '/invites', answer: invites })).items.flatMap((invite) => toOpenInvite(invite, now)),
    revokeInvite: async (id) => void await ask({ method: 'DELETE', path: `/invites/${id}`, answer: done }),
    invite: async (asked) => (await ask({ method: 'POST', path: '/invites', body: asked, answer: newInvite })).link,
  }
}

function answered(call: ReturnType<typeof createHubHttp>): Ask {
  return async (asked) => {
    const answer = await call(asked)
    if (answer.unchanged) throw new AppError('bad-reply', { detail: 'unasked 304' })
    return answer.value
  }
}

