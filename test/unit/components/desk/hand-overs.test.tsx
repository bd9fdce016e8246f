// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { MessageName } from '@/lib/bus/protocol'
import type { HandOverStep } from '@/lib/bus/protocol/hand-overs'
import { optionsFor, startValues, wayOf } from '@/components/desk/hand-overs/form-values'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { HandOverRule } from '@/lib/domain/hand-over'
import { AppError } from '@/lib/domain/errors'
import type { HandOverChoices } from '@/lib/domain/hand-over-ports'
import { makeFeedback, org, salesforce } from '../../../fakes/desk-bus'
import { handOverState, handOverRuleOf, makeHandOvers } from '../../../fakes/hand-overs'
import { button, click, lines, showDesk } from './show-desk'

const choices: HandOverChoices = {
  ways: [
    { by: 'lead-status', options: ['Open', 'Working', 'Nurturing', 'Qualified'].map((id) => ({ id, label: id })) },
    { by: 'campaign-response', options: [{ id: '701', label: 'Spring fair' }] },
    { by: 'list-view', options: [], error: { kind: 'not-set-up' }, need: 'ListView' },
  ],
  stages: ['Open', 'Working', 'Qualified'].map((id) => ({ id, label: id })),
}
const { rule: _, readAt: __, completeAt: ___, ...bare } = handOverState
const unset = { ...bare, count: 0 }

const askedFor = ({ asked }: Awaited<ReturnType<typeof showDesk>>['bus'], wanted: MessageName) => asked.filter(({ name }) => name === wanted).map(({ payload }) => payload)

function answers(steps: HandOverStep[], connection = unset as typeof handOverState | typeof unset) {
  let current = connection
  return {
    'hand-overs.state': () => ({ connections: [current], openings: 'here' as const }),
    'hand-overs.choices': () => choices,
    'hand-overs.set-rule': ({ rule }: { rule: object | null }) => {
      const saved = rule ? { ...handOverRuleOf, ...rule } : null
      current = saved ? { ...handOverState, rule: saved } : unset
      return saved
    },
    'hand-overs.read': () => steps.shift() ?? { count: 320, added: 0, left: 0, more: false },
  }
}

