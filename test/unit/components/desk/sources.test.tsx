// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/domain/errors'
import { deskNow, hubspot, salesforce, type DeskBusOptions } from '../../../fakes/desk-bus'
import { makeSources, sourceAnswers } from '../../../fakes/desk-sources'
import { button, click, showDesk, type } from './show-desk'

async function showSources(count: number, options: DeskBusOptions = {}, granted = true) {
  const shown = await showDesk('library?tab=sources', { ...options, answers: { ...sourceAnswers(deskNow, makeSources(deskNow, count)), ...options.answers } }, granted)
  await screen.findByRole('heading', { name: 'Sources' })
  return shown
}
const row = (name: string) => within(screen.getByText(name).closest('li') as HTMLElement)
const address = 'Address of your site, a feed or a file'

async function look() {
  await click('Add a source')
  type(address, 'www.quayside.example')
  await click('See what is there')
}

describe('sources', () => {
  it('are read when the page is opened, where they are due', async () => {
    const { bus } = await showSources(2)
    await waitFor(() => expect(bus.of('source.refresh-due')).toHaveLength(1))
  })

  it('say how each stands, and what it takes', async () => {
    await showSources(7)
    await screen.findByText('Quayside blog')
    expect(row('Quayside blog').getByText('Up to date')).toBeDefined()
    expect(row('www.quayside.example').getByText('40 of 312 pages read; continues at the next reading.')).toBeDefined()
    expect(row('Partner news').getByText('Could not be read')).toBeDefined()
    expect(row('news.quayside.example').getByText('Paused')).toBeDefined()
    expect(row('files.quayside.example/library.json').queryByRole('button', { name: /^Remove/ })).toBeNull()
  })

  it('S03 ask for the one site at the click, and read again once it is granted', async () => {
    const { bus, door } = await showSources(5)
    await screen.findByText('Partner news')
    await click('Allow access')
    expect(door.askHosts).toHaveBeenCalledWith(['https://partner.example/*'])
    await waitFor(() => expect(bus.of('source.refresh')).toEqual([{ id: 's5' }]))
  })

  it('S03 look at no site the person refuses, and say so', async () => {
    const { bus } = await showSources(0, {}, false)
    await look()
    expect((await screen.findByRole('alert')).textContent).toContain('Without access to www.quayside.example')
    expect(bus.of('source.probe')).toEqual([])
  })

  it('show what following would bring, take choices, and follow', async () => {
    const { bus, door } = await showSources(0)
    await look()
    await click(/^Preview: Pages by sitemap/)
    expect(door.askHosts).toHaveBeenLastCalledWith(['https://www.quayside.example/*'])
    await screen.findByText('12 new')
    expect(screen.getByText(/Not an address that may be opened/)).toBeDefined()
    type('categories', '')
    type('Kind, where the item names none', 'ebook')
    type('Language of all items', 'de')
    expect((await button('Import 12 assets and follow')).getAttribute('aria-disabled')).toBe('true')
    await click('Preview again')
    await waitFor(() => expect(bus.of('source.preview').at(-1)).toMatchObject({ mapping: { categories: '' }, fixed: { kind: 'ebook', language: 'de' } }))
    await waitFor(async () => expect((await button('Import 12 assets and follow')).getAttribute('aria-disabled')).toBeNull())
    await click('Import 12 assets and follow')
    await screen.findByText('Up to date')
    expect(bus.of('source.follow')).toMatchObject([{ kind: 'sitemap', address: 'https://www.quayside.example/sitemap.xml', fixed: { kind: 'ebook', language: 'de' }, takesPlaybook: false }])
  })

  it('offer what a connected CRM keeps, without asking for a site', async () => {
    const { door } = await showSources(0, { state: { connections: [salesforce, { ...hubspot, state: 'connected' }] } })
    await click('Add a source')
    await click(/^Preview: HubSpot content/)
    await screen.findByText('12 new')
    expect(door.askHosts).not.toHaveBeenCalled()
  })

  it('say what is wrong with an address', async () => {
    await showSources(0, { answers: { 'source.probe': () => { throw new AppError('not-found', { detail: 'feed' }) } } })
    await look()
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing to follow was found there')
  })

  it('read on at a click, reading after reading, until every page is there', async () => {
    const { bus } = await showSources(2)
    await screen.findByText('www.quayside.example')
    await click('Read on now')
    await waitFor(() => expect(row('www.quayside.example').getByText('Up to date')).toBeDefined())
    expect(bus.of('source.refresh')).toEqual([{ id: 's2' }, { id: 's2' }, { id: 's2' }])
    expect(screen.queryByText(/pages read/)).toBeNull()
  })

  it('stop reading on where the site fails', async () => {
    const { bus } = await showSources(2, { answers: { 'source.refresh': () => { throw new AppError('rate-limited') } } })
    await screen.findByText('www.quayside.example')
    await click('Read on now')
    await waitFor(() => expect(bus.of('source.refresh')).toHaveLength(1))
    await screen.findByText(/continues at the next reading/)
  })

  it('take other columns and values for what is followed, as it stands, after a preview', async () => {
    const { bus } = await showSources(2, { answers: { 'source.list': () => makeSources(deskNow, 2).map((source) => ({ ...source, fixed: { language: 'en', topics: ['blog'] } })) } })
    await screen.findByText('Quayside blog')
    await click('Columns and values of Quayside blog')
    await screen.findByText('12 changed')
    expect((screen.getByLabelText('Language of all items') as HTMLInputElement).value).toBe('en')
    expect((screen.getByLabelText('Topics of all items') as HTMLInputElement).value).toBe('blog')
    expect(screen.getByText('1 archived')).toBeDefined()
    type('Language of all items', 'de')
    expect((await button('Save and read again')).getAttribute('aria-disabled')).toBe('true')
    await click('Preview again')
    await waitFor(async () => expect((await button('Save and read again')).getAttribute('aria-disabled')).toBeNull())
    await click('What changes')
    expect(screen.getByText('What we learned')).toBeDefined()
    await click('Save and read again')
    await waitFor(() => expect(bus.of('source.refresh')).toEqual([{ id: 's1' }]))
    expect(bus.of('source.change')).toMatchObject([{ id: 's1', mapping: { title: 'title' }, fixed: { language: 'de', topics: ['blog'] }, takesPlaybook: false }])
  })

  it('say that an address leads elsewhere, and what to do', async () => {
    await showSources(0, { answers: { 'source.probe': () => { throw new AppError('untrusted', { detail: 'www.quayside.example' }) } } })
    await look()
    expect((await screen.findByRole('alert')).textContent).toContain('follow the address you end at')
  })

  it('part only after it is said what becomes of the assets', async () => {
    const { bus } = await showSources(1)
    await click('Remove Quayside blog')
    expect(bus.of('source.remove')).toEqual([])
    await click('Archive its assets')
    await screen.findByText('Nothing is followed yet')
    expect(bus.of('source.remove')).toEqual([{ id: 's1', assets: 'archive' }])
  })
})
