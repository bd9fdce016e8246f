// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/domain/errors'
import { deskNow } from '../../../fakes/desk-bus'
import { playbookAnswers } from '../../../fakes/playbook-answers'
import { deskStates } from '../../../fakes/desk-states'
import { teamPlaybook } from '../../../fakes/team-playbook'
import { button, click, lines, showDesk, type } from './show-desk'

const show = async (part: string, state: 'playbook' | 'playbookNew' | 'playbookRep' = 'playbook') => {
  const shown = await showDesk('playbook', deskStates[state]())
  location.hash = part === '' ? '#/playbook' : `#/playbook?part=${part}`
  return { ...shown, saved: () => shown.bus.of('playbook.save').at(-1) }
}
const inGroup = async (name: string | RegExp) => within(await screen.findByRole('group', { name }))

describe('the journey', () => {
  it('lists the words nobody mapped with their counts and maps one in one click', async () => {
    const { saved } = await show('')
    const statuses = within(await screen.findByRole('region', { name: 'Statuses and lifecycle stages' }))
    expect(statuses.getAllByRole('listitem').map((item) => /^(.*?) \((\d+)\)/.exec(item.textContent ?? '')?.slice(1))).toEqual([['Parked - EMEA', '14'], ['Sales qualified (partner)', '6'], ['Recycled Q1', '2']])
    const offered = (word: RegExp) => statuses.getAllByRole('button', { name: word }).map((one) => one.textContent)
    expect([offered(/^Map .*Sales qualified/)[0], offered(/^Map .*Parked/).slice(0, 3), offered(/^Map .*Parked/).length]).toEqual(['Sales qualified', ['New', 'Engaged', 'Marketing qualified'], teamPlaybook.stages.length])
    await click('Map “Parked - EMEA” to Engaged')
    await waitFor(() => expect(saved()?.stages.find(({ id }) => id === 'engaged')?.values).toContain('parked - emea'))
    await click('Map “Sales qualified (partner)” to Sales qualified')
    await waitFor(() => expect(saved()?.stages.find(({ id }) => id === 'sql')?.values).toContain('sales qualified (partner)'))
    await waitFor(() => expect(statuses.queryByText('Sales qualified (partner)')).toBeNull())
  })

  it('saves words mapped one right after the other one by one, and says which save failed', async () => {
    const { bus } = await show('')
    const words = [await button('Map “Parked - EMEA” to Engaged'), await button('Map “Recycled Q1” to Engaged')]
    words.forEach((word) => fireEvent.click(word))
    await waitFor(() => expect(screen.queryByText('Parked - EMEA')).toBeNull())
    expect([bus.of('playbook.save').length, screen.queryByText('Recycled Q1') !== null, screen.queryByRole('alert')]).toEqual([1, true, null])
    bus.answer({ 'playbook.save': () => { throw new AppError('forbidden') } })
    await click('Map “Recycled Q1” to Engaged')
    expect(await screen.findByRole('alert')).toBeDefined()
  })

  it('offers the likeliest and a list where there are too many entries for one click each', async () => {
    const more = Array.from({ length: 20 }, (_, n) => ({ id: `extra-${n}`, label: `Extra ${n}`, owner: 'sales' as const, values: [] }))
    const { bus } = await showDesk('playbook', { ...deskStates.playbook(), answers: playbookAnswers(deskNow, { ...teamPlaybook, stages: [...teamPlaybook.stages, ...more] }, { lessons: true }) })
    location.hash = '#/playbook'
    expect((await screen.findAllByRole('button', { name: /^Map “Sales qualified/ })).map((one) => one.textContent)).toEqual(['Sales qualified', 'Map'])
    const list = screen.getByRole('combobox', { name: 'What “Parked - EMEA” means' })
    fireEvent.change(list, { target: { value: 'extra-19' } })
    await click('Map “Parked - EMEA”')
    await waitFor(() => expect(bus.of('playbook.save').at(-1)?.stages.at(-1)?.values).toEqual(['parked - emea']))
  })

  it('changes a stage: its name, whose turn it is, when a lead enters it', async () => {
    const { saved } = await show('')
    await click('Edit Engaged')
    type('Name', 'Warm')
    type('Whose turn it is', 'sales')
    type('A lead enters it when', 'Opened two mails.')
    await click('Save')
    await waitFor(() => expect(saved()?.stages[1]).toMatchObject({ id: 'engaged', label: 'Warm', owner: 'sales', entry: 'Opened two mails.' }))
  })

  it('tells who saves second that somebody else changed what they edit, and not where it was something else', async () => {
    const { bus, saved } = await show('')
    const asSomebodyElse = async (change: (name: string) => object) => {
      const now = await bus.ask('playbook.get', {})
      await bus.ask('playbook.save', { ...now, stages: now.stages.map((stage) => ({ ...stage, ...change(stage.id) })) })
      bus.signal('settings')
    }
    await click('Edit Engaged')
    type('Name', 'Mine')
    await asSomebodyElse((id) => (id === 'new' ? { label: 'Fresh' } : {}))
    await screen.findAllByText('Fresh')
    await asSomebodyElse((id) => (id === 'engaged' ? { entry: 'Theirs' } : {}))
    await asSomebodyElse((id) => (id === 'new' ? { label: 'Fresher' } : {}))
    await screen.findAllByText('Fresher')
    await click('Save')
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else changed this')
    expect(saved()?.stages[1]?.label).not.toBe('Mine')
    await click('Save')
    await waitFor(() => expect(saved()?.stages[1]?.label).toBe('Mine'))
    await click('Edit Mine')
    await asSomebodyElse((id) => (id === 'new' ? { label: 'Freshest' } : {}))
    await screen.findAllByText('Freshest')
    type('Name', 'Ours')
    await click('Save')
    await waitFor(() => expect(saved()?.stages[1]?.label).toBe('Ours'))
  })

  it('moves a stage, adds a product and keeps ids', async () => {
    const { saved } = await show('')
    await click('Move Engaged up')
    await waitFor(() => expect(saved()?.stages.map(({ id }) => id).slice(0, 2)).toEqual(['engaged', 'new']))
    await click('Add a product')
    type('Name', 'Control tower')
    type('Words that mean it', 'Visibility, visibility, ETA')
    await click('Save')
    await waitFor(() => expect(saved()?.products.at(-1)).toEqual({ id: 'control-tower', label: 'Control tower', synonyms: ['visibility', 'eta'] }))
  })
})

