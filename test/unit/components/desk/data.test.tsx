// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AppError } from '@/lib/domain/errors'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { makeFeedback, org } from '../../../fakes/desk-bus'
import { button, chooseFile, click, showDesk, type } from './show-desk'

const ref = { crm: 'salesforce', org, kind: 'lead', id: '00Q000000000000001' } as const
const waiting = [{ id: '1', eventId: 'e', task: 'verdict', org, ref, state: 'retry', attempts: 1, createdAt: 1, dueAt: 1 }]

it('exports everything as one file, slice by slice', async () => {
  const { door } = await showDesk('data', { answers: { 'data.export': ({ after }) => (after === undefined ? { lines: '{"a":1}\n', next: '2' } : { lines: `{"after":${after}}\n` }) } })
  await click('Export everything')
  await waitFor(() => expect(door.download.mock.calls).toEqual([['leadside-data.jsonl', 'application/jsonl', '{"a":1}\n{"after":2}\n']]))
})

it('S50 exports as many files as it takes to stay readable', async () => {
  const long = `${'x'.repeat(30_000_000)}\n`
  const { door } = await showDesk('data', { answers: { 'data.export': ({ after }) => ({ lines: long, ...(after === undefined ? { next: '2' } : {}) }) } })
  await click('Export everything')
  await waitFor(() => expect(door.download.mock.calls.map(([name, , text]) => [name, text.length])).toEqual([['leadside-data.jsonl', 30_000_001], ['leadside-data-2.jsonl', 30_000_001]]))
})

it('says so where an export fails', async () => {
  const { door } = await showDesk('data', { answers: { 'data.export': () => { throw new AppError('storage-broken') } } })
  await click('Export everything')
  expect(await screen.findByText("Leadside's data in this browser cannot be opened.")).toBeDefined()
  expect(door.download).not.toHaveBeenCalled()
})

it('S59 exports nothing where the admin forbids it', async () => {
  const { door, bus } = await showDesk('data', { state: { policy: { ignored: [], allowExport: false } } })
  await click('Export everything')
  expect(screen.getByText('Your admin does not allow exports.')).toBeDefined()
  expect([door.download.mock.calls, bus.of('data.export')]).toEqual([[], []])
})

it('S50 says what a restore would change before it writes', async () => {
  const none = { added: 0, known: 0 }
  const { bus } = await showDesk('data', { answers: { 'data.restore': () => ({ events: { added: 3, known: 4 }, assets: { added: 1, changed: 1, known: 1 }, outbox: none, documents: { added: 1, known: 0 }, others: none, playbook: 'same', invalid: 2 }) } })
  chooseFile(/Choose an export/, 'leadside-data.jsonl', '{}\n')
  expect(await screen.findByText('3 new events, 2 new or changed assets, 1 other things; 5 are here already.')).toBeDefined()
  expect(screen.getByText('2 lines cannot be read and are left out.')).toBeDefined()
  expect(bus.of('data.restore').map(({ dry }) => dry)).toEqual([true])
  await click('Restore')
  expect(await screen.findByText('Restored.')).toBeDefined()
  expect(bus.of('data.restore')).toMatchObject([{ dry: true }, { text: '{}\n', dry: false, last: true }])
})

it('S61 shows whom the words find before it deletes them', async () => {
  const { bus } = await showDesk('data', { answers: { 'data.find-person': () => [{ ref, name: 'Marta Lindqvist', company: 'Brightwater', events: 2 }], 'data.delete-person': () => ({ deleted: 4 }) } })
  type('Name, company, email address, record id or page address', 'marta')
  expect((await screen.findByText('Marta Lindqvist')).closest('li')?.textContent).toBe('Marta Lindqvist · Brightwater · 2 events')
  await click('Delete this person')
  expect(await screen.findByText('4 entries deleted.')).toBeDefined()
  expect(bus.of('data.delete-person')).toEqual([{ query: 'marta' }])
})

it('S61 shows nobody who was erased anywhere: every list is read again, and the names are forgotten', async () => {
  const row = { ...makeFeedback(1)[0] as FeedbackRow, recordName: undefined }
  let isErased = false
  const { bus } = await showDesk('feedback', { answers: {
    'feedback.page': () => ({ rows: isErased ? [] : [row] }), 'record.names': ({ refs }) => refs.map((ref) => ({ ref, name: 'Marta Lindqvist' })),
  } })
  await screen.findByText('Marta Lindqvist')
  location.hash = '#/findings'
  await waitFor(() => expect(bus.of('finding.list')).toHaveLength(1))
  isErased = true
  bus.signal('record')
  await waitFor(() => expect(bus.of('finding.list')).toHaveLength(2))
  location.hash = '#/feedback'
  await screen.findByText(/No verdicts yet/)
  isErased = false
  bus.signal('record')
  await screen.findByText('Marta Lindqvist')
  expect(bus.of('record.names')).toHaveLength(2)
})

