// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { recordKey } from '@/lib/domain/record-ref'
import type { RecordView } from '@/lib/domain/view'
import { fullView, jonas, marta, otherView } from '../../../fakes/panel-fixtures'
import { expectNothingOf, mountPanel, press, settle, pass } from '../mount'

const both = { views: [fullView, otherView] }
const ofMarta = ['Marta', 'Brightwater', 'prices three times']
const ofJonas = ['Jonas', 'Veldhuis', 'guided demo']

describe('when the address changes', () => {
  it('takes the person off the screen before the signal\'s handler returns', async () => {
    const { bus, root } = await mountPanel(both)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Marta Lindqvist')
    bus.goTo({ ref: jonas })
    expectNothingOf(root, ...ofMarta, ...ofJonas)
    await settle()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Jonas Achterberg')
    expectNothingOf(root, ...ofMarta)
  })

  it('says that a record is painted only once it is in the document, and for each record', async () => {
    const { bus } = await mountPanel({
      ...both,
      answers: { 'panel.painted': () => (painted.push(document.querySelector('h1')?.textContent ?? ''), null) },
    })
    const painted: string[] = []
    bus.goTo({ ref: jonas })
    await pass(150)
    expect(bus.of('panel.painted').map(({ key }) => key).at(-1)).toBe(recordKey(jonas))
    expect(painted.at(-1)).toBe('Jonas Achterberg')
  })

  it('says so for a record that is still loading, and for a page without a person', async () => {
    const { bus } = await mountPanel({ ...both, answers: { 'record.cached': () => new Promise(() => undefined) } })
    await pass(360)
    expect(bus.of('panel.painted').map(({ key }) => key)).toEqual([recordKey(marta)])
    bus.goTo({ show: 'today' })
    await pass(150)
    expect(bus.of('panel.painted').at(-1)).toEqual({ key: '' })
  })

  it('says so again for each context, for the same record too', async () => {
    const { bus } = await mountPanel(both)
    await pass(150)
    const before = bus.of('panel.painted').length
    bus.signal('context')
    await pass(150)
    expect(bus.of('panel.painted')).toHaveLength(before + 1)
  })

  it('F12 shows the last of twenty leads, whatever order the answers come in', async () => {
    const releases: (() => void)[] = []
    const { bus, root } = await mountPanel(both)
    bus.answer({
      'record.cached': ({ ref }) => new Promise<RecordView>((resolve) => releases.push(() => resolve(recordKey(ref) === recordKey(marta) ? fullView : otherView))),
    })
    for (let turn = 0; turn < 20; turn++) {
      bus.goTo({ ref: turn % 2 === 0 ? jonas : marta })
      await settle()
    }
    for (const release of releases.reverse()) {
      release()
      await settle()
      expectNothingOf(root, ...ofJonas)
    }
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Marta Lindqvist')
  })

  it('drops an answer about somebody else and says that nothing was shown', async () => {
    const { root } = await mountPanel({ ...both, answers: { 'record.cached': () => otherView, 'record.fresh': () => otherView } })
    expectNothingOf(root, ...ofJonas)
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong in Leadside.')
    await press(screen.getByRole('button', { name: 'Details' }))
    expect(screen.getByRole('alert').textContent).toContain('another record')
  })

  it('drops a context that was asked for before the last change', async () => {
    const { bus, root } = await mountPanel(both)
    const answers: (() => void)[] = []
    const context = (ref: typeof marta) => ({ host: 'frame' as const, show: 'record' as const, ref, canOpenSidePanel: true, role: 'rep' as const, channels: [], allowFreeText: true })
    let next = marta
    bus.answer({ 'panel.context': () => { const ref = next; return new Promise((resolve) => answers.push(() => resolve(context(ref)))) } })
    bus.signal('context')
    next = jonas
    bus.signal('context')
    answers[1]?.()
    await settle()
    answers[0]?.()
    await settle()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Jonas Achterberg')
    expectNothingOf(root, ...ofMarta)
  })

  it('keeps what was open and half written when the address returns to the same record, and only then', async () => {
    const { bus } = await mountPanel(both)
    await press(screen.getByRole('button', { name: /^Prices and what is in them/ }))
    const open = () => screen.queryByRole('button', { name: /^Prices and what is in them/, expanded: true })
    expect(open()).not.toBeNull()
    bus.signal('context')
    await settle()
    expect(open()).not.toBeNull()
    bus.goTo({ ref: jonas })
    await settle()
    bus.goTo({ ref: marta })
    await settle()
    expect(open()).toBeNull()
  })

  it('reads the copy first, then the CRM, and the copy again when the background says so', async () => {
    const { bus } = await mountPanel(both)
    const reads = () => bus.asked.map(({ name }) => name).filter((name) => name.startsWith('record.'))
    expect(reads()).toEqual(['record.cached', 'record.fresh'])
    bus.signal('record', recordKey(jonas))
    await settle()
    expect(reads()).toHaveLength(2)
    bus.signal('record', recordKey(marta))
    await settle()
    expect(reads()).toEqual(['record.cached', 'record.fresh', 'record.cached'])
  })

  it('never replaces a newer reading by an older copy', async () => {
    const newer = { ...fullView, readAt: fullView.readAt + 1, person: { ...fullView.person, name: 'Marta Newly Read' } }
    const { bus } = await mountPanel({ ...both, answers: { 'record.fresh': () => newer } })
    bus.signal('record', recordKey(marta))
    await settle()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Marta Newly Read')
  })

  it('spends the ticket with the first message', async () => {
    const { bus } = await mountPanel({ ...both, ticket: 'once' })
    expect(bus.asked[0]).toEqual({ name: 'panel.hello', payload: { ticket: 'once' } })
  })
})
