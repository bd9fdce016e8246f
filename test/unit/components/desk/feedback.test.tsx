// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, onTestFinished } from 'vitest'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { deskNow, makeFeedback, salesforce } from '../../../fakes/desk-bus'
import { click, lines, showDesk, type } from './show-desk'

const day = 86_400_000
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
const groups = () => within(screen.getByRole('table', { name: 'Acceptance' })).getAllByRole('row').slice(1).map((line) => line.textContent ?? '')
const count = (text: string) => waitFor(() => expect(screen.getByText(text)).toBeDefined())

describe('feedback', () => {
  it('says what to do where there is none', async () => {
    await showDesk('feedback')
    expect(await screen.findByText(/No verdicts yet/)).toBeDefined()
  })

  it.each(['America/Los_Angeles', 'Asia/Tokyo'])('F42 counts the verdicts of today within a period in %s, as the overview does', async (tz) => {
    const zone = process.env['TZ']
    process.env['TZ'] = tz
    onTestFinished(() => { process.env['TZ'] = zone })
    await showDesk('feedback?period=30', { feedback: some(4) })
    await count('4 verdicts')
  })

  it('shows what it is filtered by also where no verdict has it', async () => {
    await showDesk('feedback?campaign=Autumn&source=Fair', { feedback: some(2) })
    await count('0 verdicts')
    expect(['Campaign', 'Source'].map((name) => (screen.getByRole('combobox', { name }) as HTMLSelectElement).value)).toEqual(['Autumn', 'Fair'])
  })

  it('reads page after page until it has them all', async () => {
    const { bus } = await showDesk('feedback', { feedback: makeFeedback(2_300) })
    await count('2,300 verdicts')
    expect(bus.of('feedback.page').map(({ after }) => after)).toEqual([undefined, '1000', '2000'])
  })

  it('names leads nobody opened here from the CRM, a screen in one call, and says why where it cannot', async () => {
    const rows = [row({ recordName: undefined }), row({ recordName: undefined }), row({ recordName: 'Berta' })]
    const [first, second] = rows
    const { bus } = await showDesk('feedback', {
      feedback: rows,
      answers: { 'record.names': ({ refs }) => refs.map((ref) => (ref.id === first?.ref.id ? { ref, name: 'Ann Ode', company: 'Alba' } : { ref, lack: 'not-found' as const })) },
    })
    await waitFor(() => expect(lines('Verdicts')[0]).toContain('Ann OdeAlba'))
    expect(lines('Verdicts')[1]).toContain(`${second?.ref.id}Salesforce shows no such record.`)
    expect(bus.of('record.names')).toEqual([{ refs: [first?.ref, second?.ref] }])
  })

  it('names a reason as the team calls it now, also one it made itself or offers no more', async () => {
    const reasons = { good: [{ id: 'real-need', label: 'Has a project' }], not_yet: [], wrong: [{ id: 'thesis', label: 'Writes a thesis', retired: true }], cant_tell: [] }
    await showDesk('feedback', { feedback: [row({ reason: 'real-need' }), row({ verdict: 'wrong', reason: 'thesis' })], answers: { 'playbook.get': () => ({ ...defaultPlaybook, reasons }) } })
    await waitFor(() => expect(lines('Verdicts')[0]).toContain('Has a project'))
    expect(lines('Verdicts')[1]).toContain('Writes a thesis')
  })

  it('finds, sorts and exports leads under the names their CRM told', async () => {
    const rows = [row({ recordName: undefined }), row({ recordName: 'Berta' }), row({ recordName: undefined })]
    const { bus, door } = await showDesk('feedback', {
      feedback: rows, answers: { 'record.names': ({ refs }) => refs.map((ref) => (ref.id === rows[0]?.ref.id ? { ref, name: 'Zoe Ode', company: 'Alba' } : { ref, name: 'Ann Ode' })) },
    })
    await waitFor(() => expect(lines('Verdicts')[0]).toContain('Zoe OdeAlba'))
    await click('Lead')
    expect(lines('Verdicts').map((line) => /Ann|Berta|Zoe/.exec(line)?.[0])).toEqual(['Ann', 'Berta', 'Zoe'])
    type(/Search/, 'zoe')
    await count('1 verdict')
    await click('CSV')
    await waitFor(() => expect(door.download.mock.calls[0]?.[2]).toContain('Zoe Ode'))
    expect([bus.of('record.names').length, bus.of('feedback.page').length]).toEqual([1, 1])
  })

  it('filters by verdict, words and period, and clears', async () => {
    await showDesk('feedback', { feedback: [...some(2), row({ verdict: 'wrong', note: 'A student' }), row({ at: deskNow - 60 * day })] })
    await count('4 verdicts')
    type('Verdict', 'wrong')
    await count('1 verdict')
    expect(lines('Verdicts')[0]).toContain('A student')
    await click('Clear filters')
    type('Period', '30')
    await count('3 verdicts')
    type(/Search/, 'STUDENT')
    await count('1 verdict')
  })

  it('sorts by what the head of a column says', async () => {
    await showDesk('feedback', { feedback: [row({ recordName: 'Berta' }), row({ recordName: 'Anna' }), row({ recordName: 'Carl' })] })
    await count('3 verdicts')
    const names = () => lines('Verdicts').map((line) => /Berta|Anna|Carl/.exec(line)?.[0])
    expect(names()).toEqual(['Berta', 'Anna', 'Carl'])
    await click('Lead')
    await waitFor(() => expect(names()).toEqual(['Anna', 'Berta', 'Carl']))
    await click('Lead')
    await waitFor(() => expect(names()).toEqual(['Carl', 'Berta', 'Anna']))
    expect(screen.getByRole('columnheader', { name: 'Lead' }).getAttribute('aria-sort')).toBe('descending')
  })

  it('compares groups with interval and n, ranked by the lower bound; too early below twenty', async () => {
    await showDesk('feedback', { feedback: [
      ...some(15, { campaigns: ['Spring'] }), ...some(5, { campaigns: ['Spring'], verdict: 'wrong' }),
      ...some(18, { campaigns: ['Small'] }),
      ...some(10, { campaigns: ['Fair'] }), ...some(15, { campaigns: ['Fair'], verdict: 'not_yet' }), ...some(3, { campaigns: ['Fair'], verdict: 'cant_tell' }),
    ] })
    await count('66 verdicts')
    // 15 of 20: Wilson 0.531 to 0.888; 10 of 25: 0.234 to 0.593
    expect(groups()).toEqual([
      expect.stringMatching(/^All leads68%/),
      'Spring75%53% to 89%2015050',
      'Fair40%23% to 59%25101503',
      'SmallToo early, 2 more needed1818000',
    ])
  })

  it('counts each lead once, by its latest verdict, and second looks apart', async () => {
    const lead = row({ verdict: 'good' })
    const again = row({ ref: lead.ref, verdict: 'wrong', at: lead.at + 1_000 })
    const second = row({ ref: lead.ref, verdict: 'good', at: lead.at + 2_000, secondLook: true })
    await showDesk('feedback', { feedback: [second, again, lead] })
    await count('3 verdicts')
    expect(groups()).toEqual(['All leadsToo early, 19 more needed10010', 'SpringToo early, 19 more needed10010', 'Second looks, after a returnToo early, 19 more needed11000'])
    await click('Second looks, after a return')
    await count('1 verdict')
  })

  it('opens the verdicts behind every number', async () => {
    await showDesk('feedback', { feedback: [...some(3, { campaigns: ['Spring'] }), ...some(2, { campaigns: ['Spring'], verdict: 'wrong' }), ...some(4, { campaigns: ['Fair'] })] })
    await count('9 verdicts')
    const spring = within(screen.getByRole('table', { name: 'Acceptance' })).getByRole('row', { name: /^Spring/ })
    fireEvent.click(within(spring).getByRole('button', { name: '2' }))
    await count('2 verdicts')
    await click('Clear filters')
    await click('Fair')
    await count('4 verdicts')
  })

  it('compares by more than campaigns, never by who judged', async () => {
    await showDesk('feedback', { feedback: some(2, { persona: 'supply-chain' }) })
    await count('2 verdicts')
    type('Grouped by', 'persona')
    await waitFor(() => expect(groups()[1]).toMatch(/^Supply chain/))
    const choices = [...document.querySelectorAll('search option')].map(({ textContent }) => textContent)
    expect(choices).not.toContain('Dana Reyes')
    expect([...screen.getByLabelText('Grouped by').querySelectorAll('option')].map(({ value }) => value)).toEqual(['campaign', 'source', 'reason', 'asset', 'persona', 'industry', 'stage'])
  })

  it('S34 exports what is shown, safe against formulas', async () => {
    const { door } = await showDesk('feedback', { feedback: [row({ note: '=HYPERLINK("http://evil","x")', recordName: '+491', company: '@cmd' }), row({ verdict: 'wrong' })] })
    type('Verdict', 'good')
    await count('1 verdict')
    await click('CSV')
    await waitFor(() => expect(door.download).toHaveBeenCalledOnce())
    const [name, kind, content = ''] = door.download.mock.calls[0] ?? []
    expect([name, kind, content.trim().split('\r\n').length]).toEqual(['leadside-feedback.csv', 'text/csv', 2])
    expect(content).toContain(`"'=HYPERLINK(""http://evil"",""x"")"`)
    expect(content).toContain(`,'+491,'@cmd,`)
  })

  it('S59 exports nothing where the admin forbids it', async () => {
    const { door } = await showDesk('feedback', { feedback: some(1), state: { policy: { ignored: [], allowExport: false } } })
    await count('1 verdict')
    await click('JSON')
    expect(door.download).not.toHaveBeenCalled()
  })

  it('S31 draws other people\'s words as text', async () => {
    await showDesk('feedback', { feedback: [row({ recordName: '"><img src=x onerror=alert(1)>', campaigns: ['<svg onload=1>'] })] })
    await count('1 verdict')
    expect(document.querySelectorAll('img, svg[onload]')).toHaveLength(0)
    expect(screen.getAllByText(/onerror/).length).toBeGreaterThan(0)
  })

  it('reads the team\'s verdicts and names each CRM that failed', async () => {
    const { bus } = await showDesk('feedback', {
      feedback: some(1), state: { connections: [salesforce] }, answers: { 'feedback.read-team': () => ({ read: 7, added: 4, errors: [{ org: 'portal 4711', error: { kind: 'signed-out' } }] }) },
    })
    await click(/Read the team/)
    expect(await screen.findByText('Read 7 verdicts, 4 of them new.')).toBeDefined()
    expect(screen.getByText('Your sign-in to portal 4711 has ended.')).toBeDefined()
    expect(bus.of('feedback.page').length).toBeGreaterThan(1)
  })
})