describe('definitions', () => {
  it('shows of each clause whether it predicts acceptance, with n and interval', async () => {
    await show('definitions')
    const region = await screen.findByRole('region', { name: 'Clauses of MQL' })
    await waitFor(() => expect(region.textContent).toContain('Predicts acceptance'))
    expect(region.textContent).toMatch(/Role is Supply chain.*67%56% to 76%, n = 90.*\+31 points \(\+15 to \+45\)/)
    expect(region.textContent).toMatch(/Score is at least 90.*Too early, 13 more needed \(n = 7\)Not known yet/)
  })

  it('is built from a form, tried at once, and refused while something is missing', async () => {
    const { bus, saved } = await show('definitions', 'playbookNew')
    await click('Add a definition')
    type('Name', 'MQL')
    type('Agreed with', 'Mei and Jonas')
    await click('Save')
    expect((await screen.findByRole('alert')).textContent).toMatch(/It needs a name/)
    fireEvent.click((await inGroup('Role')).getByRole('button', { name: 'Supply chain' }))
    await click('Add a clause')
    fireEvent.change((await inGroup('Clause 2')).getByLabelText('What to look at'), { target: { value: 'score' } })
    fireEvent.change((await inGroup('Clause 2')).getByLabelText('At least'), { target: { value: '90' } })
    await waitFor(() => expect(lines('Tried on sample people and those opened last').map((line) => /(\d of \d)$/.exec(line)?.[1])).toEqual(['1 of 2', '0 of 2']))
    expect(bus.of('playbook.save')).toEqual([])
    await click('Save')
    await waitFor(() => expect(saved()?.definitions).toMatchObject([{ id: 'mql', label: 'MQL', agreedWith: 'Mei and Jonas', clauses: [{ kind: 'persona', anyOf: ['supply-chain'] }, { kind: 'score', atLeast: 90 }] }]))
    expect(await screen.findByRole('heading', { name: 'MQL v1' })).toBeTruthy()
  })

  it('gives a changed clause an id of its own and leaves the others theirs', async () => {
    const { saved } = await show('definitions')
    await click('Edit MQL')
    fireEvent.change((await inGroup('Clause 5')).getByLabelText('At least'), { target: { value: '70' } })
    await click('Save')
    await waitFor(() => expect(saved()).toBeDefined())
    const ids = saved()?.definitions?.[0]?.clauses.map(({ id }) => id)
    expect(ids?.slice(0, 4)).toEqual(['role', 'industry', 'webinar', 'country'])
    expect(ids?.[4]).not.toBe('score')
  })
})

