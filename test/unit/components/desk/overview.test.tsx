// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import type { Finding } from '@/lib/domain/finding'
import { mergeReason, renameReason } from '@/lib/domain/reasons'
import { AppError } from '@/lib/domain/errors'
import type { SummaryAnswer, SummaryAsk } from '@/lib/domain/review/summary-ask'
import { packSheet } from '@/lib/domain/review/sheet'
import { filterRows, readFeedbackFilter } from '@/components/desk/feedback/filter-rows'
import { deskNow, makeFeedback, makeFindings } from '../../../fakes/desk-bus'
import { button, click, showDesk, type } from './show-desk'

let made = 0
function row(over: Partial<FeedbackRow> = {}): FeedbackRow {
  made += 1
  const id = `00Q${String(made).padStart(15, '0')}`
  return {
    id: `v${made}`, at: deskNow - made * 60_000, ref: { crm: 'salesforce', org: 'q.my.salesforce.com', kind: 'lead', id }, url: `https://q.my.salesforce.com/${id}`, recordName: `Lead ${made}`,
    verdict: 'good', campaigns: ['Spring'], source: 'Web', assets: [], secondLook: false, look: 'first', sample: false, origin: 'here', rep: 'Dana Reyes', ...over,
  }
}
const some = (count: number, over: Partial<FeedbackRow> = {}) => Array.from({ length: count }, () => row(over))
const shown = (text: string) => waitFor(() => expect(screen.getByText(text)).toBeDefined())
const ranking = () => within(screen.getByRole('table', { name: /^Acceptance/ })).getAllByRole('row').slice(1).map((line) => line.textContent ?? '')
const spring = () => [...some(15), ...some(5, { verdict: 'wrong', reason: 'student-or-job-seeker', note: 'A student' }), ...some(3, { campaigns: ['Small'] }), ...some(30, { campaigns: ['Fair', 'Spring'], verdict: 'not_yet', reason: 'no-budget-yet' })]

