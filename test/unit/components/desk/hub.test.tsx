// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TeamStateMessage } from '@/lib/bus/protocol/team'
import { AppError } from '@/lib/domain/errors'
import { deskNow, hubspot, type DeskBusOptions } from '../../../fakes/desk-bus'
import { makeAsset } from '../../domain/make'
import { button, click, showDesk, type } from './show-desk'

const code = 'NJpjqJ9RAK6ue_ROq3mSyN5uMRGM5TCP'
const joined = (given: Partial<TeamStateMessage> = {}): TeamStateMessage => ({
  address: 'https://hub.acme.example', name: 'Acme', member: { id: 'p1', name: 'Robin Hale', role: 'rep' }, links: { open: true }, asOf: deskNow - 120_000, ended: false,
  queue: 0, shareable: 0, unpublished: 0, ...given,
})
const show = (team: TeamStateMessage | null, more: DeskBusOptions['answers'] = {}, state: DeskBusOptions['state'] = {}) => showDesk('connections', {
  state, answers: { 'team.state': () => team, 'team.people': () => [], 'team.terms': () => ({ name: 'Acme', links: 'aggregate' }), 'team.hubspot': () => ({ state: 'none', oauth: false }), ...more },
})

describe('the hub on Connections', () => {
  it('is joined with an invite and a name, and says before what it will be told', async () => {
    const { bus } = await show(null, { 'team.join': () => null })
    await click('Join a hub')
    expect(screen.getByText(/sends your verdicts/)).toBeDefined()
    type('Invite', 'hello')
    expect(screen.getByText(/This is no invite/)).toBeDefined()
    expect((await button('Join')).getAttribute('aria-disabled')).toBe('true')
    type('Invite', `https://hub.acme.example/join#${code}`)
    type('Your name', 'Robin Hale')
    await click('Join')
    await waitFor(() => expect(bus.of('team.join')).toEqual([{ invite: `https://hub.acme.example/join#${code}`, name: 'Robin Hale' }]))
  })

  it('is shown at once and locked where the policy names it', async () => {
    await show(null, {}, { policy: { ignored: [], hubAddress: 'https://hub.acme.example', hubInvite: code } })
    expect((await screen.findByLabelText<HTMLInputElement>('Address')).readOnly).toBe(true)
    expect(screen.getByLabelText<HTMLInputElement>('Invite').readOnly).toBe(true)
    expect(screen.getAllByText(/Set by your admin|locked/i).length).toBeGreaterThan(0)
  })

  it('says who set it where the policy forbids tracked links, whatever the hub makes', async () => {
    await show(joined())
    expect(await screen.findByText(/sent with links that tell when they are opened/)).toBeDefined()
    cleanup()
    await show(joined(), {}, { policy: { ignored: [], trackedLinks: false } })
    expect((await screen.findByText(/never with links that tell/)).textContent).toContain('Set by your admin')
    expect(screen.queryByText(/sent with links that tell when they are opened/)).toBeNull()
  })

  it('shows as whom, since when and what waits, and cannot be joined twice', async () => {
    await show(joined({ queue: 3 }))
    expect(await screen.findByText(/Robin Hale/)).toBeDefined()
    expect(screen.getByText('3 entries')).toBeDefined()
    expect(screen.getByText(/2 min/)).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Join a hub' })).toBeNull()
    expect(screen.queryByText('People in the hub')).toBeNull()
  })

  it('offers its owner no field for a key where the policy forbids keys', async () => {
    const owner = joined({ member: { id: 'p1', name: 'Olivia', role: 'owner' } })
    await show(owner)
    expect(await screen.findByLabelText('Service key or private-app token')).toBeDefined()
    cleanup()
    await show(owner, {}, { policy: { ignored: [], allowStaticToken: false } })
    expect((await screen.findAllByText(/Your admin does not allow keys/)).length).toBeGreaterThan(0)
    expect(screen.queryByLabelText('Service key or private-app token')).toBeNull()
  })

  it('names what is undelivered before it is left, and asks what becomes of the copy', async () => {
    const { bus } = await show(joined({ queue: 3 }), { 'team.leave': ({ undelivered }) => (undelivered === 'ask' ? { done: false, undelivered: 3 } : { done: true, undelivered: 3 }) })
    await click('Leave the hub')
    await click('Leave, remove the copy')
    expect(await screen.findByText(/3 entries have not reached the hub/)).toBeDefined()
    await click('Leave, they wait')
    await waitFor(() => expect(bus.of('team.leave')).toEqual([{ copy: 'remove', undelivered: 'ask' }, { copy: 'remove', undelivered: 'keep' }]))
  })

  const waiting = (): { member: { id: string; name: string; hub: string }; deliveries: number; erasures: number }[] => (
    [{ member: { id: 'p0', name: 'Sam Poe', hub: 'https://hub.old.example' }, deliveries: 2, erasures: 1 }]
  )

  it('names what waits for an earlier member, and sends it as mine only after a second word', async () => {
    const { bus } = await show(joined(), { 'team.waiting': waiting, 'team.settle-waiting': () => null })
    expect(await screen.findByText('3 entries wait in this browser for Sam Poe at hub.old.example.')).toBeDefined()
    expect(screen.getByText('1 of them asks the hub to delete a person.')).toBeDefined()
    await click('I am Sam Poe')
    expect(await screen.findByText(/Only if you are Sam Poe\. What waits goes out to Acme under your name, Robin Hale\./)).toBeDefined()
    expect(bus.of('team.settle-waiting')).toEqual([])
    await click('Send as mine')
    await waitFor(() => expect(bus.of('team.settle-waiting')).toEqual([{ id: 'p0', how: 'mine' }]))
  })

  it('lets what waits be given up, but not be sent, while in no hub', async () => {
    const { bus } = await show(null, { 'team.waiting': waiting, 'team.settle-waiting': () => null })
    await click('Give them up')
    expect(await screen.findByText('hub.old.example is never told. The entries themselves stay in this browser.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'I am Sam Poe' })).toBeNull()
    await click('Give them up')
    await waitFor(() => expect(bus.of('team.settle-waiting')).toEqual([{ id: 'p0', how: 'give-up' }]))
  })

  it('offers what was judged before, and sends nothing unasked', async () => {
    const { bus } = await show(joined({ shareable: 2 }), { 'team.share': ({ yes }) => ({ shared: yes ? 2 : 0 }) })
    expect(bus.of('team.share')).toEqual([])
    await click('Do not share')
    await waitFor(() => expect(bus.of('team.share')).toEqual([{ yes: false }]))
  })

  it('a session that ended says so and lets one join again', async () => {
    await show(joined({ ended: true }))
    expect(await screen.findByText('Session ended')).toBeDefined()
    expect(screen.getByText('Join again')).toBeDefined()
  })

  it('lets owners switch to views by person only with the ground it rests on', async () => {
    const { bus } = await show(joined({ member: { id: 'p1', name: 'Olivia', role: 'owner' } }), { 'team.set-terms': (terms) => terms })
    await screen.findByText('For everybody in the hub')
    type('Tracked links', 'person')
    const save = (await screen.findByText('Say what it rests on.')).closest('form')?.querySelector('button[type=submit]')
    expect(save?.getAttribute('aria-disabled')).toBe('true')
    type('Legal ground', 'Consent in the form')
    save?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await waitFor(() => expect(bus.of('team.set-terms')).toEqual([{ name: 'Acme', links: 'person', legalGround: 'Consent in the form' }]))
  })
})

describe('an asset two people change', () => {
  it('shows the second writer both, and stores theirs only when told to', async () => {
    let tries = 0
    const { bus } = await showDesk('library', { assets: [makeAsset({ id: 'a1', title: 'Before' })], answers: {
      'library.save': ({ asset }) => { if ((tries += 1) === 1) throw new AppError('conflict', { detail: asset.title }); return asset },
      'asset.get': ({ assetId }) => ({ id: assetId, title: 'Theirs', abstract: '', kind: 'ebook', topics: [], stages: [], personas: [], industries: [], products: [], language: 'en', status: 'approved', version: 2, shareable: true, updatedAt: 1, source: { system: 'hub' } }),
    } })
    await click(/^Edit /)
    type('Title', 'Mine')
    await click('Save')
    expect(await screen.findByText(/Somebody else changed this asset/)).toBeDefined()
    expect(screen.getByText('Theirs', { selector: 'td *, td' })).toBeDefined()
    await click('Store mine instead')
    await waitFor(() => expect(bus.of('library.save').map(({ asset }) => [asset.title, asset.version])).toEqual([['Mine', 1], ['Mine', 2]]))
  })
})

describe('what an owner settles for everybody', () => {
  const owner = joined({ member: { id: 'p1', name: 'Olivia', role: 'owner' } })
  const terms = { name: 'Acme', links: 'person', legalGround: 'Consent', linkDays: 90 } as const
  const save = async () => void fireEvent.click(within((await screen.findByLabelText('Name of the hub')).closest('form') ?? document.body).getByRole('button', { name: 'Save' }))
  const saving = (more: DeskBusOptions['answers'] = {}) => show(owner, { 'team.terms': () => terms, 'team.set-terms': (set) => set, ...more })

  it('forgets whose a link is after so many days, or never', async () => {
    const { bus } = await saving()
    await screen.findByLabelText('Days links say whose they are')
    type('Days links say whose they are', '7')
    expect(await screen.findByText('30 to 3650')).toBeDefined()
    type('Days links say whose they are', '')
    await save()
    await waitFor(() => expect(bus.of('team.set-terms')).toEqual([{ name: 'Acme', links: 'person', legalGround: 'Consent', linkDays: null }]))
  })
})

describe('HubSpot at the hub', () => {
  it('is looked for again when the owner is back from HubSpot\'s page', async () => {
    let agreed = false
    const { bus } = await show(joined({ member: { id: 'p1', name: 'Olivia', role: 'owner' } }), {
      'team.hubspot': () => (agreed ? { state: 'connected', portal: '4711', mode: 'oauth', oauth: true } : { state: 'none', oauth: true }), 'team.hubspot-connect': () => null, 'team.sync': () => null,
    })
    await click('Connect with a click')
    expect(await screen.findByText(/Agree on HubSpot's page/)).toBeDefined()
    agreed = true
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await screen.findByText('Connected with portal 4711.')).toBeDefined()
    expect(bus.of('team.sync')).toHaveLength(1)
  })
})

describe('a rep of a hub at the desk', () => {
  const shared = makeAsset({ id: 'team', title: 'Team guide', source: { system: 'hub' } })
  const own = makeAsset({ id: 'own', title: 'Own notes', source: { system: 'local' } })
  const asRep = { assets: [shared, own], answers: { 'team.state': () => joined() } }

  it('reads the team\'s library, is told once why, and changes only what is their own', async () => {
    await showDesk('library', asRep)
    expect(await screen.findByText(/Your marketers edit this library/)).toBeDefined()
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Edit Team guide' })).toBeNull())
    for (const name of ['Verify Team guide', 'Archive Team guide']) expect(screen.queryByRole('button', { name })).toBeNull()
    expect(await button('Edit Own notes')).toBeDefined()
  })

  it('is offered no set-up of HubSpot and no rule for hand-overs, which marketing makes', async () => {
    const connection = { ...hubspot, state: 'connected', mode: 'hub', error: undefined } as const
    await show(joined(), {}, { connections: [connection] })
    expect(await screen.findByText(/Your team's hub/)).toBeDefined()
    await waitFor(() => expect(screen.queryByText('What counts as handed over')).toBeNull())
    expect(screen.queryByRole('button', { name: 'Set up HubSpot' })).toBeNull()
  })

  it('has the same at one asset, and marketers have all of it', async () => {
    await showDesk('library?tab=asset&id=team', asRep)
    expect(await screen.findByText(/Your marketers edit this library/)).toBeDefined()
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull())
    cleanup()
    await showDesk('library?tab=asset&id=team', { ...asRep, answers: { 'team.state': () => joined({ member: { id: 'p2', name: 'Ines', role: 'marketer' } }) } })
    expect(await button('Edit')).toBeDefined()
    expect(screen.queryByText(/Your marketers edit this library/)).toBeNull()
  })
})
