// @vitest-environment happy-dom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useInSight } from '@/components/desk/shell/use-in-sight'
import { AppError } from '@/lib/domain/errors'
import { makeFindings } from '../../../fakes/desk-bus'
import { button, click, showDesk } from './show-desk'

vi.mock('@/components/desk/findings/findings-page', () => { throw new Error('no such chunk') })
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
