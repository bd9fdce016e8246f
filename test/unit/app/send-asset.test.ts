import { describe, expect, it } from 'vitest'
import type { SendChannel } from '@/lib/domain/ledger'
import type { Asset } from '@/lib/domain/asset'
import { createTestApp, lead, portal, type TestApp } from '../../fakes/app'
import { makeAsset } from '../domain/make'

const contact = { crm: 'hubspot', org: portal, kind: 'contact', id: '501' } as const

async function ready(given: Parameters<TestApp['opened']>[1] = {}, asset: Partial<Asset> = {}, ref: Parameters<TestApp['opened']>[0] = lead(1)) {
  const app = await createTestApp()
  await app.deps.assets.put([makeAsset(asset)])
  await app.opened(ref, given)
  const open = (channel: SendChannel, more: { eventId?: string; body?: string } = {}) =>
    app.sends.open({ ref, eventId: more.eventId ?? app.newId(), assetId: 'guide', channel, subject: 'The guide', body: more.body ?? 'Hi Marta' })
  const events = async () => (await app.deps.ledger.all(['send', 'send-outcome'])).map(({ type }) => type)
  return { ...app, ref, open, events }
}

describe('preparing a send', () => {
  it('merges the templates and names what is missing', async () => {
    const { sends } = await ready({ person: { company: undefined } })
    const prepared = await sends.prepare({ ref: lead(1), assetId: 'guide' })
    expect(prepared).toMatchObject({ to: 'marta@brightwater.example', subject: 'The guide', missing: ['company'], channel: 'mailto' })
    expect(prepared.body).toContain('Hi Marta')
    expect(prepared.body).toContain('utm_source=leadside')
    expect(prepared.body).toContain('Dana Reyes')
  })

  it('S39 fills a subject with nothing that would start another header line', async () => {
    const { sends, deps } = await ready({ person: { company: 'Acme\r\nBcc: all@acme.example' } })
    await deps.settings.save({ subjectTemplate: 'For {company}\n', bodyTemplate: 'Hi' })
    expect(await sends.prepare({ ref: lead(1), assetId: 'guide' })).toMatchObject({ subject: 'For {company}', missing: ['company'] })
  })

  it('takes the chosen channel where it works, the next best where not', async () => {
    const { sends, deps } = await ready()
    await deps.settings.save({ sendChannel: 'gmail' })
    expect((await sends.prepare({ ref: lead(1), assetId: 'guide' })).channel).toBe('gmail')
    expect((await sends.prepare({ ref: lead(1), assetId: 'guide', channel: 'outlook' })).channel).toBe('outlook')
    const optedOut = await ready({ person: { optedOut: true } })
    const prepared = await optedOut.sends.prepare({ ref: lead(1), assetId: 'guide' })
    expect(prepared.channel).toBe('copy')
    expect(prepared.channels.filter(({ ok }) => ok).map(({ channel }) => channel)).toEqual(['copy', 'meeting'])
    expect(prepared.channels.find(({ channel }) => channel === 'mailto')?.why).toMatchObject({ id: 'sendRule.opted_out' })
  })
})

