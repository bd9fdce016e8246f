// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { errorKind, errorAction } from '@/lib/domain/errors'
import { labelKey } from '@/lib/domain/sentence'
import { message } from '@/components/ui/message'
import { recordView } from '@/lib/domain/view'
import { fail } from '../../../fakes/panel-bus'
import { context, fullView, marta, now } from '../../../fakes/panel-fixtures'
import { panelStates, stateOf, type PanelStateName } from '../../../fakes/panel-states'
import { expectNothingOf, mountPanel, press, button } from '../mount'

const named = Object.keys(panelStates) as PanelStateName[]

describe('every state', () => {
  it.each(named)('%s is made of what the background may answer', (name) => {
    for (const view of stateOf(name).views ?? []) expect(recordView.safeParse(view).error?.issues).toBeUndefined()
  })

  it.each(named)('%s has one first heading and one main part', async (name) => {
    const { root } = await mountPanel(stateOf(name))
    expect(within(root).getAllByRole('heading', { level: 1 })).toHaveLength(1)
    expect(within(root).getAllByRole('main')).toHaveLength(1)
  })

  it('has a sentence for each kind of failure and a name for each way out', () => {
    for (const kind of errorKind.options) expect(message(labelKey('error', kind), ['Salesforce'])).toMatch(/\.$/)
    for (const action of errorAction.options.filter((each) => each !== 'none')) expect(message(labelKey('errorAction', action))).not.toBe('')
  })
})

describe('a panel that was open before set-up was finished', () => {
  it('shows its record once a CRM is connected', async () => {
    const { bus } = await mountPanel(stateOf('full'))
    bus.answer({ 'panel.context': () => ({ ...context, show: 'set-up' as const, ref: undefined }) })
    bus.signal('context')
    expect(await screen.findByText('One step is missing')).toBeDefined()
    bus.answer({ 'panel.context': () => ({ ...context, ref: marta }) })
    bus.signal('connections')
    expect(await screen.findByRole('heading', { level: 1, name: /Marta Lindqvist/ })).toBeDefined()
  })
})

describe('a failure', () => {
  it.each([
    ['signed-out', 'Your sign-in to Salesforce has ended.', 'Sign in', 'connections'],
    ['signed-out-no-copy', 'Your sign-in to Salesforce has ended.', 'Sign in', 'connections'],
    ['not-connected', 'This organisation of Salesforce is not connected yet.', 'Connect', 'connections'],
  ] as const)('%s is said with its way out', async (name, sentence, action, page) => {
    const { bus } = await mountPanel(stateOf(name))
    expect(screen.getByRole('alert').textContent).toContain(sentence)
    await press(button(action))
    expect(bus.of('desk.open')).toEqual([{ page }])
  })

  it('leaves the copy on the screen, marked with its age', async () => {
    const { root } = await mountPanel(stateOf('signed-out'))
    expect(root.textContent).toContain('Copy from 2 days ago')
    expect(root.textContent).toContain('Marta Lindqvist')
  })

  it('says from when on another try makes sense', async () => {
    await mountPanel(stateOf('rate-limited'))
    expect(screen.getByRole('alert').textContent).toMatch(/asks for a short pause.*Again from/)
    expect(within(screen.getByRole('alert')).queryByRole('button')).toBeNull()
  })

  it('offers no try that would reach nobody: a failing service is left alone for a moment', async () => {
    await mountPanel({ views: [{ ...fullView, problem: { kind: 'unavailable', detail: 'circuit', retryAt: now + 25_000 } }] })
    expect(screen.getByRole('alert').textContent).toBe('Salesforce has a problem at the moment.Again in a moment')
  })

  it('is tried again on demand', async () => {
    const { bus } = await mountPanel(stateOf('offline'))
    await press(within(screen.getByRole('alert')).getByRole('button', { name: 'Try again' }))
    expect(bus.of('record.fresh').at(-1)).toMatchObject({ force: true })
  })

  it('gives nobody to judge while nobody is known', async () => {
    const { root } = await mountPanel(stateOf('no-permission'))
    expect(within(root).getByRole('button', { name: 'Good' }).getAttribute('aria-disabled')).toBe('true')
  })

  it('F08 of an updated extension offers what can be done from a frame: nothing but the sentence', async () => {
    await mountPanel(stateOf('outdated'))
    expect(screen.getByRole('alert').textContent).toBe('Leadside was updated: reload this page.')
  })
})

describe('other pages', () => {
  it('ask for the step that is missing', async () => {
    const { bus } = await mountPanel(stateOf('set-up'))
    await press(button('Finish set-up'))
    expect(bus.of('desk.open')).toEqual([{ page: 'set-up' }])
    expect(bus.asked.map(({ name }) => name)).not.toContain('record.cached')
  })

  it('say that they could not lead where a click asked to', async () => {
    const { bus } = await mountPanel(stateOf('set-up'))
    bus.answer({ 'desk.open': fail('bug') })
    await press(button('Finish set-up'))
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong in Leadside.')
    bus.answer({ 'desk.open': () => null })
    await press(button('Try again'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('lead from a converted lead to its contact', async () => {
    const { bus } = await mountPanel(stateOf('converted'))
    await press(button('Open the contact'))
    expect(bus.of('record.go')[0]?.ref).toMatchObject({ kind: 'contact' })
  })

  it('list what waits today, in groups, one click from its record', async () => {
    const { bus } = await mountPanel(stateOf('today'))
    expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual(['Back again', 'Opened what you sent', 'To judge', 'Not delivered'])
    await press(button(/Amina Osei/))
    expect(bus.of('record.go')[0]?.ref.id).toBe('00Q5g00000AbCdGEAV')
  })

  it('are reached by a menu that gives the focus back when it is left', async () => {
    await mountPanel(stateOf('full'))
    await press(button('More'))
    button('Today').focus()
    fireEvent.keyDown(button('Today'), { key: 'Escape' })
    expect(screen.queryByRole('button', { name: 'Today' })).toBeNull()
    expect(document.activeElement).toBe(button('More'))
  })

  it('show Today beside a record, and lead back', async () => {
    await mountPanel(stateOf('full'))
    await press(button('More'))
    await press(button('Today'))
    expect(screen.getByText('Nothing waits for you.')).toBeTruthy()
    await press(button('Back to the record'))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Marta Lindqvist')
  })
})

describe('text of others', () => {
  it('S31 is shown as text, isolated and cut', async () => {
    const { root } = await mountPanel(stateOf('hostile-text'))
    expect(root.querySelector('img, script, svg[onload]')).toBeNull()
    expect(Array.from(root.querySelector('h1 bdi')?.textContent ?? '')).toHaveLength(120)
    for (const node of root.querySelectorAll('bdi')) expect(node.textContent).not.toContain('\u0000')
    const outside = [...root.querySelectorAll('*')].flatMap((element) => [...element.childNodes]).filter((node) => node.nodeType === 3 && node.textContent?.includes('\u202e') && !node.parentElement?.closest('bdi, article'))
    expect(outside).toEqual([])
  })

  it('S31 stands in no attribute unisolated but its own fields', async () => {
    const { root } = await mountPanel(stateOf('hostile-text'))
    for (const element of root.querySelectorAll('[aria-label]')) expect(element.getAttribute('aria-label')).not.toContain('<img')
    expectNothingOf(root, '\u0000')
  })
})
