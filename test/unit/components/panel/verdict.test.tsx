// @vitest-environment happy-dom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openGuard, type Guard } from '@/components/panel/guard'
import { fail } from '../../../fakes/panel-bus'
import { fullView, jonas, marta, now, otherView, written } from '../../../fakes/panel-fixtures'
import { stateOf } from '../../../fakes/panel-states'
import { button, mountPanel, press, settle, verdictButton, pass } from '../mount'

const names = ['Good', 'Not yet', 'Wrong', "Can't tell"]
const bar = () => screen.getByRole('region', { name: 'Is this a good lead?' })

describe('the verdict bar', () => {
  it('has exactly four answers, in this order', async () => {
    await mountPanel({ views: [fullView] })
    const group = screen.getByRole('group', { name: 'Is this a good lead?' })
    expect(within(group).getAllByRole('button').map((each) => each.textContent)).toEqual(names)
  })

  it('is there, plainly not usable, while nothing is loaded', async () => {
    await mountPanel(stateOf('loading'))
    for (const name of names) expect(verdictButton(name).getAttribute('aria-disabled')).toBe('true')
  })

  it('records one click, for the record it was aimed at, and shows it at once', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(verdictButton('Good'))
    const [given] = bus.of('verdict.give')
    expect(given).toMatchObject({ ref: marta, verdict: 'good' })
    expect(given?.eventId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt((given?.eventId ?? '').replace('-', '').slice(0, 12), 16)).toBe(now)
    expect(verdictButton('Good').getAttribute('aria-pressed')).toBe('true')
    expect(bar().textContent).toContain('by you')
  })

  it('shows nothing as recorded before it is', async () => {
    let release = () => undefined as void
    const { bus } = await mountPanel({ views: [fullView], answers: { 'verdict.give': () => new Promise((_, reject) => (release = () => reject(new Error('worker gone')))) } })
    await press(verdictButton('Good'))
    expect(verdictButton('Good').getAttribute('aria-pressed')).toBe('false')
    expect(verdictButton('Good').getAttribute('aria-busy')).toBe('true')
    release()
    await settle()
    expect(bus.of('verdict.give')).toHaveLength(1)
    expect(within(bar()).getByRole('alert')).toBeTruthy()
    expect(verdictButton('Good').getAttribute('aria-pressed')).toBe('false')
  })

  it('F15 makes one event of a double and a triple click', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    const target = verdictButton('Wrong')
    for (let click = 0; click < 3; click++) {
      fireEvent.pointerDown(target)
      fireEvent.click(target)
    }
    await settle()
    expect(new Set(bus.of('verdict.give').map(({ eventId }) => eventId)).size).toBe(1)
    expect(bus.of('verdict.give')).toHaveLength(1)
  })

  it('repeats a failed click as the same event', async () => {
    const { bus } = await mountPanel({ views: [fullView], answers: { 'verdict.give': fail('timeout') } })
    await press(verdictButton('Good'))
    await press(verdictButton('Good'))
    const [first, second] = bus.of('verdict.give')
    expect(second?.eventId).toBe(first?.eventId)
  })

  it('S25 does nothing on a click made by a script', async () => {
    const { bus } = await mountPanel({ views: [fullView], byScript: true })
    await press(verdictButton('Good'))
    expect(bus.of('verdict.give')).toEqual([])
  })

  it('S23 does nothing while something covers the panel, says so and offers the browser\'s side panel', async () => {
    const covered: Guard = { ...openGuard, sight: () => Promise.resolve({ visible: 'no', ratio: 1, settledFor: 5000 }) }
    const { bus } = await mountPanel({ views: [fullView], guard: covered })
    await press(verdictButton('Good'))
    expect(bus.of('verdict.give')).toEqual([])
    expect(screen.getByRole('alert').textContent).toContain('Something covers this panel')
    await press(button("Open the browser's side panel"))
    expect(bus.of('panel.open-side-panel')).toHaveLength(1)
  })

  it('S24 shows its buttons as not usable until the frame has stood still', async () => {
    let settled = false
    let changed = () => undefined as void
    const guard: Guard = { ...openGuard, settled: () => settled, listen: (heard) => ((changed = heard), () => undefined) }
    const { bus } = await mountPanel({ views: [fullView], guard })
    expect(verdictButton('Good').getAttribute('aria-disabled')).toBe('true')
    await press(verdictButton('Good'))
    expect(bus.of('verdict.give')).toEqual([])
    settled = true
    act(changed)
    expect(verdictButton('Good').getAttribute('aria-disabled')).toBeNull()
  })

  it('sends what could be seen with every act', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(verdictButton('Good'))
    await press(button('Real need'))
    await press(button('Undo'))
    const acts = [bus.of('verdict.give')[0], bus.of('verdict.detail')[0], bus.of('verdict.undo')[0]]
    expect(acts.map((each) => each?.sight.settledFor)).toEqual([500, 500, 500])
  })

  it('records nothing for the next record when the address changed between down and up', async () => {
    const { bus } = await mountPanel({ views: [fullView, otherView] })
    const target = verdictButton('Good')
    fireEvent.pointerDown(target)
    bus.goTo({ ref: jonas })
    await settle()
    fireEvent.click(target)
    await settle()
    expect(bus.of('verdict.give')).toEqual([])
  })

  it('is one tab stop, with arrow keys between the answers', async () => {
    await mountPanel({ views: [fullView] })
    const stops = names.filter((name) => verdictButton(name).tabIndex === 0)
    expect(stops).toHaveLength(1)
    act(() => verdictButton('Good').focus())
    fireEvent.keyDown(verdictButton('Good'), { key: 'ArrowRight' })
    await settle()
    expect(document.activeElement).toBe(verdictButton('Not yet'))
  })
})