describe('opening a send', () => {
  it('is in the ledger before anything opens', async () => {
    const { open, door, events, deps } = await ready()
    door.broken = true
    await expect(open('gmail')).rejects.toMatchObject({ kind: 'cancelled' })
    expect(await events()).toEqual(['send'])
    expect((await deps.ledger.all(['send']))[0]).toMatchObject({ channel: 'gmail', link: expect.stringContaining('utm_medium=email') })
  })

  it.each([
    ['mailto', lead(1), /^mailto:marta@brightwater\.example\?subject=The%20guide&body=Hi%20Marta/],
    ['gmail', lead(1), /^https:\/\/mail\.google\.com\/mail\/\?/],
    ['outlook', lead(1), /^https:\/\/outlook\.office\.com\/mail\/deeplink\/compose\?/],
    ['hubspot', contact, /^https:\/\/app-eu1\.hubspot\.com\/contacts\/4711\/contact\/501\?interaction=email/],
  ] as const)('%s opens its composer once, however often the message comes', async (channel, ref, address) => {
    const { open, doors, events, newId, rows } = await ready({}, {}, ref)
    const eventId = newId()
    const { send } = await open(channel, { eventId })
    await open(channel, { eventId })
    expect(doors).toEqual([expect.stringMatching(address)])
    expect(await events()).toEqual(['send'])
    expect(send.outcome).toBeUndefined()
    expect(await rows()).toEqual([])
  })

  it('opens the composer for a repeated message after the background died between ledger and door', async () => {
    const { open, door, machine, newId, ref } = await ready()
    const eventId = newId()
    door.broken = true
    await open('gmail', { eventId }).catch(() => undefined)
    const again = await createTestApp({ machine })
    await again.sends.open({ ref, eventId, assetId: 'guide', channel: 'gmail', subject: 'The guide', body: 'Hi' })
    expect(again.doors).toHaveLength(1)
    expect(await again.deps.ledger.all(['send'])).toHaveLength(1)
  })

  it('copies where the rep copies, opening nothing', async () => {
    const { open, doors } = await ready()
    expect(await open('copy', { body: 'Text' })).toMatchObject({ copy: 'Text', send: { event: { channel: 'copy' } } })
    expect(doors).toEqual([])
  })

  it('copies a text too long for the address, and says why', async () => {
    const { open, doors } = await ready()
    const body = 'word '.repeat(600)
    expect(await open('mailto', { body })).toMatchObject({ copy: body, why: { id: 'compose.too_long' } })
    expect(doors).toEqual([])
  })

  it('counts a meeting as sent and logs it at once', async () => {
    const { open, rows, events, clock } = await ready()
    const { send } = await open('meeting')
    expect(send).toMatchObject({ outcome: { outcome: 'sent', by: 'rep' }, delivery: { state: 'pending', dueAt: clock.now() } })
    expect(await events()).toEqual(['send', 'send-outcome'])
    expect(await rows()).toMatchObject([{ task: 'send-log', eventId: send.event.id }])
  })

  it.each([['mailto', 1], ['hubspot', 0]] as const)('writes the log at opening where that is set: %s, %i entries', async (channel, entries) => {
    const { open, rows, deps } = await ready({}, {}, channel === 'hubspot' ? contact : lead(1))
    await deps.settings.save({ logAtOpening: true })
    const { send } = await open(channel)
    expect(send.outcome?.by).toBe(entries === 1 ? 'setting' : undefined)
    expect(await rows()).toHaveLength(entries)
  })

  it.each<[string, Parameters<TestApp['opened']>[1], Partial<Asset>, SendChannel, string]>([
    ['somebody who opted out', { person: { optedOut: true } }, {}, 'mailto', 'opted-out'],
    ['an asset that is a draft', {}, { status: 'draft' }, 'copy', 'not-sendable'],
    ['an asset for the team only', {}, { shareable: false }, 'mailto', 'not-sendable'],
    ['an asset that has expired', {}, { expires: 1 }, 'mailto', 'not-sendable'],
    ['S32 an address that must not be opened', {}, { url: 'javascript:alert(1)' }, 'mailto', 'not-sendable'],
    ['a draft to somebody who opted out', { person: { optedOut: true } }, { status: 'draft' }, 'copy', 'not-sendable'],
  ])('refuses %s', async (_, person, asset, channel, kind) => {
    const { open, events, doors } = await ready(person, asset)
    await expect(open(channel)).rejects.toMatchObject({ kind })
    expect([await events(), doors]).toEqual([[], []])
  })

  it('S28 reaches nobody by itself: the composer waits for the person\'s own click', async () => {
    const { open, crms } = await ready()
    await open('mailto')
    expect(crms.salesforce.delivered).toEqual([])
  })
})

