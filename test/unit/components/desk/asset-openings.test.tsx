// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { makeAsset } from '../../domain/make'
import { showDesk } from './show-desk'

it('tells of an asset how often the hub counted its links opened, by whom it was likely to be; nothing where there is no hub', async () => {
  const assets = [makeAsset({ id: 'guide' })]
  const { bus } = await showDesk('library?tab=asset&id=guide', { assets, answers: { 'team.openings': () => ({ human: 12, machine: 3, unknown: 4 }) } })
  expect(await screen.findByText(/12 by people, 3 by machines, 4 not known/)).toBeDefined()
  expect(bus.of('team.openings')).toEqual([{ assetId: 'guide' }])
  cleanup()
  await showDesk('library?tab=asset&id=guide', { assets })
  await screen.findByRole('table', { name: 'What became of it' })
  expect(screen.queryByText(/by machines/)).toBeNull()
})