describe('overview', () => {
  it('says what to do where there is nothing', async () => {
    await showDesk('overview')
    expect(await screen.findByText(/No verdicts yet/)).toBeDefined()
  })

  it('ranks by the lower end of the interval; what is too early stands apart with how many more are needed', async () => {
    await showDesk('overview', { feedback: spring() })
    await shown('53 verdicts')
    expect(ranking()).toEqual([expect.stringMatching(/^Spring30% \(19% to 44%\), n 50/), expect.stringMatching(/^Fair0% \(0% to 11%\), n 30/)])
    expect(screen.getByRole('region', { name: 'Too early' }).textContent).toContain('Small3 judged, 17 more needed')
    expect(screen.getByText(/campaigns add up to more than the total/)).toBeDefined()
  })

  it('keeps the change with the name, too, where a narrow screen has no column for it', async () => {
    const before = some(30, { at: deskNow - 100 * 86_400_000, campaigns: ['Spring'] })
    await showDesk('overview', { feedback: [...spring(), ...before] })
    await shown('53 verdicts')
    const names = within(screen.getByRole('table', { name: /^Acceptance/ })).getAllByRole('rowheader').map((name) => name.textContent)
    expect(names).toEqual([expect.stringMatching(/n 50Change: -70 points \(-8\d to -5\d\)$/), expect.stringMatching(/n 30Change: Too early$/)])
  })

  it('says how campaigns are known that no CRM lists', async () => {
    await showDesk('overview', { feedback: [...some(12, { campaigns: ['Retail'], campaignsBy: ['email'] }), ...some(12, { campaigns: ['Retail'], campaignsBy: ['utm'] })] })
    await shown('24 verdicts')
    expect(ranking()).toEqual([expect.stringMatching(/^RetailUTMmarketing email/)])
  })

  it('gives the credit to the first campaign or the last by a switch', async () => {
    await showDesk('overview', { feedback: spring() })
    await shown('53 verdicts')
    type('Which campaigns count', 'first')
    await waitFor(() => expect(ranking()).toEqual([expect.stringMatching(/^Spring30%/)]))
    expect(location.hash).toContain('credit=first')
    type('Which campaigns count', 'last')
    await waitFor(() => expect(ranking()).toEqual([expect.stringMatching(/^Spring75%/), expect.stringMatching(/^Fair0%/)]))
  })

  it('keeps its filters in the address, and leads from a number to the verdicts behind it', async () => {
    await showDesk('overview', { feedback: spring() })
    await shown('53 verdicts')
    type('Campaign', 'Spring')
    type('Reason', 'student-or-job-seeker')
    await shown('5 verdicts')
    const link = within(screen.getByRole('table', { name: 'Verdicts over time' })).getAllByRole('link', { name: '5' })[0]
    expect(link?.getAttribute('href')).toMatch(/^#\/feedback\?period=2026-03-\d\d_2026-03-\d\d&campaign=Spring&verdict=wrong&reason=student-or-job-seeker$/)
    location.hash = link?.getAttribute('href') ?? ''
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Feedback'))
    await shown('5 verdicts')
  })

  it('opens behind each number of the comparison and of the time just the verdicts it counts', async () => {
    const rows = Array.from({ length: 120 }, (_, n) => row({ at: deskNow - n * 20 * 3_600_000, verdict: n % 4 === 0 ? 'cant_tell' : 'good', campaigns: n < 80 ? ['Spring', 'Fair'] : ['Spring'] }))
    rows.push(...some(30, { campaigns: ['Fair'] }))
    await showDesk('overview?campaign=Spring', { feedback: rows })
    await shown('108 verdicts')
    const links = (table: RegExp | string) => within(screen.getByRole('table', { name: table })).getAllByRole('link').flatMap((link) => (/^\d+$/.test(link.textContent ?? '') ? [[link.getAttribute('href') ?? '', Number(link.textContent)] as const] : []))
    const all = [...links(/^Acceptance/), ...links('Verdicts over time')]
    expect(all.length).toBeGreaterThan(20)
    expect(links(/^Acceptance/)).toEqual([[expect.stringContaining('verdict=rated'), 81]])
    for (const [href, count] of all) expect([href, filterRows(rows, readFeedbackFilter(new URLSearchParams(href.split('?')[1])), deskNow).length]).toEqual([href, count])
  })

  it('says where there is nothing to draw, and which numbers a verdict does not narrow', async () => {
    await showDesk('overview?verdict=cant_tell', { feedback: spring() })
    await shown('0 verdicts')
    expect(screen.getByText('No verdicts with these filters.')).toBeDefined()
    expect(screen.getByText(/Acceptance, coverage and what became of leads count all leads/)).toBeDefined()
    type('Verdict', '')
    await shown('53 verdicts')
    expect(screen.queryByText(/count all leads the other filters leave/)).toBeNull()
  })

  it('shows a period that came with a link as it is', async () => {
    await showDesk('overview?period=45', { feedback: spring() })
    await shown('53 verdicts')
    expect(screen.getByRole('combobox', { name: 'Period' }).textContent).toContain('Last 45 days')
    expect((screen.getByRole('combobox', { name: 'Period' }) as HTMLSelectElement).value).toBe('45')
  })

  it('keeps views of one name on two pages apart', async () => {
    const { bus } = await showDesk('feedback?campaign=Small', { feedback: spring() })
    await shown('3 verdicts')
    for (const page of ['feedback', 'overview']) {
      location.hash = `#/${page}?campaign=Small`
      await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(new RegExp(page, 'i')))
      await click('Save this view')
      type('Name of the view', 'Small')
      await click('Save')
      await screen.findByRole('link', { name: 'Small', current: true })
    }
    await click('Remove the view Small')
    await waitFor(() => expect(bus.of('review.remove-view')).toEqual([{ page: 'overview', name: 'Small' }]))
    location.hash = '#/feedback'
    expect(await screen.findByRole('link', { name: 'Small' })).toBeDefined()
  })

  it('says that saved views cannot be read', async () => {
    await showDesk('overview', { feedback: spring(), answers: { 'review.views': () => { throw new AppError('storage-full') } } })
    expect(await screen.findByRole('alert')).toBeDefined()
  })

  it('saves a view under a name, opens it again and lets it go', async () => {
    await showDesk('overview', { feedback: spring() })
    await shown('53 verdicts')
    type('Campaign', 'Small')
    await shown('3 verdicts')
    await click('Save this view')
    type('Name of the view', 'The small one')
    screen.getByRole('textbox', { name: 'Name of the view' }).focus()
    await click('Save')
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Saved views' }))
    screen.getByRole('button', { name: 'Clear filters' }).focus()
    await click('Clear filters')
    expect(document.activeElement?.tagName).toBe('SEARCH')
    await shown('53 verdicts')
    const link = await screen.findByRole('link', { name: /The small one/ })
    location.hash = link.getAttribute('href') ?? ''
    await shown('3 verdicts')
    await click('Remove the view The small one')
    await waitFor(() => expect(screen.queryByRole('link', { name: /The small one/ })).toBeNull())
  })

  it('shows the newest at once and says that it is still reading the rest', async () => {
    const rows = spring()
    let more: (page: { sheets: string[] }) => void = () => undefined
    const rest = new Promise<{ sheets: string[] }>((resolve) => { more = resolve })
    await showDesk('overview', { answers: { 'review.sheets': ({ after }) => (after === undefined ? { sheets: [packSheet(rows.slice(0, 20))], next: '2026-03-01' } : rest) } })
    await shown('20 verdicts (still reading)')
    more({ sheets: [packSheet(rows.slice(20))] })
    await shown('53 verdicts')
  })

  it('shows a merged reason under what it was merged into at once, wherever it was merged', async () => {
    let reasons = defaultPlaybook.reasons
    const { bus } = await showDesk('overview', { feedback: [...some(20), ...some(4, { verdict: 'wrong', reason: 'student-or-job-seeker' }), ...some(3, { verdict: 'wrong', reason: 'too-small' })], answers: { 'playbook.get': () => ({ ...defaultPlaybook, reasons }) } })
    await shown('27 verdicts')
    type('Reason', 'student-or-job-seeker')
    await shown('4 verdicts')
    reasons = renameReason(mergeReason(reasons, 'wrong', 'too-small', 'student-or-job-seeker'), 'wrong', 'student-or-job-seeker', 'Nobody to sell to')
    bus.signal('settings')
    await shown('7 verdicts')
    expect(screen.getAllByText('Nobody to sell to').length).toBeGreaterThan(0)
    expect(bus.asked.filter(({ name }) => name === 'review.sheets')).toHaveLength(1)
  })

  it('says coverage is unknown until somebody chose what counts as handed over', async () => {
    await showDesk('overview', { feedback: spring() })
    expect(await screen.findByText(/Unknown: choose what counts as handed over/)).toBeDefined()
  })

  it('compares by lead and never by rep, and shows no name of one', async () => {
    await showDesk('overview', { feedback: makeFeedback(200) })
    await screen.findByText('Acceptance compared')
    expect(document.body.textContent).not.toMatch(/Dana Reyes|Mei Tanaka|Jonas Okoro/)
  })
})

