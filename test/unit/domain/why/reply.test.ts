import { expect, it } from 'vitest'
import { reply } from '@/lib/domain/why/reply'
import { makeInput, told } from './input'
import { now } from '../make'

it('says what was answered and when', () => {
  const factor = reply(makeInput([{ kind: 'email-reply', title: 'Re: Pricing' }, { kind: 'email-reply', daysAgo: 3 }]))
  expect(told(factor)).toBe(`why.reply Re: Pricing {"date":${now}}`)
  expect(factor).toMatchObject({ weight: 0.95, touchIds: ['t0', 't1'] })
})

it('says nothing of opened mails and of old answers', () => {
  expect(reply(makeInput([{ kind: 'email-open' }, { kind: 'email-reply', daysAgo: 91 }]))).toBeUndefined()
})