describe('reasons', () => {
  const wrong = async () => within((await screen.findByRole('heading', { name: 'Wrong' })).closest('section') ?? document.body)

  it('orders by use, renames, and takes no seventh', async () => {
    const { saved } = await show('reasons')
    const card = await wrong()
    await waitFor(() => expect(card.getAllByRole('listitem').map((item) => item.textContent).slice(0, 3)).toEqual(['Student or job seeker31 times', 'Wrong role12 times', 'Too small4 times']))
    expect((card.getByLabelText('Another reason') as HTMLInputElement).readOnly).toBe(true)
    fireEvent.click(card.getByRole('button', { name: 'Edit Too small' }))
    type('Rename', 'Below 50 people')
    fireEvent.click(card.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(saved()?.reasons.wrong.find(({ id }) => id === 'too-small')).toEqual({ id: 'too-small', label: 'Below 50 people' }))
  })

  it('merges one into another, which keeps its history', async () => {
    const { saved } = await show('reasons')
    fireEvent.click((await wrong()).getByRole('button', { name: 'Edit Too small' }))
    type('Merge into', 'wrong-region')
    await click('Merge')
    await waitFor(() => expect(saved()?.reasons.wrong.find(({ id }) => id === 'too-small')).toMatchObject({ mergedInto: 'wrong-region' }))
    fireEvent.click((await wrong()).getByRole('button', { name: '1 no longer offered' }))
    expect((await wrong()).getByText(/counts under Wrong region/)).toBeTruthy()
  })
})

describe('promises', () => {
  it('shows how each is kept as a distribution, and says what sales is counted from', async () => {
    await show('promises')
    const sales = await waitFor(() => {
      const section = screen.getByRole('heading', { name: 'Sales: first verdict or follow-up on a lead' }).closest('section')
      expect(section?.textContent).toContain('Promised within 2 weekdays')
      return section
    })
    expect(sales?.textContent).toMatch(/Kept\d+%\d+% to \d+%, n = 64.*Half of them took up to49 h · 1.3 weekdays/)
    expect(sales?.textContent).toContain('Counted from the hand-over: 16; from the first opening, where no hand-over is known: 48.')
    expect(screen.getAllByRole('img', { name: /How long it took/ })).toHaveLength(3)
    const [table] = screen.getAllByRole('table', { name: /How long it took/ })
    const counts = table ? within(table).getAllByRole('cell').map((cell) => Number(cell.textContent)) : []
    expect([counts.length, counts.reduce((sum, count) => sum + count, 0)]).toEqual([7, 64])
  })

  it('saves what is promised, and nothing for an empty field', async () => {
    const { saved } = await show('promises', 'playbookNew')
    fireEvent.change((await inGroup(/^Sales/)).getByLabelText('Within'), { target: { value: '1.5' } })
    type('Time zone of the team', 'UTC')
    await click('Save')
    await waitFor(() => expect(saved()?.promises).toEqual({ timeZone: 'UTC', sales: { amount: 1.5, unit: 'weekdays' } }))
  })
})

