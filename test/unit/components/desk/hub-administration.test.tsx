// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { HubRole } from '@/lib/domain/hub'
import type { HubSender } from '@/lib/domain/hub-administration'
import { AppError } from '@/lib/domain/errors'
import { deskNow, type DeskBusOptions } from '../../../fakes/desk-bus'
import { button, click, showDesk, type } from './show-desk'

const day = 86_400_000
const people = [{ id: 'p1', name: 'Olivia', role: 'owner' as const }, { id: 'p2', name: 'Robin', role: 'rep' as const }]
const show = (role: HubRole, answers: DeskBusOptions['answers'] = {}) => showDesk('connections', { answers: {
  'team.state': () => ({ address: 'https://hub.acme.example', name: 'Acme', member: { id: 'p1', name: 'Olivia', role }, links: { open: true }, asOf: deskNow, ended: false, queue: 0, shareable: 0, unpublished: 0 }),
  'team.people': () => people, 'team.terms': () => ({ name: 'Acme', links: 'aggregate' }), 'team.hubspot': () => ({ state: 'none', oauth: false }), ...answers,
} })
const card = async (title: string) => within((await screen.findByRole('heading', { name: title })).closest('section') as HTMLElement)

it('takes a system in, shows its secret this once, and says whether it reports', async () => {
  let senders: HubSender[] = [{ id: 's1', name: 'Webinars', createdAt: deskNow - 9 * day, usedAt: deskNow - 8 * day }]
  const { bus } = await show('owner', {
    'team.senders': () => senders,
    'team.add-sender': ({ name }) => {
      senders = [...senders, { id: 's2', name, createdAt: deskNow }]
      return { address: 'https://hub.acme.example/v1/ingest/s2', secret: 'sesame' }
    },
    'team.rotate-sender': ({ id }) => ({ address: `https://hub.acme.example/v1/ingest/${id}`, secret: 'anew' }),
    'team.end-sender': ({ id }) => (senders = senders.filter((one) => one.id !== id), null),
  })
  const shown = await card('Systems that report touches')
  expect((await shown.findByText('Webinars')).closest('li')?.textContent).toMatch(/· reports since /)
  const boxes = () => shown.queryAllByText(/shown this once/).map((line) => line.textContent)
  type('Name of the system', ' Website ')
  await click('Add a system')
  expect((await shown.findByText('sesame')).textContent).toBe('sesame')
  expect(shown.getByText('https://hub.acme.example/v1/ingest/s2')).toBeDefined()
  expect((await shown.findByText('Website')).closest('li')?.textContent).toContain('has not reported anything yet')
  await click('New secret for Webinars')
  expect(shown.getByText(/The present one holds for another day/)).toBeDefined()
  expect([bus.of('team.rotate-sender'), boxes()]).toEqual([[], ['Give both to Website. The secret is shown this once.']])
  await click('New secret for Webinars')
  expect((await shown.findByText('anew')).textContent).toBe('anew')
  // What was shown of another is put away with any change: it may be the one that holds no more.
  expect(boxes()).toEqual(['Give this to Webinars within a day. It is shown this once.'])
  await click('End Webinars')
  await click('End Webinars')
  await waitFor(() => expect(shown.queryByText('Webinars')).toBeNull())
  expect(boxes()).toEqual([])
  expect([bus.of('team.add-sender'), bus.of('team.rotate-sender'), bus.of('team.end-sender')]).toEqual([[{ name: 'Website' }], [{ id: 's1' }], [{ id: 's1' }]])
})

it('makes an address of the feed and ends it, for marketers too, who see nothing else of this', async () => {
  let feeds = [{ id: 'f1', name: 'Intranet', createdAt: deskNow }]
  const { bus } = await show('marketer', { 'team.feeds': () => feeds, 'team.add-feed': () => ({ url: 'https://hub.acme.example/feed/abc' }), 'team.end-feed': () => (feeds = [], null) })
  const shown = await card('Feed for others')
  type('Whom the address is for', 'Newsletter')
  await click('Make an address')
  expect((await shown.findByText('https://hub.acme.example/feed/abc')).tagName).toBe('CODE')
  await click('End Intranet')
  await click('End Intranet')
  await waitFor(() => expect(shown.queryByText('Intranet')).toBeNull())
  expect(shown.queryByText('https://hub.acme.example/feed/abc')).toBeNull()
  expect(bus.of('team.add-feed')).toEqual([{ name: 'Newsletter' }])
  for (const title of ['Systems that report touches', 'Who did what', 'People in the hub']) expect(screen.queryByRole('heading', { name: title })).toBeNull()
})

it('shows a rep where they are signed in, asked for only when they look, and signs another device out', async () => {
  let devices = [
    { id: 'd1', name: 'Firefox on Linux', createdAt: deskNow - 3 * day, lastUsedAt: deskNow - 60_000, current: true },
    { id: 'd2', name: 'Google Chrome on Windows', createdAt: deskNow - 2 * day, lastUsedAt: deskNow - day, current: false },
  ]
  const { bus } = await show('rep', { 'team.devices': () => devices, 'team.end-device': ({ id }) => (devices = devices.filter((one) => one.id !== id), null) })
  await screen.findByText('Where you are signed in')
  expect(bus.of('team.devices')).toEqual([])
  await click('Where you are signed in')
  expect((await screen.findByText('Firefox on Linux')).closest('li')?.textContent).toContain('This browser')
  await click('Sign out Google Chrome on Windows')
  await click('Sign out Google Chrome on Windows')
  await waitFor(() => expect(screen.queryByText('Google Chrome on Windows')).toBeNull())
  expect([bus.of('team.devices')[0], bus.of('team.end-device')]).toEqual([{ personId: 'p1' }, [{ id: 'd2' }]])
  expect(screen.queryByRole('heading', { name: 'Feed for others' })).toBeNull()
})