describe('the overview of a team in a hub', () => {
  const asOf = new Date(2026, 2, 16, 9, 41).getTime()
  const answer = (groups: SummaryAnswer['groups']): SummaryAnswer => ({ groups, more: false })
  const hubTells = (why: 'bringing' | 'kept-longer') => ({ asks }: { asks: SummaryAsk[] }) => ({
    why, days: 365, asOf, answers: asks.map(({ by, looks }) => answer(looks === 'second' ? [] : by === 'all' ? [{ key: '', good: 600, not_yet: 200, wrong: 200, cant_tell: 7 }] : [{ key: 'Spring', good: 300, not_yet: 100, wrong: 100, cant_tell: 0 }, { key: 'Small', good: 1, not_yet: 0, wrong: 1, cant_tell: 0 }])),
  })

  it('shows the hub\'s summary while the team\'s verdicts are on their way, and what is counted here once they are all here', async () => {
    let told: ReturnType<ReturnType<typeof hubTells>> | null = null
    const tells = hubTells('bringing')
    let complete = false
    const { bus } = await showDesk('overview', { feedback: spring(), answers: { 'team.look': () => ({}), 'review.summary': ({ asks }) => (told = complete ? null : tells({ asks })) } })
    await screen.findByText(/From the hub's summary, as of 9:41/)
    expect((await screen.findByText('1,007 leads judged')).closest('a')).toBeNull()
    expect(within(screen.getByRole('table', { name: /^Acceptance/ })).queryAllByRole('link')).toEqual([])
    expect(ranking()).toEqual([expect.stringMatching(/^Spring60% \(56% to 64%\), n 500/)])
    expect(screen.getByRole('region', { name: 'Too early' }).textContent).toContain('Small')
    for (const local of ['Verdicts over time', 'Coverage', '53 verdicts']) expect(screen.queryByText(local)).toBeNull()
    expect(told).not.toBeNull()
    complete = true
    bus.signal('hub')
    await shown('53 verdicts')
    expect(screen.queryByText(/From the hub's summary/)).toBeNull()
    expect(await screen.findByText('Coverage')).toBeDefined()
  })

  it.each([
    ['overview?campaign=Spring&source=Web', /cannot answer these filters together/], ['overview?crm=salesforce', /does not tell the CRMs apart/], ['overview?credit=last', /not only in the first or the last/],
  ] as const)('says of %s that the hub cannot answer, rather than show another number', async (page, words) => {
    await showDesk(page, { feedback: spring(), answers: { 'team.look': () => ({}), 'review.summary': hubTells('bringing') } })
    await screen.findByText(words)
    expect(screen.queryByText('Acceptance')).toBeNull()
  })

  it('counts what is here where the hub cannot be asked, and says that it is not all', async () => {
    await showDesk('overview', { feedback: spring(), answers: { 'team.look': () => ({}), 'review.summary': () => ({ why: 'bringing', days: 365, error: { kind: 'offline' } }) } })
    await screen.findByText(/The hub could not be asked, and not all of the team's verdicts are here yet/)
    await shown('53 verdicts')
  })

  it('takes acceptance from a hub that keeps verdicts longer, and only where it counts more', async () => {
    await showDesk('overview?period=', { feedback: spring(), answers: { 'team.look': () => ({}), 'review.summary': hubTells('kept-longer') } })
    await screen.findByText(/keeps verdicts longer than the 365 days/)
    await screen.findByText('1,007 leads judged')
    await shown('53 verdicts')
  })

  it('says nothing of a hub that counts the same', async () => {
    const same = ({ asks }: { asks: SummaryAsk[] }) => ({ why: 'kept-longer' as const, days: 365, asOf, answers: asks.map(({ looks }) => answer(looks === 'second' ? [] : [{ key: '', good: 18, not_yet: 30, wrong: 5, cant_tell: 0 }])) })
    await showDesk('overview?period=', { feedback: spring(), answers: { 'team.look': () => ({}), 'review.summary': same } })
    await shown('53 verdicts')
    expect(screen.queryByText(/hub/)).toBeNull()
  })
})

describe('findings', () => {
  it('are made of a reason in a campaign, go on step by step and are counted', async () => {
    const { bus } = await showDesk('overview', { feedback: spring() })
    await shown('53 verdicts')
    const cells = await screen.findByRole('table', { name: /How often each reason/ })
    fireEvent.click(within(cells).getByRole('button', { name: '5' }))
    await click('Make a finding')
    type('What did you notice?', 'Students come')
    await click('Save the finding')
    expect(await screen.findByText('Students come')).toBeDefined()
    const [draft] = bus.of('finding.make')
    expect([draft?.concerns, draft?.verdictIds.length]).toEqual([{ campaign: 'Spring', reason: 'student-or-job-seeker' }, 5])
    type('What did you decide?', 'Ask for work e-mail')
    await click('Mark as decided')
    await screen.findByText('Findings answered within 14 days: 1 of 1')
    await click('Mark as changed')
    expect(await screen.findByRole('table', { name: /before the change and since/ })).toBeDefined()
    expect(bus.of('finding.save').at(-1)).toMatchObject({ state: 'changed', change: 'Ask for work e-mail' })
    await click('Mark as measured')
    await waitFor(() => expect(bus.of('finding.save').at(-1)?.measured).toMatchObject({ before: { n: expect.any(Number) as number } }))
  })

  it('are made of what the filter leaves: the count of a cell follows it, a cell that is gone is let go, and the source is kept', async () => {
    const [students, timid] = [{ verdict: 'wrong', reason: 'student-or-job-seeker' }, { verdict: 'wrong', reason: 'too-small', source: 'Fair' }] as const
    const { bus } = await showDesk('overview', { feedback: [...some(4, students), ...some(3, { ...students, source: 'Fair' }), ...some(2, timid)] })
    await shown('9 verdicts')
    const cell = async (count: string) => within(await screen.findByRole('table', { name: /How often each reason/ })).findByRole('button', { name: count })
    const picked = () => screen.getAllByRole('status').map(({ textContent }) => textContent ?? '').find((text) => text.includes('Spring ·'))
    fireEvent.click(await cell('2'))
    await waitFor(() => expect(picked()).toContain('2 verdicts'))
    type('Source', 'Web')
    await shown('4 verdicts')
    await waitFor(() => expect(picked()).toBeUndefined())
    type('Source', '')
    await shown('9 verdicts')
    fireEvent.click(await cell('7'))
    await waitFor(() => expect(picked()).toContain('7 verdicts'))
    type('Source', 'Fair')
    await shown('5 verdicts')
    await waitFor(() => expect(picked()).toContain('3 verdicts'))
    await click('Make a finding')
    await screen.findByText('A finding from 3 verdicts')
    type('Source', 'Web')
    await screen.findByText('A finding from 4 verdicts')
    type('Source', 'Fair')
    await screen.findByText('A finding from 3 verdicts')
    type('What did you notice?', 'Students at the fair')
    await click('Save the finding')
    await waitFor(() => expect(bus.of('finding.make').at(-1)).toMatchObject({ concerns: { campaign: 'Spring', source: 'Fair', reason: 'student-or-job-seeker' }, verdictIds: { length: 3 } }))
  })

  it('are made of verdicts chosen in the table', async () => {
    const { bus } = await showDesk('feedback', { feedback: spring() })
    await shown('53 verdicts')
    for (const box of screen.getAllByRole('checkbox').slice(0, 2)) fireEvent.click(box)
    await click('Make a finding')
    type('What did you notice?', 'Two of them')
    await click('Save the finding')
    await waitFor(() => expect(bus.of('finding.make').at(-1)?.verdictIds).toHaveLength(2))
  })
})

/** A ledger whose second part is here, or fails, when the test says so. */
function inTwoParts(rows: readonly FeedbackRow[]) {
  const rest = Promise.withResolvers<{ sheets: string[] }>()
  return {
    answers: { 'review.sheets': ({ after }: { after?: string | undefined }) => (after === undefined ? { sheets: [packSheet(rows.slice(0, 20))], next: '2026-03-01' } : rest.promise) },
    bring: () => rest.resolve({ sheets: [packSheet(rows.slice(20))] }), fail: () => rest.reject(new AppError('storage-full')),
  }
}
const isOff = (element: HTMLElement) => element.getAttribute('aria-disabled') === 'true'

describe('of a part of the ledger', () => {
  const changed = makeFindings().filter(({ state }) => state === 'changed').map((finding): Finding => ({ ...finding, concerns: {}, changedAt: deskNow - 30 * 86_400_000 }))

  /** A page opened while another one shows the newest part. */
  async function open(page: string, parts: ReturnType<typeof inTwoParts>) {
    const { bus } = await showDesk('overview?period=', { findings: changed, answers: parts.answers })
    await shown('20 verdicts (still reading)')
    location.hash = `#/${page}`
    return bus
  }

  it('nothing is measured: it waits for the rest', async () => {
    const parts = inTwoParts(some(50))
    const bus = await open('findings', parts)
    const measure = await button('Mark as measured')
    expect(isOff(measure)).toBe(true)
    parts.bring()
    await waitFor(() => expect(isOff(measure)).toBe(false))
    fireEvent.click(measure)
    await waitFor(() => expect(bus.of('finding.save').at(-1)?.measured).toEqual({ before: { good: 0, n: 0 }, after: { good: 50, n: 50 } }))
  })

  it('nothing is measured where the rest fails, and the failure is said', async () => {
    const parts = inTwoParts(some(50))
    await open('findings', parts)
    parts.fail()
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(isOff(await button('Mark as measured'))).toBe(true)
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('nothing is counted or printed for the meeting until the rest is here', async () => {
    const parts = inTwoParts(spring())
    await open('review', parts)
    expect([isOff(await button('Print')), screen.queryByText('Coverage')]).toEqual([true, null])
    parts.bring()
    expect(await screen.findByText('Coverage')).toBeDefined()
    await waitFor(() => expect(isOff(screen.getByRole('button', { name: 'Print' }))).toBe(false))
  })

  it('nothing is counted or printed for the meeting where the rest fails', async () => {
    const parts = inTwoParts(spring())
    await open('review', parts)
    parts.fail()
    expect(await screen.findByRole('alert')).toBeDefined()
    expect([isOff(await button('Print')), screen.queryByText('Coverage')]).toEqual([true, null])
  })
})

it('the campaign review says what failed rather than that there are no findings', async () => {
  await showDesk('review', { feedback: spring(), answers: { 'finding.list': () => { throw new AppError('storage-full') } } })
  expect(await screen.findByRole('alert')).toBeDefined()
  expect(screen.queryByText('No open findings.')).toBeNull()
})

it('a finding says how many of its verdicts were erased with their people', async () => {
  const finding: Finding = { kind: 'finding', id: 'f', version: 1, updatedAt: 0, sentence: 'Students', state: 'noticed', noticedAt: deskNow, concerns: {}, verdictIds: ['1', '2', '3'], erased: 2, reps: 3 }
  await showDesk('findings', { findings: [finding] })
  await screen.findByText('5 verdicts')
  await screen.findByText(/from 3 reps/)
  await screen.findByText(/2 of them erased with their people/)
})

it('the campaign review has what both teams take to their meeting, quotes without names', async () => {
  await showDesk('review', { feedback: spring() })
  expect(await screen.findByText('A student')).toBeDefined()
  for (const part of ['Coverage', 'Reasons given most', 'Open findings', 'Who does what by when']) expect(screen.getAllByText(part).length).toBeGreaterThan(0)
  await click('Add a line')
  expect(screen.getAllByRole('textbox', { name: /^What, line/ })).toHaveLength(4)
})

it('the campaign review says on paper what it is filtered by', async () => {
  await showDesk('review?campaign=Spring&source=Web&verdict=rated&credit=last', { feedback: spring() })
  expect((await screen.findByText(/^Only:/)).textContent).toBe("Only: Campaign: Spring · Source: Web · Verdict: All but Can't tell · Last campaign only")
})

it('the campaign review is not printed before its quotes are here', async () => {
  const quotes = Promise.withResolvers<[]>()
  await showDesk('review', { feedback: spring(), answers: { 'review.quotes': () => quotes.promise } })
  await screen.findByText('Coverage')
  expect(isOff(await button('Print'))).toBe(true)
  quotes.resolve([])
  await waitFor(() => expect(isOff(screen.getByRole('button', { name: 'Print' }))).toBe(false))
})

it('the campaign review says that quotes are missing rather than show none', async () => {
  await showDesk('review', { feedback: spring(), answers: { 'review.quotes': () => { throw new AppError('storage-full') } } })
  expect(await screen.findByRole('alert')).toBeDefined()
})