describe('what counts as handed over', () => {
  it('is unknown until it is chosen, then read with its progress', async () => {
    const { bus } = await showDesk('connections', { state: { connections: [salesforce] }, answers: answers([{ count: 200, added: 200, left: 120, more: true }, { count: 320, added: 120, left: 0, more: false }]) })
    await screen.findByText('Unknown: choose what counts as handed over.')
    await click('Choose what counts')
    expect((await button('Save and read')).getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Working' }))
    await click('Save and read')
    await screen.findByText('Lead Status became Working.')
    await screen.findByText(/320 leads/)
    expect(askedFor(bus, 'hand-overs.read')).toHaveLength(2)
    expect(askedFor(bus, 'hand-overs.set-rule')[0]).toMatchObject({ crm: 'salesforce', org, rule: { way: { by: 'lead-status', statuses: ['Working'] }, sql: ['Qualified'] } })
  })

  it('says why a way cannot be chosen, and what the access does not show', async () => {
    await showDesk('connections', { state: { connections: [salesforce] }, answers: answers([], { ...handOverState, lacks: [{ part: 'outcome', need: 'Opportunity' }] }) })
    await screen.findByText(/Opportunities and deals/)
    await click('Change')
    fireEvent.change(await screen.findByLabelText('Handed over when'), { target: { value: 'list-view' } })
    await screen.findByText('Your access does not show these. It takes: ListView')
  })

  it('stops where the budget is used up, says so, and goes on when asked', async () => {
    const stopped: HandOverStep = { count: 40, added: 40, left: 0, more: false, error: { kind: 'quota' } }
    const { bus } = await showDesk('connections', { state: { connections: [salesforce] }, answers: answers([stopped], handOverState) })
    await click('Read now')
    await waitFor(() => expect(askedFor(bus, 'hand-overs.read')).toHaveLength(1))
    await screen.findByRole('alert').catch(() => screen.findByText(/limit|budget|calls/i))
  })
})

it('says that a rule could not be removed', async () => {
  await showDesk('connections', { state: { connections: [salesforce] }, answers: { ...answers([], handOverState), 'hand-overs.set-rule': () => { throw new AppError('storage-full') } } })
  const card = (await screen.findByRole('heading', { name: 'What counts as handed over' })).closest('section') ?? document.body
  fireEvent.click(await within(card).findByRole('button', { name: 'Remove' }))
  fireEvent.click(await within(card).findByRole('button', { name: 'Remove' }))
  expect(await within(card).findByRole('alert')).toBeDefined()
})

it('searching a long list says where nothing fits, and Enter saves nothing', async () => {
  const many = Array.from({ length: 20 }, (_, n) => ({ id: `s${n}`, label: `Status ${n}` }))
  await showDesk('connections', { state: { connections: [salesforce] }, answers: { ...answers([]), 'hand-overs.choices': () => ({ ways: [{ by: 'lead-status' as const, options: many }], stages: [] }) } })
  await click('Choose what counts')
  const search = await screen.findByRole('searchbox', { name: 'Search: Lead Status' })
  fireEvent.change(search, { target: { value: 'status 17' } })
  expect(within(screen.getByRole('group', { name: 'Lead Status' })).getAllByRole('checkbox')).toHaveLength(1)
  // False: the browser's own answer to Enter, which is to send the form, was prevented.
  expect(fireEvent.keyDown(search, { key: 'Enter' })).toBe(false)
  fireEvent.change(search, { target: { value: 'nowhere' } })
  expect(await screen.findByText('None of them is called that.')).toBeDefined()
})

describe('the form', () => {
  it('starts with what the playbook calls marketing and sales qualified', () => {
    expect(startValues(choices, undefined, defaultPlaybook)).toMatchObject({ by: 'lead-status', ids: [], sql: ['Qualified'] })
    expect(startValues(choices, handOverRuleOf, defaultPlaybook)).toMatchObject({ by: 'lead-status', ids: ['Working', 'Nurturing'], sql: ['Qualified'] })
  })

  it('keeps what the rule names and the CRM offers no more, so that saving does not widen it', () => {
    const gone = { id: '702', label: 'Autumn fair' }
    const way: HandOverChoices['ways'][number] = { by: 'campaign-response', options: [{ id: '701', label: 'Spring fair' }] }
    const rule: HandOverRule = { ...handOverRuleOf, way: { by: 'campaign-response', campaigns: [gone] } }
    const options = optionsFor(way, rule)
    expect(options).toEqual([...way.options, gone])
    expect(wayOf(startValues({ ways: [way], stages: [] }, rule, defaultPlaybook), options)).toEqual(rule.way)
    expect(optionsFor(way, handOverRuleOf)).toEqual(way.options)
  })

  it.each([
    ['lead-status', [], undefined],
    ['campaign-response', [], { by: 'campaign-response', campaigns: [] }],
    ['campaign-response', ['701'], { by: 'campaign-response', campaigns: [{ id: '701', label: 'Spring fair' }] }],
  ] as const)('makes of %s and %j the rule', (by, ids, expected) => {
    expect(wayOf({ by, ids, days: 1, mql: [], sql: [] }, choices.ways.find((way) => way.by === by)?.options ?? [])).toEqual(expected)
  })
})

describe('what became of them', () => {
  const feedback = makeFeedback(300)
  const handOvers = makeHandOvers(feedback)
  const show = (page: 'overview' | 'review' = 'overview') => showDesk(page, {
    feedback, answers: { 'hand-overs.state': () => ({ connections: [handOverState], openings: 'here' }), 'hand-overs.page': vi.fn(() => ({ rows: handOvers })) },
  })

  it('is a funnel with n and interval, as influenced and never caused', async () => {
    await show()
    await screen.findByText(/Influenced by, not caused by/)
    await waitFor(() => expect(lines('What became of them').length).toBeGreaterThan(4))
    const [all = ''] = lines('What became of them')
    expect(all).toMatch(/^All handed over\d+/)
    expect(all).toMatch(/\d+ %|\d+%/)
    expect(screen.getByText(/sums may exceed the total/)).toBeTruthy()
  })

  it('opens the leads behind every number', async () => {
    await show()
    const table = await screen.findByRole('table', { name: 'What became of them' })
    const [first] = within(within(table).getAllByRole('row')[1] ?? table).getAllByRole('button').slice(-1)
    if (!first) throw new Error('no number')
    fireEvent.click(first)
    const behind = await screen.findByRole('region', { name: 'All handed over: Won' })
    expect(within(behind).getAllByRole('link').length).toBeGreaterThan(0)
    for (const link of within(behind).getAllByRole('link')) expect(link.getAttribute('href')).toMatch(/^https:\/\/quayside/)
  })

  it.each([
    ['Handed over', /^Handed over: /], ['Judged', /^Judged: /], ['Opened, not judged', /^Opened, not judged: /], ['Never opened', /^Never opened: /],
    ['Time to first follow-up: Still waiting', /^Still waiting: /], ['Time to first follow-up: Followed up', /^Followed up: /],
  ])('%s opens its leads with how they stand, takes the focus and gives it back', async (region, number) => {
    await show()
    const count = await button(number)
    count.focus()
    fireEvent.click(count)
    const behind = await screen.findByRole('region', { name: region })
    expect(document.activeElement?.textContent).toContain(region)
    const wanted = Number(/[\d,]+$/.exec(count.getAttribute('aria-label') ?? '')?.[0].replaceAll(',', ''))
    expect(within(behind).getAllByRole('listitem')).toHaveLength(Math.min(20, wanted))
    const texts = within(behind).getAllByRole('listitem').map((item) => item.textContent ?? '')
    if (region === 'Never opened') for (const text of texts) expect(text).toMatch(/Open in Salesforce 00Q\w+.*never opened$/)
    if (region === 'Judged') for (const text of texts) expect(text).toMatch(/(Good|Not yet|Wrong|Can't tell|Can’t tell)$/)
    if (region === 'Opened, not judged') for (const text of texts) expect(text).toMatch(/not judged$/)
    fireEvent.click(within(behind).getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('region', { name: region })).toBeNull()
    expect(document.activeElement).toBe(count)
  })

  it('keeps them open where a filter leaves none, and takes no focus when some are back', async () => {
    await show()
    fireEvent.click(await button(/^Never opened: /))
    const heading = within(await screen.findByRole('region', { name: 'Never opened' })).getByRole('heading')
    const crm = screen.getByRole('combobox', { name: 'CRM' })
    crm.focus()
    fireEvent.change(crm, { target: { value: 'hubspot' } })
    await waitFor(() => expect(heading.textContent).toContain('0 leads'))
    fireEvent.change(crm, { target: { value: '' } })
    await waitFor(() => expect(heading.textContent).not.toContain(' 0 leads'))
    expect([heading.isConnected, document.activeElement]).toEqual([true, crm])
  })

  it('say no coverage of one asset, which judged leads alone are known to have consumed', async () => {
    const assets = ['guide']
    await showDesk('overview?period=', {
      feedback: feedback.map((row) => ({ ...row, assets })), answers: { 'hand-overs.state': () => ({ connections: [handOverState], openings: 'here' }), 'hand-overs.page': () => ({ rows: handOvers }), 'library.list': () => [] },
    })
    await button(/^Handed over: /)
    fireEvent.change(screen.getByRole('combobox', { name: 'Asset' }), { target: { value: 'guide' } })
    await screen.findByText('Unknown for one asset: assets are known of judged leads only.')
    expect(screen.queryByRole('button', { name: /^Never opened: / })).toBeNull()
  })

  it('are on the paper before it is printed', async () => {
    const page = Promise.withResolvers<{ rows: typeof handOvers }>()
    await showDesk('review', { feedback, answers: { 'hand-overs.state': () => ({ connections: [handOverState], openings: 'here' }), 'hand-overs.page': () => page.promise } })
    await screen.findByText('Reasons given most')
    expect((await button('Print')).getAttribute('aria-disabled')).toBe('true')
    page.resolve({ rows: handOvers })
    await screen.findByText('Coverage')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Print' }).getAttribute('aria-disabled')).not.toBe('true'))
  })

  it('claims no day of a hand-over whose moment is not known', async () => {
    const [first] = handOvers
    if (!first) throw new Error('none')
    await showDesk('overview?period=', { feedback, answers: { 'hand-overs.state': () => ({ connections: [handOverState], openings: 'here' }), 'hand-overs.page': () => ({ rows: [{ ...first, precision: 'unknown' }] }) } })
    fireEvent.click(await button(/^Handed over: 1/))
    expect((await screen.findByRole('region', { name: 'Handed over' })).textContent).toContain('handed over at an unknown time')
  })

  it('tells the links to leads without a name apart, and says why they have none', async () => {
    await show()
    fireEvent.click(await button(/^Never opened: /))
    const behind = await screen.findByRole('region', { name: 'Never opened' })
    const names = within(behind).getAllByRole('link').map(({ textContent }) => textContent)
    expect(new Set(names).size).toBe(names.length)
    await waitFor(() => expect(within(behind).getAllByText('This organisation of Salesforce is not connected yet.')).toHaveLength(names.length))
  })

  it('says what counts as opened, and whose openings are known', async () => {
    await show()
    await screen.findByText(/judged it, sent it something or followed it up in the CRM\./)
    await screen.findByText(/Openings in Leadside are known from this browser only/)
  })

  it('lists where verdict and outcome disagree, and how soon sales took leads up', async () => {
    await show()
    await screen.findByText('Where verdict and outcome disagree')
    expect(screen.getAllByText('Good, but lost').length).toBeGreaterThan(0)
    expect(lines('Time to first follow-up')).toHaveLength(6)
    expect(screen.queryByText(/Dana Reyes|Mei Tanaka|Jonas Okoro/)).toBeNull()
  })

  it('counts them on the page for the meeting, which names no lead', async () => {
    await show('review')
    const counts = await screen.findByText(/^Where verdict and outcome disagree:/)
    expect(counts.textContent).toMatch(/Good, but lost \d+ · Wrong, but won \d+$/)
    expect(screen.queryAllByRole('link', { name: /Open in|,/ }).filter((link) => link.getAttribute('href')?.startsWith('https://'))).toEqual([])
    expect(lines('What became of them')).toHaveLength(1)
  })
})
