// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/domain/errors'
import { makeAssets } from '../../../fakes/desk-bus'
import { button, chooseFile, click, lines, showDesk, type } from './show-desk'

const csv = 'Title,Link,Format,Expires\nPrice list,https://a.example/p,pricing,2027-01-01\n,https://a.example/x,ebook,\nBad,javascript:alert(1),ebook,\nLate,https://a.example/y,ebook,31/12/2026\n'
const fileLabel = /CSV file/

describe('the library', () => {
  it('invites to import where it is empty', async () => {
    await showDesk('library')
    expect(await screen.findByText('The library is empty')).toBeDefined()
  })

  it('says what is wrong instead of showing nothing', async () => {
    await showDesk('library', { answers: { 'library.list': () => { throw new AppError('storage-broken') } } })
    expect((await screen.findByRole('alert')).textContent).toContain("Leadside's data in this browser cannot be opened")
  })

  it('filters by words, kind and status', async () => {
    await showDesk('library', { assets: makeAssets(12) })
    await screen.findByText('11 assets')
    type(/^Search/, 'brightwater SPOILAGE')
    expect(lines('Library').every((line) => line.includes('Brightwater'))).toBe(true)
    type(/^Search/, '')
    type('Status', 'draft')
    expect(screen.getByRole('status').textContent).toBe('1 asset')
    type('Status', 'all')
    type('Kind', 'webinar')
    expect(lines('Library').every((line) => line.includes('Webinar'))).toBe(true)
  })

  it('verifies, archives and edits an asset', async () => {
    const { bus } = await showDesk('library', { assets: makeAssets(4) })
    await click('Verify Control tower in four minutes')
    await waitFor(() => expect(bus.assets().find(({ id }) => id === 'guide-4')?.verifiedAt).toBeDefined())
    await click('Edit Control tower in four minutes')
    type('Title', 'Control tower in three minutes')
    await click('Save')
    expect(await screen.findByText('Control tower in three minutes')).toBeDefined()
    await click('Archive Control tower in three minutes')
    await screen.findByText('3 assets')
  })

  it('S32 takes no asset without a title or with an address that must not be opened', async () => {
    const { bus } = await showDesk('library', { assets: makeAssets(1) })
    await click('Add')
    type('Address', 'javascript:alert(1)')
    await click('Save')
    expect(await screen.findByText('A title is needed.')).toBeDefined()
    expect(screen.getByText(/Only https addresses/)).toBeDefined()
    type('Title', 'New')
    type('Address', 'https://a.example/new')
    type('Topics', 'planning, planning, retail')
    await click('Save')
    await screen.findByText('2 assets')
    expect(bus.of('library.save')[0]?.asset).toMatchObject({ title: 'New', topics: ['planning', 'retail'], shareable: true })
  })

  it('gives out what a team shares as one file', async () => {
    const { door } = await showDesk('library', { assets: makeAssets(1) })
    await click('Team file')
    await waitFor(() => expect(door.download).toHaveBeenCalledWith('leadside-team.json', 'application/json', '{"leadside":"team"}'))
  })

  it('S34 exports cells safe against formulas, and reads its own file back', async () => {
    const { door } = await showDesk('library', { assets: makeAssets(1).map((asset) => ({ ...asset, title: '=1+1' })) })
    await click('CSV')
    await waitFor(() => expect(door.download).toHaveBeenCalledOnce())
    expect(door.download.mock.calls[0]?.[2]).toContain(`'=1+1`)
    await click('JSON')
    await waitFor(() => expect(door.download).toHaveBeenCalledTimes(2))
    expect(JSON.parse(door.download.mock.calls[1]?.[2] ?? '')).toMatchObject([{ '@type': 'CreativeWork', name: '=1+1' }])
  })
})

describe('importing', () => {
  it('names the problem of every row of a broken file, and how many can be sent, before anything is written', async () => {
    const { bus } = await showDesk('library', { assets: makeAssets(1) })
    await click('Import')
    chooseFile(fileLabel, 'assets.csv', csv)
    await click('Preview 4 rows')
    expect(await screen.findByText('1 can be sent by reps')).toBeDefined()
    expect(screen.getByText('1 new')).toBeDefined()
    const rows = [...document.querySelectorAll('caption + thead + tbody tr')].map(({ textContent }) => textContent)
    expect(rows).toEqual([
      '2TitleNo title', '3LinkNot an address that may be opened. Use one that starts with https. · javascript:alert(1)', '4ExpiresNot a date. Write it as 2026-03-31. · 31/12/2026',
    ])
    expect(bus.of('library.import')).toEqual([])
    await click('Import 1 asset')
    await screen.findByText('2 assets')
  })

  it('asks which column is the title where no name tells', async () => {
    await showDesk('library', { assets: makeAssets(1) })
    await click('Import')
    chooseFile(fileLabel, 'a.csv', 'Bezeichnung;Adresse\nPreise;https://a.example/p\n')
    expect((await button('Preview 1 row')).getAttribute('aria-disabled')).toBe('true')
    type('Bezeichnung', 'title')
    expect((await button('Preview 1 row')).getAttribute('aria-disabled')).toBeNull()
  })

  it('S33 drops columns that would reach into objects', async () => {
    await showDesk('library', { assets: makeAssets(1) })
    await click('Import')
    chooseFile(fileLabel, 'a.json', '[{"name":"Safe","url":"https://a.example/s","__proto__":{"polluted":true},"constructor":"x"}]')
    await button('Preview 1 row')
    expect([screen.queryByLabelText('constructor'), screen.queryByLabelText('__proto__')]).toEqual([null, null])
    await click('Preview 1 row')
    await click('Import 1 asset')
    await screen.findByText('Safe')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it.each([['not JSON', '[{'], ['an empty file', ''], ['a list of numbers', '[1, 2]']])('refuses %s with a reason', async (_, content) => {
    await showDesk('library', { assets: makeAssets(1) })
    await click('Import')
    chooseFile(fileLabel, 'a.json', content)
    expect((await screen.findByRole('alert')).textContent).toContain('does not accept this')
  })

  it('stopped half-way leaves nothing behind', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const { bus } = await showDesk('library', { assets: makeAssets(1), answers: { 'library.import': async () => (await held, null) } })
    await click('Import')
    chooseFile(fileLabel, 'a.csv', `Title,Url\n${Array.from({ length: 1_200 }, (_, index) => `A${index},https://a.example/${index}`).join('\n')}`)
    await click(/^Preview/)
    await click('Import 1200 assets')
    await click('Stop')
    release()
    await waitFor(() => expect(bus.of('library.import-cancel')).toHaveLength(1))
    expect(bus.of('library.import').some(({ last }) => last)).toBe(false)
    expect(bus.assets()).toHaveLength(1)
  })
})

it('keeps a form that could not be saved', async () => {
  await showDesk('library', { assets: makeAssets(1), answers: { 'library.save': () => { throw new AppError('storage-full') } } })
  await click('Add')
  type('Title', 'Mine')
  await click('Save')
  expect((await screen.findByRole('alert')).textContent).toContain('no room left')
  expect((screen.getByLabelText('Title') as HTMLInputElement).value).toBe('Mine')
  fireEvent.click(await button('Cancel'))
})