it('S61 reads the hand-overs again without whom a colleague erased', async () => {
  const { bus } = await showDesk('overview', { feedback: makeFeedback(30) })
  await waitFor(() => expect(bus.of('hand-overs.state')).toHaveLength(1))
  bus.signal('record', 'salesforce:lead:1')
  bus.signal('record')
  await waitFor(() => expect(bus.of('hand-overs.state')).toHaveLength(2))
})

it.each([['done', /Deleted at your team's hub too/], ['later', /cannot be reached/], ['refused', /Your copy is deleted. Your team's hub keeps what it has/]] as const)('S61 says what became of the person at the hub: %s', async (atHub, said) => {
  await showDesk('data', { answers: { 'data.find-person': () => [{ ref, name: 'Marta Lindqvist', events: 2 }], 'data.delete-person': () => ({ deleted: 4, atHub }) } })
  expect(screen.queryByText(/only marketers and owners can/)).toBeNull()
  type('Name, company, email address, record id or page address', 'marta')
  await click('Delete this person')
  expect(await screen.findByText(said)).toBeDefined()
})

it('S61 tells a rep of a hub before, that the hub keeps its copy', async () => {
  await showDesk('data', { answers: { 'team.state': () => ({
    address: 'https://hub.acme.example', name: 'Acme', member: { id: 'p1', name: 'Robin Hale', role: 'rep' }, links: { open: true }, ended: false, queue: 0, shareable: 0, unpublished: 0,
  }) } })
  expect(await screen.findByText(/only marketers and owners can delete a person/)).toBeDefined()
})

it('S61 names deletions that have not reached the hub, before everything is deleted', async () => {
  await showDesk('data', { answers: { 'team.state': () => ({
    address: 'https://hub.acme.example', name: 'Acme', member: { id: 'p1', name: 'Mara', role: 'marketer' }, links: { open: true }, ended: false, queue: 0, erasures: 2, shareable: 0, unpublished: 0,
  }) } })
  expect(await screen.findByText(/2 deletions of people have not reached your team's hub yet/)).toBeDefined()
})

it('S61 deletes nothing while the hub was not told of an erasure, unless that is meant', async () => {
  const { bus } = await showDesk('data', { answers: { 'data.delete-all': ({ untold }) => (untold === 'ask' ? { done: false, untold: 2 } : { done: true, untold: 2 }) } })
  await screen.findByLabelText(/Type “delete”/)
  type(/Type “delete”/, 'delete')
  await click('Delete everything')
  expect(await screen.findByText(/Nothing was deleted.*2 people/)).toBeDefined()
  expect(screen.queryByText('Everything is deleted.')).toBeNull()
  await click('Try again')
  await click('Delete everything all the same')
  expect(await screen.findByText('Everything is deleted.')).toBeDefined()
  expect(bus.of('data.delete-all')).toEqual([{ untold: 'ask' }, { untold: 'ask' }, { untold: 'drop' }])
})

it('deletes everything only after the word was typed, and names what would be lost', async () => {
  const { bus } = await showDesk('data', { answers: { 'outbox.list': () => waiting, 'data.delete-all': () => ({ done: true, untold: 0 }) } })
  expect(await screen.findByText(/One thing has not reached your CRM yet/)).toBeDefined()
  await click('Delete everything')
  expect(bus.of('data.delete-all')).toEqual([])
  type(/Type “delete”/, 'delete')
  expect((await button('Delete everything')).getAttribute('aria-disabled')).toBeNull()
  await click('Delete everything')
  expect(await screen.findByText('Everything is deleted.')).toBeDefined()
})

it('keeps retention within bounds', async () => {
  const { bus } = await showDesk('data')
  type(/Keep verdicts/, '0')
  expect(screen.getByText('Between 1 and 3650.')).toBeDefined()
  type(/Keep verdicts/, '90')
  await click('Save')
  await waitFor(() => expect(bus.of('settings.save')).toEqual([{ retentionDays: 90 }]))
})
