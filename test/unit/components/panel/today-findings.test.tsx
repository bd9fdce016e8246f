// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { mountPanel } from '../mount'

const text = () => document.body.textContent ?? ''

it('Today says how many findings marketing answered in time, and nothing while none was due', async () => {
  await mountPanel({ context: { show: 'today' }, answers: { 'today.list': () => ({ items: [], promotions: [], findings: { answered: 3, of: 4 }, asOf: 0 }) } })
  expect(screen.getByText('Findings answered within 14 days: 3 of 4')).toBeDefined()
  document.body.innerHTML = ''
  await mountPanel({ context: { show: 'today' }, answers: { 'today.list': () => ({ items: [], promotions: [], asOf: 0 }) } })
  expect(text()).not.toContain('findings')
})