describe('after the click', () => {
  it('offers Undo with the seconds left, and takes everything back', async () => {
    const { bus, tick } = await mountPanel({ views: [fullView] })
    await press(verdictButton('Good'))
    expect(button('Undo').textContent).toBe('Undo10')
    tick(3500)
    await pass(300)
    expect(button('Undo').textContent).toBe('Undo7')
    await press(button('Undo'))
    expect(bus.of('verdict.undo')[0]?.verdictId).toBe(bus.of('verdict.give')[0]?.eventId)
    expect(verdictButton('Good').getAttribute('aria-pressed')).toBe('false')
  })

  it('stops offering Undo after ten seconds', async () => {
    const { tick } = await mountPanel({ views: [fullView] })
    await press(verdictButton('Good'))
    tick(10_001)
    await pass(300)
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('offers at most six reasons of the playbook and Other with a note', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(verdictButton('Wrong'))
    const reasons = within(screen.getByRole('group', { name: 'Why? (optional)' })).getAllByRole('button')
    expect(reasons.map((each) => each.textContent)).toEqual(['Student or job seeker', 'Competitor or vendor', 'Too small', 'Wrong region', 'Wrong role', 'Bad contact data', 'Other'])
    await press(button('Other'))
    fireEvent.change(screen.getByLabelText('In your words'), { target: { value: 'They sell to us' } })
    await press(button('Save'))
    expect(bus.of('verdict.detail')[0]).toMatchObject({ reason: 'other', note: 'They sell to us' })
  })

  it('takes no free text where the organisation forbids it', async () => {
    await mountPanel({ views: [fullView], context: { allowFreeText: false } })
    await press(verdictButton('Wrong'))
    expect(screen.queryByRole('button', { name: 'Other' })).toBeNull()
  })

  it('brings a Not yet back on a day or when something happens, one at a time, keeping the reason', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(verdictButton('Not yet'))
    await press(button('No budget yet'))
    await press(button('in 30 days'))
    await press(button('on a new visit'))
    expect(bus.of('verdict.detail').map(({ reason, until, trigger }) => [reason, until, trigger])).toEqual([
      ['no-budget-yet', undefined, undefined], ['no-budget-yet', '2026-04-09', undefined], ['no-budget-yet', undefined, 'touch'],
    ])
  })

  it('completes the latest event each time', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(verdictButton('Good'))
    await press(button('Real need'))
    await press(button('Prices and what is in them'))
    const [first, second] = bus.of('verdict.detail')
    expect(first?.verdictId).toBe(bus.of('verdict.give')[0]?.eventId)
    expect(second?.verdictId).toBe(first?.eventId)
    expect(second).toMatchObject({ reason: 'real-need', helped: ['Prices and what is in them'] })
  })

  it('asks what helped among the three stories that weigh most', async () => {
    await mountPanel({ views: [fullView] })
    await press(verdictButton('Good'))
    expect(within(screen.getByRole('group', { name: 'What helped? (optional)' })).getAllByRole('button')).toHaveLength(3)
  })

  it('explains once who sees it, and that it measures leads', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(verdictButton('Good'))
    bus.signal('record')
    await settle()
    expect(bar().textContent).toContain('It measures leads, not reps.')
    await press(button('Got it'))
    expect(bus.of('notice.dismiss')).toEqual([{ id: 'first-verdict' }])
  })

  it('changes a verdict by a new one that supersedes it', async () => {
    const { bus, tick } = await mountPanel(stateOf('mine-delivered'))
    tick(5000)
    await press(verdictButton('Good'))
    expect(bus.of('verdict.give')[0]).toMatchObject({ verdict: 'good', supersedes: '01957fc0-0000-7000-8000-000000000001' })
  })

  it('judges a lead that came back anew', async () => {
    const state = stateOf('mine-delivered')
    const views = state.views?.map((view) => ({ ...view, notices: [{ id: 'r', kind: 'return-due' as const, sentence: written('Back') }] })) ?? []
    const { bus } = await mountPanel({ views })
    await press(verdictButton('Good'))
    expect(bus.of('verdict.give')[0]).not.toHaveProperty('supersedes')
  })

  it('opens the details again when the chosen answer is pressed', async () => {
    const { bus } = await mountPanel(stateOf('mine-delivered'))
    await press(verdictButton('Not yet'))
    expect(bus.of('verdict.give')).toEqual([])
    expect(screen.getByRole('group', { name: 'Bring it back' })).toBeTruthy()
  })
})

