// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { button, click, showDesk, type } from './show-desk'

describe('joining a hub', () => {
  const company = () => screen.queryByRole('button', { name: 'Sign in with your company' })

  it('offers the company\'s sign-in for the hub\'s address alone, and not for an invite', async () => {
    const { bus } = await showDesk('connections')
    await click('Join a hub')
    await screen.findByLabelText(/^Invite/)
    for (const [text, offered] of [['', false], ['hello', false], ['http://hub.acme.example', false], [`https://hub.acme.example/join#${'x'.repeat(32)}`, false], ['https://hub.acme.example/', true]] as const) {
      type(/^Invite/, text)
      expect([text, company() !== null]).toEqual([text, offered])
    }
    await click('Sign in with your company')
    await waitFor(() => expect(bus.of('team.sign-in')).toEqual([{ address: 'https://hub.acme.example' }]))
  })

  it('needs no address where the policy fixes the hub', async () => {
    await showDesk('connections', { state: { policy: { hubAddress: 'https://hub.acme.example', ignored: [] } } })
    expect(await button('Sign in with your company')).toBeDefined()
  })
})
