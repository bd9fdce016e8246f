// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openGuard } from '@/components/panel/guard'
import type * as HeaderPart from '@/components/panel/header/header'
import type * as LaterParts from '@/components/panel/later-parts'
import { Panel } from '@/components/panel/panel'
import type * as WhyPart from '@/components/panel/why/why'
import { recordKey } from '@/lib/domain/record-ref'
import { createPanelBus } from '../../../fakes/panel-bus'
import { fullView, jonas, marta, now, otherView } from '../../../fakes/panel-fixtures'
import { stateOf } from '../../../fakes/panel-states'
import { button, expectNothingOf, mountPanel, pass, press, settle, verdictButton } from '../mount'

const faults = vi.hoisted(() => ({ in: new Set<string>() }))
const failing = vi.hoisted(() => <P extends object>(name: string, Part: React.ComponentType<P>) => (props: P) => {
  if (faults.in.has(name)) throw new TypeError('Marta Lindqvist has no such part')
  return <Part {...props} />
})
vi.mock('@/components/panel/why/why', async (original) => {
  const real = await original<typeof WhyPart>()
  return { ...real, Why: failing('why', real.Why) }
})
vi.mock('@/components/panel/header/header', async (original) => {
  const real = await original<typeof HeaderPart>()
  return { ...real, Header: failing('header', real.Header) }
})
vi.mock('@/components/panel/later-parts', async (original) => {
  const { later } = await import('@/components/panel/later')
  return { ...await original<typeof LaterParts>(), SendPage: later<object>(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))) }
})

beforeEach(() => {
  faults.in.clear()
  vi.spyOn(console, 'error').mockReturnValue()
})
const alert = () => screen.getByRole('alert')

describe('a part that cannot be drawn', () => {
  it('says so in its place; everything around it stays and works', async () => {
    faults.in.add('why')
    const { bus } = await mountPanel({ views: [fullView] })
    expect(alert().textContent).toContain('Something went wrong in Leadside.')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Marta Lindqvist')
    expect(screen.getByRole('heading', { name: 'Suggested assets' })).toBeDefined()
    await press(verdictButton('Good'))
    expect(bus.of('verdict.give')).toHaveLength(1)
  })

  it('is drawn again on demand, of what is read again', async () => {
    faults.in.add('why')
    const { bus } = await mountPanel({ views: [fullView] })
    faults.in.clear()
    const before = bus.of('record.cached').length
    await press(within(alert()).getByRole('button', { name: 'Try again' }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('heading', { name: 'Why this lead' })).toBeDefined()
    expect(bus.of('record.cached').length).toBeGreaterThan(before)
  })

  it('keeps what an admin may want to know one click away', async () => {
    faults.in.add('why')
    await mountPanel({ views: [fullView] })
    expect(alert().textContent).not.toContain('no such part')
    await press(button('Details'))
    expect(alert().textContent).toContain('no such part')
  })
})

describe('a screen that cannot be drawn', () => {
  it('says so in its place and tells the loader, which would make the frame anew for ever', async () => {
    faults.in.add('header')
    const { bus, root } = await mountPanel({ views: [fullView] })
    await pass(150)
    expect(alert().textContent).toContain('Something went wrong in Leadside.')
    expect(within(root).getAllByRole('main')).toHaveLength(1)
    expect(bus.of('panel.painted').at(-1)).toEqual({ key: recordKey(marta) })
    faults.in.clear()
    await press(button('Try again'))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Marta Lindqvist')
  })

  it('says so where the panel cannot even listen', async () => {
    const bus = { ...createPanelBus({ views: [fullView], now: () => now }), listen: () => { throw new TypeError('no longer there') } }
    render(<Panel bus={bus} host="side-panel" guard={openGuard} clock={() => now} />)
    await settle()
    expect(alert().textContent).toContain('Something went wrong in Leadside.')
  })

  it('is no fault of the next record, nor of Today', async () => {
    faults.in.add('header')
    const { bus, root } = await mountPanel({ views: [fullView, otherView] })
    faults.in.clear()
    bus.goTo({ ref: jonas })
    await settle()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Jonas Achterberg')
    expectNothingOf(root, 'went wrong')
    faults.in.add('header')
    bus.goTo({ show: 'today' })
    await settle()
    expect(screen.getByText('Nothing waits for you.')).toBeDefined()
  })
})

describe('a part whose file is gone', () => {
  it('says that Leadside was updated, and leads back', async () => {
    await mountPanel({ ...stateOf('full'), host: 'side-panel' })
    await press(screen.getAllByRole('button', { name: 'Send' })[0] as HTMLElement)
    expect(alert().textContent).toContain('Leadside was updated: reload this page.')
    expect(within(alert()).getByRole('button', { name: 'Reload' })).toBeDefined()
    await press(button('Back'))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('heading', { name: 'Suggested assets' })).toBeDefined()
  })
})