describe('promotions', () => {
  it('is made with offer, dates, assets and an audience', async () => {
    const { saved } = await show('promotions', 'playbookNew')
    await click('Add a promotion')
    type('Name', 'Spring offer')
    type('Offer', ' Three for two ')
    type('Do not say', 'That it stays')
    type('Last day', '2026-03-31')
    await screen.findByText('What to send with it')
    await waitFor(() => expect(screen.getByLabelText('What to send with it').querySelectorAll('option').length).toBeGreaterThan(1))
    type('What to send with it', 'guide-1')
    await click('Save')
    await waitFor(() => expect(saved()?.promotions).toMatchObject([{ id: 'spring-offer', label: 'Spring offer', offer: 'Three for two', avoid: 'That it stays', assetIds: ['guide-1'], audience: [], until: new Date(2026, 3, 1).getTime() }]))
    expect((await screen.findByRole('heading', { name: /Spring offer/ })).textContent).toContain('Running')
    expect(document.body.textContent).toContain('Until Mar 31')
  })
})

describe('versions and roles', () => {
  it('lists who changed what and when, and shows an earlier one that cannot be edited', async () => {
    await show('versions')
    expect((await screen.findByText('Version 7')).closest('li')?.textContent).toMatch(/Ines Carvalho.*Definitions: 1 added/)
    location.hash = '#/playbook?part=versions&version=1'
    expect(await screen.findByText('All versions')).toBeTruthy()
    await screen.findByRole('heading', { name: 'Stages' })
    expect(screen.queryByRole('button', { name: /^Edit / })).toBeNull()
    expect(screen.getAllByRole('heading', { level: 2, name: /^(Journey|Definitions|Reasons|Promises|Promotions)$/ }).map(({ textContent }) => textContent)).toEqual(['Journey', 'Reasons'])
    expect(screen.queryByText(/No definition yet|No promotion yet/)).toBeNull()
  })

  it('lets a rep read everything and change nothing', async () => {
    await show('', 'playbookRep')
    await screen.findByRole('heading', { name: 'Stages' })
    expect(screen.getByRole('note').textContent).toMatch(/marketing team keeps the playbook/)
    for (const part of ['', 'definitions', 'reasons', 'promises', 'promotions']) {
      location.hash = `#/playbook?part=${part}`
      await waitFor(() => expect(screen.getByRole('link', { current: 'page', name: new RegExp(part || 'journey', 'i') })).toBeTruthy())
      expect(screen.queryAllByRole('button', { name: /^(Edit|Add|Save|Map|Move|Retire)/ }).map((one) => one.textContent)).toEqual([])
    }
  })

  it('asks the hub who somebody is, where there is one', async () => {
    const state = deskStates.playbook()
    const team = { address: 'https://hub.example', name: 'Quayside', member: { id: 'm', name: 'Mei Tanaka', role: 'rep' as const }, links: { open: false }, ended: false, queue: 0, shareable: 0, unpublished: 0 }
    await showDesk('playbook', { ...state, answers: { ...state.answers, 'team.state': () => team } })
    await screen.findByRole('note')
    expect(screen.queryByRole('button', { name: /^Edit / })).toBeNull()
  })

  it('says so where somebody else saved meanwhile', async () => {
    const state = deskStates.playbook()
    await showDesk('playbook', { ...state, answers: { ...state.answers, 'playbook.get': () => ({ ...teamPlaybook, version: '6', savedAt: deskNow }) } })
    await click('Move Engaged up')
    expect((await screen.findAllByText(/Somebody changed this at the same time/)).length).toBeGreaterThan(0)
    await button('Move Engaged up')
  })
})
