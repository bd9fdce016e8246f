// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fullView } from '../../../fakes/panel-fixtures'
import { teamPlaybook, underPlaybook } from '../../../fakes/team-playbook'
import { button, mountPanel, press, verdictButton } from '../mount'

const view = { ...fullView, ...underPlaybook }
const mount = () => mountPanel({ views: [view], answers: { 'playbook.get': () => teamPlaybook } })

describe('the playbook in the panel', () => {
  it('says the stage and whose turn it is', async () => {
    const { root } = await mount()
    expect(within(root).getByRole('banner').textContent).toMatch(/Marketing qualified.*Marketing's turn/)
  })

  it('counts down a promise, quietly', async () => {
    const { root } = await mount()
    expect(within(root).getByRole('banner').textContent).toContain('5 hours left to judge or follow up, from first opening')
  })

  it('says how much of a definition is met in one line, and opens clause by clause down to the touches', async () => {
    await mount()
    const line = button('MQL v4: 3 of 5')
    expect(line.getAttribute('aria-expanded')).toBe('false')
    await press(line)
    const clauses = screen.getAllByRole('img', { name: /^(Met|Not met|Not known)$/ }).map((mark) => `${mark.getAttribute('aria-label')}: ${mark.parentElement?.textContent}`)
    expect(clauses.map((text) => text.split(':')[0])).toEqual(['Met', 'Met', 'Met', 'Not known', 'Not met'])
    expect(clauses[3]).toMatch(/Country is Austria, Germany,? or Switzerland/)
    await press(button(/^Once, on/))
    expect(screen.getAllByText('Attended webinar').length).toBeGreaterThan(0)
    expect(document.body.textContent).toContain('agreed with Mei Tanaka, Jonas Okoro')
  })

  it('shows a promotion from its notice, what to say and what not, and is told that it is known', async () => {
    const { bus } = await mount()
    await press(button('Show'))
    expect(document.body.textContent).toMatch(/Three months for the price of two.*Say.*Ask what spoilage costs.*Do not say.*That the price stays/)
    await press(button('I know it'))
    expect(bus.of('promotion.known')).toEqual([{ id: 'spring' }])
  })

  it('sends what goes with a promotion', async () => {
    await mount()
    await press(button('Show'))
    await press(button(/^Send Prices and what is in them/))
    expect(screen.getByRole('banner').textContent).not.toContain("Marketing's turn")
  })

  it('lets a Wrong name the clause that misled, and take it back', async () => {
    const { bus } = await mount()
    await press(verdictButton('Wrong'))
    const group = () => within(screen.getByRole('group', { name: /^Which part of/ }))
    expect(group().getAllByRole('button')).toHaveLength(3)
    await press(group().getByRole('button', { name: /^Industry is/ }))
    expect(bus.of('verdict.detail').at(-1)).toMatchObject({ clause: { definition: 'mql', version: 4, clause: 'industry' } })
    await press(group().getByRole('button', { name: /^Industry is/ }))
    expect(bus.of('verdict.detail').at(-1)).not.toHaveProperty('clause')
  })

  it('lists promotions in Today', async () => {
    await mountPanel({ context: { show: 'today' }, answers: { 'playbook.get': () => teamPlaybook, 'today.list': () => ({ items: [], promotions: underPlaybook.promotions, asOf: 0 }) } })
    const section = within(screen.getByRole('region', { name: 'Running promotions' }))
    expect(section.getAllByRole('button').map((one) => one.textContent)).toEqual([expect.stringMatching(/^Spring offer/), 'Seats at Food LogisticsKnown'])
  })
})
