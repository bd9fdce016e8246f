// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useInSight } from '@/components/desk/shell/use-in-sight'
import { AppError } from '@/lib/domain/errors'
import { makeFindings } from '../../../fakes/desk-bus'
import { makeAsset } from '../../domain/make'
import { button, click, showDesk } from './show-desk'

vi.mock('@/components/desk/findings/findings-page', () => { throw new Error('no such chunk') })
const care = vi.hoisted(() => ({ isFaulty: true }))
vi.mock('@/components/desk/library/care/care-page', () => ({ default: () => { if (care.isFaulty) throw new TypeError('no such part'); return <h1>Care</h1> } }))
vi.mock('@/components/desk/library/gaps/gaps-page', () => { throw new Error('no such chunk') })
afterEach(() => vi.restoreAllMocks())

describe('the shell', () => {
  it('says that a page cannot be brought, offers to reload, and leaves the way to the others', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const reload = vi.spyOn(location, 'reload').mockReturnValue()
    await showDesk('home')
    act(() => { location.hash = '#/findings' })
    expect(await screen.findByText('Leadside was updated: reload this page.')).toBeDefined()
    await click('Reload')
    expect(reload).toHaveBeenCalledOnce()
    act(() => { location.hash = '#/connections' })
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Connections'))
  })

  it('says that a page cannot be drawn, draws it again on demand, and another tab of it at once', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    care.isFaulty = true
    await showDesk('library?tab=care')
    expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong in Leadside.')
    expect(screen.getAllByRole('main')).toHaveLength(1)
    act(() => { location.hash = '#/library' })
    await screen.findByText('What your team can send. Reps find and get suggested what is approved and shareable.')
    act(() => { location.hash = '#/library?tab=care' })
    await screen.findByRole('alert')
    care.isFaulty = false
    await click('Try again')
    expect(await screen.findByRole('heading', { name: 'Care' })).toBeDefined()
  })

  it('says that the file of a tab is gone', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    await showDesk('library?tab=gaps')
    expect((await screen.findByRole('alert')).textContent).toContain('Leadside was updated: reload this page.')
  })

  it('leads from a failure to the page that helps', async () => {
    await showDesk('home', { answers: { 'requests.list': () => { throw new AppError('signed-out') } } })
    expect((await screen.findByRole('alert')).textContent).toContain('Your sign-in to your CRM has ended.')
    await click('Sign in')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Connections'))
  })

  it('brings a row of entries back to its own only when that changes, so that a drawing never pulls it out of somebody\'s hand', () => {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: HTMLElement) {
      return new DOMRect(this.tagName === 'A' ? 100 : 0, 0, 10, 10)
    })
    function Row({ current }: { current: string }) {
      return <nav ref={useInSight<HTMLElement>(current)}>{['a', 'b'].map((entry) => <a key={entry} href={`#${entry}`} aria-current={entry === current}>{entry}</a>)}</nav>
    }
    const { rerender } = render(<Row current="a" />)
    const row = screen.getByRole('navigation')
    row.scrollLeft = 7
    rerender(<Row current="a" />)
    expect(row.scrollLeft).toBe(7)
    rerender(<Row current="b" />)
    expect(row.scrollLeft).toBe(107)
  })
})

describe('home', () => {
  const facts = () => screen.getAllByRole('link').map(({ textContent }) => textContent ?? '').filter((text) => /to answer|to decide/.test(text))

  it('counts what waits', async () => {
    await showDesk('home', { findings: makeFindings() })
    await waitFor(() => expect(facts()).toEqual(['0requests to answer', '1finding to decide']))
  })

  it('shows no number while it is not known, and says what failed', async () => {
    let isDown = true
    await showDesk('home', { answers: { 'requests.list': () => new Promise(() => undefined), 'finding.list': () => { if (isDown) throw new AppError('offline'); return [] } } })
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(facts()).toEqual(['\u00a0requests to answer', '\u00a0findings to decide'])
    isDown = false
    fireEvent.click(await button('Try again'))
    await waitFor(() => expect(facts()[1]).toBe('0findings to decide'))
  })
})

describe('an act of a row', () => {
  it('says on the desk that it failed, until another one succeeds or somebody has read it', async () => {
    let isDown = true
    await showDesk('library', { assets: [makeAsset({ id: 'a1', title: 'Forecast guide' })], answers: { 'library.verify': () => { if (isDown) throw new AppError('storage-full'); return null } } })
    await click('Verify Forecast guide')
    expect((await screen.findByRole('alert')).textContent).toContain('This browser has no room left for Leadside.')
    await click('Dismiss')
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    await click('Verify Forecast guide')
    await screen.findByRole('alert')
    isDown = false
    await click('Verify Forecast guide')
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  it('says that no file could be made', async () => {
    const { door } = await showDesk('library', { assets: [makeAsset({ id: 'a1', title: 'Forecast guide' })] })
    door.download.mockImplementation(() => { throw new AppError('storage-full') })
    await click('CSV')
    expect((await screen.findByRole('alert')).textContent).toContain('This browser has no room left for Leadside.')
  })
})
