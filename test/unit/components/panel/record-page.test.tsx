// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fullView, now, stories, storyOf, touch, written } from '../../../fakes/panel-fixtures'
import { manyStories, stateOf } from '../../../fakes/panel-states'
import { button, mountPanel, press } from '../mount'

const section = (name: string) => within(screen.getByRole('region', { name }))

describe('the header', () => {
  it('says who, as whom the rep acts, and how fresh that is', async () => {
    const { root } = await mountPanel({ views: [fullView] })
    expect(within(root).getByRole('banner').textContent).toMatch(/Marta Lindqvist.*Head of Supply Chain · Brightwater Foods.*Marketing qualified.*84.*Webinar.*Dana Reyes.*Updated now.*Acting as .*Dana Reyes/)
  })

  it.each([['pardot', 'Score in Account Engagement'], ['hubspot', 'Score in HubSpot']])('names the system %s of a score as people know it', async (system, name) => {
    const { root } = await mountPanel({ views: [{ ...fullView, person: { ...fullView.person, score: { value: 86, system } } }] })
    expect(root.textContent).toContain(name)
  })

  it('says where somebody is only who they said they are', async () => {
    const { root } = await mountPanel({ views: [{ ...fullView, actingAs: { id: '1', name: 'Sam', verified: false } }] })
    expect(root.textContent).toContain('as you said')
  })

  it('reads again when asked to', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(button('Read again'))
    expect(bus.of('record.fresh').map(({ force }) => force)).toEqual([false, true])
  })

  it('shows one notice at a time, the most pressing first', async () => {
    const { bus } = await mountPanel({
      views: [{ ...fullView, notices: [{ id: 'p', kind: 'promotion', sentence: written('Spring offer') }, { id: 'r', kind: 'return-due', sentence: written('Back today') }] }],
    })
    expect(screen.getAllByRole('note').map((note) => note.textContent)).toEqual(['\u2068Back today\u2069'.slice(1, -1)])
    await press(button('Dismiss'))
    expect(bus.of('notice.dismiss')).toEqual([{ id: 'r' }])
    expect(screen.getByRole('note').textContent).toBe('Spring offer')
  })
})

describe('why this lead', () => {
  it('gives three reasons, the rest on demand', async () => {
    await mountPanel({ views: [fullView] })
    expect(section('Why this lead').getAllByRole('listitem')).toHaveLength(3)
    await press(button('2 more reasons'))
    expect(section('Why this lead').getAllByRole('listitem')).toHaveLength(5)
  })

  it('opens the touches each rests on', async () => {
    await mountPanel({ views: [fullView] })
    await press(button(/Looked at prices/))
    const evidence = section('Why this lead').getAllByText('Pricing viewed')
    expect(evidence).toHaveLength(3)
    expect(screen.queryByRole('button', { name: /Score 84/ })).toBeNull()
  })
})

describe('suggestions', () => {
  it('come with their receipts', async () => {
    await mountPanel({ views: [fullView] })
    await press(screen.getAllByRole('button', { name: 'Why this one' })[2] as HTMLElement)
    const card = section('Suggested assets').getByText('Quayside and a planning module of your ERP').closest('li')
    expect(card?.textContent).toMatch(/They have read prices and no comparison yet.*Not about food.*Verified by .*Ines Carvalho.* on .*Sent 22 times/)
  })

  it('can be put aside with a reason, and are gone at once', async () => {
    const { bus } = await mountPanel({ views: [fullView] })
    await press(screen.getAllByRole('button', { name: 'Not this one' })[0] as HTMLElement)
    await press(button('Outdated'))
    expect(bus.of('suggestion.dismiss')).toMatchObject([{ assetId: 'brightwater-case', reason: 'outdated' }])
    expect(screen.queryByText('How Nordfisk cut spoilage by 18 % in one season')).toBeNull()
  })

  it('say why there are none, each cause with its count', async () => {
    await mountPanel(stateOf('all-filtered-out'))
    expect(section('Suggested assets').getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      '31 were already read', '6 were already sent', '12 have expired', '9 are not approved', '1 has to be verified again', '1 was put aside for this lead',
    ])
  })

  it('tell a rep how to ask and a marketer how to import where the library is empty', async () => {
    await mountPanel(stateOf('empty-library-rep'))
    expect(button('Ask for this')).toBeTruthy()
    const { bus } = await mountPanel(stateOf('empty-library-marketer'))
    await press(button('Add assets'))
    expect(bus.of('desk.open')).toEqual([{ page: 'library' }])
  })
})

describe('the story', () => {
  const titles = () => section('Content story').getAllByRole('button', { expanded: false }).flatMap((each) => each.querySelector('bdi')?.textContent ?? [])

  it('leaves out what only machines touched, one click away', async () => {
    await mountPanel({ views: [fullView] })
    expect(titles()).not.toContain('February letter')
    await press(button(/^Machines/))
    expect(titles()).toContain('February letter')
  })

  it('counts people in its headline, and the unknown apart', async () => {
    await mountPanel({ views: [fullView] })
    expect(screen.getByText(/8 items, touched 8 times by people/).textContent).toBe('8 items, touched 8 times by people, 1 more not known by whom')
  })

  it('opens to touches with kind, date, depth, campaign and who did it by which rule', async () => {
    await mountPanel({ views: [fullView] })
    await press(button(/^Spring planning week/))
    const row = section('Content story').getAllByRole('listitem').find((each) => each.textContent?.startsWith('Email link clicked'))
    expect(row?.textContent).toMatch(/4 days ago.*Spring planning week.*A person: only people do this/)
    await press(button('2 by machines'))
    expect(section('Content story').getAllByText('A machine: within seconds of the mail\'s delivery', { exact: false }).length).toBeGreaterThan(0)
  })

  it('filters by kind', async () => {
    await mountPanel({ views: [fullView] })
    const kinds = within(screen.getByRole('group', { name: 'Kind of touch' }))
    await press(kinds.getByRole('button', { name: /^Pricing viewed/ }))
    expect(titles()).toEqual(['Prices and what is in them'])
  })

  it('asks for the touches the view left out', async () => {
    const long = storyOf(Array.from({ length: 30 }, (_, index) => touch('page-view', now - index * 60_000, 'Home')))
    const { bus } = await mountPanel({ views: [{ ...fullView, stories: [long, ...stories] }] })
    await press(button(/^Home/))
    await press(button('Show 10 more'))
    expect(bus.of('record.touches')).toMatchObject([{ storyKey: 'Home' }])
  })

  it('draws a small part of 5,000 touches', async () => {
    const view = manyStories()
    expect(view.stories.reduce((sum, story) => sum + story.count, 0)).toBeGreaterThan(4700)
    const { root } = await mountPanel({ views: [view] })
    expect(root.querySelectorAll('li[aria-posinset]').length).toBeLessThan(80)
    expect(screen.getByText('12 older items are not shown.')).toBeTruthy()
  })

  it('separates where nothing was found from where nobody could look, and who can change that', async () => {
    await mountPanel(stateOf('new-lead'))
    const text = screen.getByRole('region', { name: 'Content story' }).textContent
    expect(text).toContain('Nothing found in: Campaigns, Tasks, and Emails.')
    expect(text).toMatch(/Cannot see:.*needs ContentDistribution \(your admin can change that\).*needs Account Engagement \(the vendor can change that\).*took too long/)
  })
})