describe('saying what became of a send', () => {
  async function sent(channel: SendChannel = 'gmail', ref: Parameters<TestApp['opened']>[0] = lead(1)) {
    const app = await ready({}, {}, ref)
    const { send } = await app.open(channel)
    const say = (outcome: 'sent' | 'dropped', eventId = app.newId()) => app.sends.outcome({ ref: app.ref, eventId, sendId: send.event.id, outcome })
    return { ...app, send, say }
  }

  it('logs a sent one once', async () => {
    const { say, rows, newId } = await sent()
    const eventId = newId()
    expect(await say('sent', eventId)).toMatchObject({ outcome: { outcome: 'sent' }, delivery: { state: 'pending' } })
    await say('sent', eventId)
    await say('sent')
    expect(await rows()).toHaveLength(1)
  })

  it('logs nothing of a dropped one, and takes back what is not logged yet', async () => {
    const { say, rows } = await sent()
    await say('sent')
    expect(await say('dropped')).toMatchObject({ outcome: { outcome: 'dropped' }, delivery: { state: 'cancelled' } })
    expect(await rows()).toEqual([])
    expect(await say('sent')).toMatchObject({ delivery: { state: 'pending' } })
    expect(await rows()).toHaveLength(1)
  })

  it('writes no second entry beside the one HubSpot makes', async () => {
    const { say, rows } = await sent('hubspot', contact)
    expect((await say('sent')).outcome?.outcome).toBe('sent')
    expect(await rows()).toEqual([])
  })

  it('writes no second entry beside a mail the CRM has logged', async () => {
    const { say, rows, opened, send, clock, ref } = await sent()
    await opened(ref, { mails: [{ id: 'm', at: clock.now(), subject: '', links: [send.event.link ?? ''] }] })
    await say('sent')
    expect(await rows()).toEqual([])
  })

  it('refuses a send that is none of this person\'s', async () => {
    const { sends, opened, send, newId } = await sent()
    await opened(lead(2))
    await expect(sends.outcome({ ref: lead(2), eventId: newId(), sendId: send.event.id, outcome: 'sent' })).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('a send while in a hub', () => {
  const tracked = 'https://go.example/l/abcdefghijklmnopqrstuvwx'
  async function inHub(asset: Partial<Asset> = {}, answer: string | null = tracked) {
    const asked: string[] = []
    const app = await ready({}, { source: { system: 'hub' }, ...asset })
    app.deps.hub = { link: async ({ id }) => (asked.push(id), answer ?? undefined), makesLinks: async () => true, erase: async () => undefined, memberId: async () => undefined, tellErasures: async () => 0, farewell: async () => undefined }
    const { body, tracked: announced } = await app.sends.prepare({ ref: lead(1), assetId: 'guide' })
    return { ...app, asked, body, announced }
  }

  it.each(['gmail', 'copy'] as const)('puts the tracked link in place of the asset\'s own address, by %s too', async (channel) => {
    const { open, body, deps, doors, asked } = await inHub()
    const eventId = '00000000-0000-7000-8000-000000000001'
    const { copy } = await open(channel, { body, eventId })
    expect(channel === 'copy' ? copy : decodeURIComponent(doors[0] ?? '')).toContain(tracked)
    expect(channel === 'copy' ? copy : decodeURIComponent(doors[0] ?? '')).not.toContain('utm_source')
    expect(await deps.ledger.all(['send'])).toMatchObject([{ link: tracked }])
    expect(asked).toEqual([eventId])
  })

  it('S36 sends the own address where the hub made none in time', async () => {
    const { open, body, deps } = await inHub({}, null)
    expect((await open('copy', { body })).copy).toContain('utm_source')
    expect(await deps.ledger.all(['send'])).toMatchObject([{ link: expect.stringContaining('utm_source') }])
  })

  it('asks for no link where the text holds none, or the asset is not the team\'s', async () => {
    const { open, asked, announced } = await inHub()
    await open('copy', { body: 'Hi Marta' })
    const own = await inHub({ source: { system: 'import' } })
    expect([announced, own.announced]).toEqual([true, undefined])
    await own.open('copy', { body: own.body })
    expect([asked, own.asked]).toEqual([[], []])
  })
})