describe('what stands', () => {
  it.each([
    ['standing-of-others', /Not yet, until .*3.* · Later project — by .*Priya Raman.*, 2 days ago/],
    ['mine-delivered', /Not yet, until .*9.* · No budget yet — by you, 2 days agoLogged in Salesforce/],
    ['verdict-queued', /Queued for Salesforce.*You may be offline/],
    ['verdict-failed', /Not in Salesforce.*does not accept this.*Details.*Try again/],
  ] as const)('is told for %s', async (state, text) => {
    await mountPanel(stateOf(state))
    expect(bar().textContent).toMatch(text)
  })

  it('says what else is written to the CRM before anybody clicks', async () => {
    await mountPanel(stateOf('sets-status'))
    expect(bar().textContent).toContain('Wrong also sets Status: Unqualified')
  })

  it('says which status the owner of the hub has not agreed to, and that the verdict stands', async () => {
    await mountPanel(stateOf('status-not-agreed'))
    expect(bar().textContent).toContain("The last verdict stands, but Status “Unqualified” was not set. The owner of your team's hub has not agreed to it.")
  })

  it('keeps the history of what was said', async () => {
    await mountPanel(stateOf('mine-delivered'))
    await press(button('History'))
    expect(within(screen.getByRole('list', { name: 'History' })).getAllByRole('listitem').map((each) => each.textContent)).toEqual(['Not yet · No budget yet 2 days ago', "Can't tell 5 days ago"])
  })

  it('delivers again when asked to', async () => {
    const { bus } = await mountPanel(stateOf('verdict-queued'))
    await press(within(bar()).getByRole('button', { name: 'Try again' }))
    expect(bus.of('delivery.retry')).toEqual([{ eventId: '01957fc0-0000-7000-8000-000000000001' }])
  })
})
