// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/domain/errors'
import { fullView, marta } from '../../../fakes/panel-fixtures'
import { button, mountPanel, pass, press, settle } from '../mount'

const box = () => screen.getByRole('combobox')
const rows = () => screen.queryAllByRole('row').map((row) => row.querySelector('bdi')?.textContent)
const stars = (inside: Element) => within(inside as HTMLElement).getByRole('button', { name: 'Favourite' })
const focus = async () => {
  fireEvent.focus(box())
  await settle()
}
const type = async (text: string) => {
  fireEvent.change(box(), { target: { value: text } })
  await settle()
}
const first = fullView.suggestions.items[0]?.assetId ?? ''

describe('what is at hand', () => {
  it('is shown when the search box is entered, favourites before what was used lately, and gone when it is left', async () => {
    await mountPanel({ views: [fullView], favourites: ['promotions-webinar'], recent: ['promotions-webinar', first] })
    expect(rows()).toEqual([])
    await focus()
    expect(screen.getAllByRole('rowgroup').map((group) => group.getAttribute('aria-label'))).toEqual(['Your favourites', 'Used lately'])
    expect(rows()).toHaveLength(2)
    fireEvent.blur(box(), { relatedTarget: null })
    await settle()
    expect(rows()).toEqual([])
  })

  it('offers nothing where there is nothing', async () => {
    await mountPanel({ views: [fullView] })
    await focus()
    expect([box().getAttribute('aria-expanded'), rows()]).toEqual(['false', []])
  })

  it('is worked by the keyboard alone, and put away by Escape', async () => {
    const { bus } = await mountPanel({ views: [fullView], favourites: ['promotions-webinar'], recent: [first] })
    await focus()
    fireEvent.keyDown(box(), { key: 'Escape' })
    await settle()
    expect(rows()).toEqual([])
    await type(' ')
    fireEvent.keyDown(box(), { key: 'ArrowDown' })
    await settle()
    const active = document.getElementById(box().getAttribute('aria-activedescendant') ?? '')
    expect(active?.getAttribute('aria-selected')).toBe('true')
    expect(screen.getAllByRole('row').map((row) => stars(row).tabIndex)).toEqual([-1, 0])
    fireEvent.keyDown(box(), { key: 'Enter' })
    await settle()
    expect(bus.of('send.prepare')[0]?.assetId ?? bus.of('asset.get')[0]?.assetId).toBe(first)
  })
})

describe('a favourite', () => {
  it('is made and unmade on a suggestion, in the search and while sending, everywhere at once', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    const card = () => screen.getAllByRole('heading', { level: 3 })[0]?.closest('li') as HTMLElement
    await press(stars(card()))
    expect(stars(card()).getAttribute('aria-pressed')).toBe('true')
    await press(within(card()).getByRole('button', { name: 'Send' }))
    expect(stars(document.body).getAttribute('aria-pressed')).toBe('true')
    await press(stars(document.body))
    await press(button('Back'))
    expect(stars(card()).getAttribute('aria-pressed')).toBe('false')
    expect(bus.of('asset.favourite')).toEqual([{ assetId: first, favourite: true }, { assetId: first, favourite: false }])
  })

  it('opens nothing when its star is clicked in the search', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await type('forecast')
    const row = screen.getAllByRole('row')[0] as HTMLElement
    await press(stars(row))
    expect(bus.of('asset.favourite')).toHaveLength(1)
    expect(bus.of('send.prepare')).toEqual([])
  })

  it('is taken back where it could not be kept', async () => {
    await mountPanel({ views: [fullView], answers: { 'asset.favourite': () => { throw new AppError('storage-full') } } })
    const card = screen.getAllByRole('heading', { level: 3 })[0]?.closest('li') as HTMLElement
    await press(stars(card))
    expect(stars(card).getAttribute('aria-pressed')).toBe('false')
  })
})

describe('a search in vain', () => {
  it('is counted once the rep pauses on it, and only once', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    for (const text of ['gd', 'gdp', 'gdpr']) await type(text)
    expect(bus.of('library.missed')).toEqual([])
    await pass(2_100)
    await type('gdpr ')
    await type('gdpr')
    await pass(2_100)
    expect(bus.of('library.missed')).toEqual([{ query: 'gdpr', ref: marta }])
  })

  it('is none where something fits', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await type('forecast')
    await pass(2_100)
    expect(bus.of('library.missed')).toEqual([])
  })

  it('says so where hits answer only part of it', async () => {
    await mountPanel({ views: [fullView], answers: { 'library.search': () => ({ hits: [{ asset: Object.values(fullView.assets)[0] as never, score: 1, terms: [] }], total: 1, fitting: 0 }) } })
    await type('forecast questionnaire')
    expect(screen.getByText('Nothing here says all of it.')).toBeTruthy()
  })
})

describe('an answer to a request', () => {
  it('is one click from sending', async () => {
    const { bus } = await mountPanel({ views: [{ ...fullView, notices: [{ id: 'answer:1', kind: 'answer', sentence: { id: 'notice.answer', values: ['gdpr', 'The GDPR sheet'] }, opens: { what: 'asset', id: first } }] }] })
    const strip = screen.getByRole('note')
    expect(strip.textContent).toContain('Marketing answered with')
    await press(within(strip).getByRole('button', { name: 'Send' }))
    expect(bus.of('send.prepare')[0]?.assetId).toBe(first)
  })
})
