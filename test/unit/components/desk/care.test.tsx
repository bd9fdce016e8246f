// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { deskNow, makeAssets } from '../../../fakes/desk-bus'
import { careAnswers, makeCareAssets, makeFigures, makeMisses, makeNeeds } from '../../../fakes/desk-care'
import { button, click, showDesk } from './show-desk'

const assets = makeCareAssets(24)
const show = (query: string, options: Parameters<typeof showDesk>[1] = { assets, answers: careAnswers(assets, { needs: 5, misses: 3 }) }, granted = true) => (
  showDesk(`library?${query}` as never, options, granted)
)

describe('requests', () => {
  it('stand merged and counted, naming nobody until one is opened', async () => {
    await show('tab=requests')
    const list = await screen.findByRole('list', { name: 'Requests' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(5)
    expect(document.body.textContent).not.toContain('Dana Reyes')
    fireEvent.click(within(list).getAllByRole('button', { name: 'Show requests' })[0] as HTMLElement)
    expect(await screen.findByText('Dana Reyes')).toBeTruthy()
  })

  it('are answered together with an asset and a word', async () => {
    const [need] = makeNeeds(5)
    const { bus } = await show('tab=requests', { assets, answers: { ...careAnswers(assets, { needs: 5 }), 'requests.answer': ({ requestIds, assetId }) => ({ kind: 'request-answer', id: 'a', version: 1, updatedAt: 1, requestIds, assetId }) } })
    fireEvent.click((await screen.findAllByRole('button', { name: 'Answer' }))[0] as HTMLElement)
    const send = await button(/^Answer \d+ request/)
    expect(send.getAttribute('aria-disabled')).toBe('true')
    const [first] = await screen.findAllByRole('radio')
    fireEvent.click(first as HTMLElement)
    fireEvent.change(screen.getByLabelText(/A word to those/), { target: { value: 'See page 4' } })
    fireEvent.submit(send.closest('form') as HTMLFormElement)
    await waitFor(() => expect(bus.of('requests.answer')).toMatchObject([{ requestIds: need?.openIds, note: 'See page 4' }]))
    await waitFor(() => expect(screen.queryByRole('radio')).toBeNull())
  })

  it('offer only what a rep can send', async () => {
    await show('tab=requests')
    fireEvent.click((await screen.findAllByRole('button', { name: 'Answer' }))[0] as HTMLElement)
    const titles = (await screen.findAllByRole('radio')).map((radio) => radio.closest('label')?.textContent)
    const unusable = assets.filter(({ status, shareable }) => status !== 'approved' || !shareable).map(({ title }) => title)
    expect(titles.filter((title) => unusable.includes(title ?? ''))).toEqual([])
  })

  it('narrow to a cell of the matrix, and say so', async () => {
    const [need] = makeNeeds(5)
    await show(`tab=requests&stage=${need?.stage}&persona=${need?.personas[0]}`)
    const list = await screen.findByRole('list', { name: 'Requests' })
    expect(within(list).getAllByRole('listitem').length).toBeLessThan(5)
    expect(screen.getByText('Show all').getAttribute('href')).toBe('#/library?tab=requests')
  })

  it('have what was searched in vain beside them, to be forgotten one by one', async () => {
    const { bus } = await show('tab=requests', { assets, answers: { ...careAnswers(assets, { needs: 1, misses: 3 }), 'misses.forget': () => null } })
    const rows = within(await screen.findByRole('region', { name: 'Searched in vain' })).getAllByRole('row')
    expect(rows).toHaveLength(4)
    fireEvent.click(within(rows[1] as HTMLElement).getByRole('button', { name: 'Forget this search' }))
    await waitFor(() => expect(bus.of('misses.forget')).toEqual([{ keys: [makeMisses(3)[0]?.key] }]))
  })

  it('say how they come about where there are none', async () => {
    await show('tab=requests', {})
    expect(await screen.findByText(/Nobody has asked for anything yet/)).toBeTruthy()
  })
})

describe('care', () => {
  const topic = (name: string) => screen.findByRole('region', { name })

  it('lists what needs somebody, the most urgent first, and verifies with one click', async () => {
    const { bus } = await show('tab=care')
    const unverified = await topic('To be verified again')
    const names = screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))
    expect(names.slice(0, 3)).toEqual(['Expired', 'Link is broken', 'To be verified again'])
    fireEvent.click(within(unverified).getAllByRole('button', { name: /^Verify / })[1] as HTMLElement)
    await waitFor(() => expect(bus.of('library.verify')).toHaveLength(1))
    expect(bus.of('library.verify')[0]?.ids).toHaveLength(1)
  })

  it('names the duplicate worth keeping and archives the other', async () => {
    const twins = makeAssets(2).map((asset) => ({ ...asset, url: 'https://www.example.com/same', updatedAt: 1, expires: undefined }))
    const { bus } = await show('tab=care', { assets: twins, answers: careAnswers(twins) })
    const rows = within(await topic('Same address twice')).getAllByRole('listitem')
    expect(rows.map((row) => /worth keeping/.test(row.textContent ?? ''))).toEqual([true, true])
    fireEvent.click(within(rows[1] as HTMLElement).getByRole('button', { name: /^Archive/ }))
    await waitFor(() => expect(bus.of('library.archive')).toHaveLength(1))
  })

  it('shows an owner their own', async () => {
    await show('tab=care')
    await topic('Expired')
    fireEvent.change(screen.getByLabelText('Owner'), { target: { value: 'Noor Haddad' } })
    await waitFor(() => expect(document.querySelector('main')?.textContent).not.toContain('· Ines Carvalho'))
  })

  it('asks for the hosts by a click and goes on until nothing is left', async () => {
    let left = 45
    const { bus, door } = await show('tab=care', { assets, answers: { ...careAnswers(assets), 'links.check': ({ limit }) => {
      const checked = Math.min(limit, left)
      left -= checked
      return { checked, left }
    } } })
    await click(/^Check links on/)
    await waitFor(() => expect(bus.of('links.check')).toHaveLength(3))
    expect(door.askHosts).toHaveBeenCalledWith(['https://www.example.com/*'])
  })

  it('says when everything is in order', async () => {
    await show('tab=care', { assets: makeAssets(1).map((asset) => ({ ...asset, verifiedAt: deskNow })) })
    expect(await screen.findByText('Everything is in order.')).toBeTruthy()
  })

  it('says of an empty library that it is empty, and where to fill it', async () => {
    await show('tab=care', {})
    expect(await screen.findByText(/^The library is empty/)).toBeTruthy()
    expect(screen.queryByText('Everything is in order.')).toBeNull()
  })
})

