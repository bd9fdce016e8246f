// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { deskNow } from '../../../fakes/desk-bus'
import { click, showDesk } from './show-desk'

it('lists the invites that still let somebody in, and revokes one with one click', async () => {
  let open = [
    { id: 'i1', role: 'rep' as const, uses: 5, usesLeft: 3, until: deskNow + 86_400_000 },
    { id: 'i2', role: 'marketer' as const, uses: 1, usesLeft: 1, until: deskNow + 86_400_000, email: 'mika@acme.example' },
  ]
  const { bus } = await showDesk('connections', { answers: {
    'team.state': () => ({ address: 'https://hub.acme.example', name: 'Acme', member: { id: 'p1', name: 'Olivia', role: 'owner' }, links: { open: true }, asOf: deskNow, ended: false, queue: 0, shareable: 0, unpublished: 0 }),
    'team.people': () => [], 'team.terms': () => ({ name: 'Acme', links: 'aggregate' }), 'team.hubspot': () => ({ state: 'none', oauth: false }),
    'team.invites': () => open,
    'team.revoke-invite': ({ id }) => (open = open.filter((one) => one.id !== id), null),
  } })
  const list = await screen.findByRole('region', { name: 'Invites that still let somebody in' })
  expect([...list.querySelectorAll('li')].map((line) => line.textContent)).toEqual([expect.stringMatching(/^Rep · 3 of 5 left · until /), expect.stringMatching(/^Marketer mika@acme\.example · for one · until /)])
  await click('Revoke the invite as Rep')
  await waitFor(() => expect(list.querySelectorAll('li')).toHaveLength(1))
  expect(bus.of('team.revoke-invite')).toEqual([{ id: 'i1' }])
})