it('reads who did what, newest first and in words, page by page', async () => {
  const { bus } = await show('owner', {
    'team.acts': ({ before }) => (before === undefined
      ? { acts: [
          { at: deskNow, personId: 'p2', act: 'person-exported' }, { at: deskNow, personId: 'gone', act: 'role-marketer' }, { at: deskNow, act: 'joined-rep' }, { at: deskNow, personId: 'p1', act: 'settings-links-person' },
          { at: deskNow, personId: 'p1', act: 'settings-lead-status wrong=UNQUALIFIED' }, { at: deskNow, personId: 'p2', act: 'hubspot GET /crm/objects/contacts/:id' },
        ], older: '42' }
      : { acts: [{ at: deskNow - day, personId: 'p1', act: 'invited-owner' }] }),
  })
  expect(bus.of('team.acts')).toEqual([])
  await click('Show the latest')
  const table = await screen.findByRole('table', { name: 'Who did what' })
  await within(table).findByText('Exported everything kept of a person')
  const lines = () => [...table.querySelectorAll('tr')].slice(1).map((row) => [...row.cells].slice(1).map((cell) => cell.textContent).join(': '))
  await waitFor(() => expect(lines().slice(0, 6)).toEqual([
    'Robin: Exported everything kept of a person', 'No longer a member: Made somebody Marketer', 'The hub: Joined as Rep', 'Olivia: Changed the settings; tracked links are "Tell who opened"',
    'Olivia: Agreed to lead statuses by verdict: wrong=UNQUALIFIED', 'Robin: Read in HubSpot: /crm/objects/contacts/:id',
  ]))
  fireEvent.click(within(table).getByRole('button', { name: 'Show older' }))
  expect(await within(table).findByText('Made an invite as Owner')).toBeDefined()
  expect(bus.of('team.acts')).toEqual([{}, { before: '42' }])
  expect(within(table).queryByRole('button', { name: 'Show older' })).toBeNull()
})

it('says which part failed where one does, and shows the others', async () => {
  await show('owner', { 'team.senders': () => { throw new AppError('unavailable') }, 'team.feeds': () => [{ id: 'f1', name: 'Intranet', createdAt: deskNow }] })
  const shown = await card('Systems that report touches')
  expect(await shown.findByRole('alert')).toBeDefined()
  expect(await screen.findByText('Intranet')).toBeDefined()
})

it('says of a secret what is so: whether it is in use, and which one ends when another is made', async () => {
  const made = { createdAt: deskNow - 9 * day }
  await show('owner', { 'team.senders': () => [
    { id: 's1', name: 'New', ...made }, { id: 's2', name: 'Old', ...made, usedAt: deskNow - 2 * day },
    { id: 's3', name: 'Changed', ...made, rotatedAt: deskNow - 9 * day, usedAt: deskNow - 8 * day }, { id: 's4', name: 'Waiting', ...made, rotatedAt: deskNow - 60_000 },
  ] })
  const shown = await card('Systems that report touches')
  const lineOf = async (name: string) => (await shown.findByText(name)).closest('li')?.textContent?.replace(/New secretEnd$/, '').split(' · ').at(-1)
  expect([await lineOf('New'), await lineOf('Old'), await lineOf('Changed'), await lineOf('Waiting')].map((line) => line?.replace(/[A-Z][a-z]+ \d+|\d+ [A-Z][a-z]+/, 'D'))).toEqual([
    'has not reported anything yet', 'reports since D', 'signs with its new secret since D', 'new secret of D not used yet',
  ])
  await click('New secret for Changed')
  expect(shown.getByText('The present one holds for another day.')).toBeDefined()
  await click('New secret for Waiting')
  expect(shown.getByText(/was not used and ends at once/)).toBeDefined()
})

it('asks before it ends something, to the keyboard and to who listens, too', async () => {
  let feeds = [{ id: 'f1', name: 'Intranet', createdAt: deskNow }]
  await show('owner', { 'team.feeds': () => feeds, 'team.end-feed': () => (feeds = [], null) })
  const shown = await card('Feed for others')
  await click('End Intranet')
  const asked = within(shown.getByRole('group', { name: 'End Intranet' }))
  const cancel = asked.getByRole('button', { name: 'Cancel' })
  expect([document.activeElement === cancel, document.getElementById(cancel.getAttribute('aria-describedby') ?? '')?.textContent]).toEqual([true, 'Whoever reads it there gets nothing more.'])
  fireEvent.click(cancel)
  expect(document.activeElement?.getAttribute('aria-label')).toBe('End Intranet')
  await click('End Intranet')
  ;(await button('End Intranet')).focus()
  await click('End Intranet')
  await waitFor(() => expect(shown.queryByText('Intranet')).toBeNull())
  expect(document.activeElement?.tagName).toBe('SECTION')
})