describe('the matrix', () => {
  it('is a real table, a row a stage and a column a persona or industry', async () => {
    await show('tab=gaps')
    const table = await screen.findByRole('table')
    expect(within(table).getAllByRole('rowheader').length).toBeGreaterThan(3)
    expect(within(table).getAllByRole('columnheader').map((header) => header.textContent)).toContain('Finance')
    await click('By industry')
    await waitFor(() => expect(within(screen.getByRole('table')).getAllByRole('columnheader').map((header) => header.textContent)).toContain('Food and agriculture'))
  })

  it('leads from each cell to its assets and requests, and says in words where there is nothing', async () => {
    await show('tab=gaps', { assets: assets.map((asset) => ({ ...asset, stages: ['mql'], personas: ['it'] })), answers: careAnswers(assets, { needs: 5 }) })
    const table = await screen.findByRole('table')
    const links = within(table).getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])
    expect(links.find(([text]) => text?.endsWith('assets'))?.[1]).toBe('#/library?stage=mql&persona=it&status=usable')
    expect(links.some(([text, href]) => text === 'Nothing' && href?.startsWith('#/library?stage='))).toBe(true)
    expect(links.some(([text, href]) => /request/.test(text ?? '') && href?.startsWith('#/library?tab=requests&stage='))).toBe(true)
  })

  it('opens the library with what the cell counted', async () => {
    await show('stage=mql&persona=it&status=usable')
    await screen.findByRole('table', { name: 'Library' })
    expect((screen.getByLabelText('Persona') as HTMLSelectElement).value).toBe('it')
    expect((screen.getByLabelText('Status') as HTMLSelectElement).value).toBe('usable')
  })
})

describe('an asset by itself', () => {
  it('says what became of it, each share with its n', async () => {
    const [asset] = assets
    const { got, opened } = makeFigures(assets)[asset?.id ?? ''] ?? {}
    await show(`tab=asset&id=${asset?.id}`)
    const table = await screen.findByRole('table', { name: 'What became of it' })
    await waitFor(() => expect(within(table).getByText(`Opened by ${opened} of ${got} people who got it`)).toBeTruthy())
    expect(within(table).getAllByRole('cell').map((cell) => cell.textContent)).toContain(String(got))
  })

  it('shows no rate where it is too early for one', async () => {
    const [asset] = assets
    await show(`tab=asset&id=${asset?.id}`, { assets, answers: { 'library.figures': () => ({}) } })
    expect(await screen.findAllByText(/too early/i)).toHaveLength(3)
  })

  it('says that it is gone', async () => {
    await show('tab=asset&id=none')
    expect(await screen.findByText(/not in the library any more/)).toBeTruthy()
  })
})
