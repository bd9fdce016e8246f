import { describe, expect, it } from 'vitest'
import type { Asset } from '@/lib/domain/asset'
import type { SendChannel } from '@/lib/domain/ledger'
import type { Person } from '@/lib/domain/person'
import { canSend, channelsFor } from '@/lib/domain/send-rules'
import { makeAsset, makePerson, now } from './make'

describe('canSend', () => {
  it.each<[string, Partial<Asset>, Partial<Person>, SendChannel]>([
    ['ok', {}, {}, 'mailto'],
    ['ok', { expires: now + 1 }, {}, 'mailto'],
    ['sendRule.expired', { expires: now }, {}, 'mailto'],
    ['sendRule.expired', { expires: now }, {}, 'meeting'],
    ['sendRule.not_shareable', { shareable: false }, {}, 'copy'],
    ['sendRule.not_approved', { status: 'draft' }, {}, 'mailto'],
    ['sendRule.archived', { status: 'archived' }, {}, 'mailto'],
    ['sendRule.no_public_address', { url: undefined }, {}, 'mailto'],
    ['sendRule.no_public_address', { url: 'javascript:alert(1)' }, {}, 'copy'],
    ['ok', { url: undefined, kind: 'call-sheet' }, {}, 'meeting'],
    ['sendRule.opted_out', {}, { optedOut: true }, 'hubspot'],
    ['sendRule.opted_out', {}, { optedOut: true }, 'mailto'],
    ['sendRule.opted_out', {}, { optedOut: true, email: undefined }, 'gmail'],
    ['sendRule.opted_out', {}, { optedOut: true }, 'outlook'],
    ['ok', {}, { optedOut: true }, 'copy'],
    ['ok', {}, { optedOut: true }, 'meeting'],
    ['sendRule.no_email', {}, { email: ' ' }, 'outlook'],
    ['ok', {}, { email: undefined }, 'copy'],
  ])('is %s for %j to %j by %s', (expected, asset, person, channel) => {
    const permission = canSend(makeAsset(asset), makePerson(person), channel, now)
    expect(permission.ok ? 'ok' : permission.why.id).toBe(expected)
  })

  it('asks only about the asset where nobody is meant', () => {
    expect(canSend(makeAsset(), undefined, 'mailto', now).ok).toBe(true)
    expect(canSend(makeAsset({ shareable: false }), undefined, 'mailto', now).ok).toBe(false)
  })
})

it('offers the composer of HubSpot only there', () => {
  expect(channelsFor('hubspot')[0]).toBe('hubspot')
  expect(channelsFor('salesforce')).not.toContain('hubspot')
})
