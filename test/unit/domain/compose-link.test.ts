import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeUrl, type ComposeInput } from '@/lib/domain/compose-link'
import { toHtmlParagraphs } from '@/lib/domain/escape-html'
import { makePerson, ref } from './make'

const input: ComposeInput = { channel: 'mailto', person: makePerson(), subject: 'The guide & more', body: 'Hi Mara,\n\n1 + 1 = 2\nBye' }
const compose = (over: Partial<ComposeInput>) => {
  const link = composeUrl({ ...input, ...over })
  return link.ok ? link.url : link.why.id
}

describe('composeUrl', () => {
  it.each<[ComposeInput['channel'], string]>([
    ['mailto', 'mailto:mara@brightwater.example?subject=The%20guide%20%26%20more&body=Hi%20Mara%2C%0D%0A%0D%0A1%20%2B%201%20%3D%202%0D%0ABye'],
    ['gmail', 'https://mail.google.com/mail/?view=cm&fs=1&to=mara%40brightwater.example&su=The%20guide%20%26%20more&body=Hi%20Mara%2C%0A%0A1%20%2B%201%20%3D%202%0ABye'],
    ['outlook', 'https://outlook.office.com/mail/deeplink/compose?to=mara%40brightwater.example&subject=The%20guide%20%26%20more&body=Hi%20Mara%2C%0A%0A1%20%2B%201%20%3D%202%0ABye'],
    ['hubspot', 'https://app.hubspot.com/contacts/4711/contact/501?interaction=email&initialEmailSubject=The%20guide%20%26%20more&initialEmailBody=%3Cp%3EHi%20Mara%2C%3C%2Fp%3E%3Cp%3E1%20%2B%201%20%3D%202%3Cbr%3EBye%3C%2Fp%3E'],
  ])('opens %s', (channel, url) => {
    expect(compose({ channel })).toBe(url)
  })

  it('opens HubSpot on the host of the portal, and on no other', () => {
    expect(compose({ channel: 'hubspot', host: 'app-eu1.hubspot.com' })).toContain('https://app-eu1.hubspot.com/contacts/')
    for (const host of ['app.hubspot.com.example', 'evil.example', 'app-eu1.hubspot.com:8080', '']) expect(compose({ channel: 'hubspot', host })).toContain('https://app.hubspot.com/contacts/')
  })

  it('finds the contact of a HubSpot lead', () => {
    const lead = { ...ref, kind: 'lead' as const, id: '9' }
    expect(compose({ channel: 'hubspot', person: makePerson({ ref: lead, same: [lead, ref] }) })).toContain('/contact/501?')
    expect(compose({ channel: 'hubspot', person: makePerson({ ref: lead, same: [lead] }) })).toBe('compose.no_contact')
  })

  it.each([undefined, '', 'nobody', 'a@b, c@d', 'a@b?bcc=c@d', 'a@b&cc=c', 'a@b\r\nBcc: c@d', 'a@b%0Acc', '<a@b>', 'a@@b'])('S39 has no mail for the address %j', (email) => {
    expect(compose({ person: makePerson({ email }) })).toBe('compose.no_address')
  })

  it.each(['One\r\nBcc: all@example.com', 'One\nTwo', 'One\u2028Two'])('S39 refuses the subject %j', (subject) => {
    expect(compose({ subject })).toBe('compose.subject_lines')
  })

  it.each<[ComposeInput['channel'], number, string]>([
    ['mailto', 1000, 'mailto:'], ['mailto', 2000, 'compose.too_long'], ['outlook', 3000, 'https:'], ['outlook', 4000, 'compose.too_long'],
    ['gmail', 7000, 'https:'], ['hubspot', 7000, 'https:'], ['hubspot', 8000, 'compose.too_long'],
  ])('%s with %s characters is %s', (channel, length, start) => {
    expect(compose({ channel, body: 'x'.repeat(length) })).toMatch(new RegExp(`^${start}`))
  })

  it('holds any text, and never a plus for a space', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.constantFrom('mailto', 'outlook', 'hubspot'), (body, channel) => {
      expect(new URL(compose({ channel, body: ` ${body}` })).search).not.toContain('+')
      expect(new URL(compose({ channel: 'gmail', body: ` ${body}` })).searchParams.get('body')).toBe(` ${body}`.toWellFormed())
    }))
  })
})

it.each([
  ['a\n\nb\nc', '<p>a</p><p>b<br>c</p>'],
  ['a\r\n\r\n\r\nb', '<p>a</p><p>b</p>'],
  ['<b>"x"</b> & \'y\'', '<p>&lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; &#39;y&#39;</p>'],
  ['\n\n', ''],
])('writes %j as paragraphs', (text, html) => {
  expect(toHtmlParagraphs(text)).toBe(html)
})
