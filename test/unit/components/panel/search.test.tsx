// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fullView, marta } from '../../../fakes/panel-fixtures'
import { stateOf } from '../../../fakes/panel-states'
import { button, mountPanel, press, settle } from '../mount'

const box = () => screen.getByRole('combobox')
async function type(text: string): Promise<void> {
  for (let end = 1; end <= text.length; end++) {
    fireEvent.change(box(), { target: { value: text.slice(0, end) } })
    await settle()
  }
}
const options = () => screen.getAllByRole('row').map((each) => each.textContent)

describe('the search', () => {
  it('asks at each keystroke and marks what matched', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await type('fore')
    expect(bus.of('library.search').map(({ query }) => query)).toEqual(['f', 'fo', 'for', 'fore'])
    expect(bus.of('library.search')[0]?.ref).toEqual(marta)
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['fore', 'fore', 'Fore'])
  })

  it('is worked by the keyboard alone', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await type('forecast')
    const active = () => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')
    expect(active()?.getAttribute('aria-selected')).toBe('true')
    fireEvent.keyDown(box(), { key: 'ArrowDown' })
    await settle()
    expect(active()?.textContent).toContain('Forecasting promotions')
    fireEvent.keyDown(box(), { key: 'Enter' })
    await settle()
    expect(bus.of('send.prepare')[0]?.assetId).toBe('promotions-webinar')
  })

  it('filters by the kinds that were found, and lets a filter be taken out again', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await type('forecast')
    const kinds = within(screen.getByRole('group', { name: 'Kind of asset' }))
    await press(kinds.getByRole('button', { name: 'E-book' }))
    expect(bus.of('library.search').at(-1)?.filters).toEqual({ kinds: ['ebook'] })
    expect(options()).toHaveLength(1)
    expect(kinds.getAllByRole('button').map((each) => each.textContent)).toEqual(['Webinar', 'E-book'])
    await press(kinds.getByRole('button', { name: 'E-book' }))
    expect(options()).toHaveLength(2)
  })

  it('opens what can be read in the panel', async () => {
    await mountPanel({ views: [fullView] })
    await type('first call')
    await press(screen.getByRole('row'))
    expect(screen.getByRole('article').textContent).toContain('ASK')
  })

  it('turns what is missing into a request', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await type('gdpr')
    expect(screen.queryByRole('row')).toBeNull()
    await press(button('Ask for this'))
    fireEvent.change(screen.getByLabelText(/What did they ask/), { target: { value: 'Where is the data?' } })
    fireEvent.submit(button('Ask marketing').closest('form') as HTMLFormElement)
    await settle()
    expect(bus.of('asset.request')).toEqual([{ ref: marta, query: 'gdpr', note: 'Where is the data?' }])
    expect(screen.getByText('Marketing will see your request.')).toBeTruthy()
  })

  it('gives the suggestions back when it is cleared', async () => {
    await mountPanel({ views: [fullView] })
    await type('x')
    expect(screen.queryByRole('button', { name: 'Not this one' })).toBeNull()
    fireEvent.keyDown(box(), { key: 'Escape' })
    await settle()
    expect(screen.getAllByRole('button', { name: 'Not this one' })).toHaveLength(3)
  })

  it('says that it failed rather than that nothing fits', async () => {
    await mountPanel(stateOf('searching-fails'))
    await type('a')
    expect(screen.getByRole('alert').textContent).toContain('cannot be opened')
    expect(screen.queryByText('Nothing in the library fits these words.')).toBeNull()
  })
})
