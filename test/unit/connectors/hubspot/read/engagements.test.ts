import { describe, expect, it } from 'vitest'
import { toLoggedMails, toMailTouches } from '@/lib/connectors/hubspot/read/engagements'
import { linksIn } from '@/lib/connectors/hubspot/read/links'

const email = (properties: Record<string, string | null>) => ({ id: '478', properties: { hs_timestamp: '2026-09-12T10:00:00Z', hs_email_subject: 'Price guide', ...properties } })

describe('logged mails', () => {
  it.each<[string, Record<string, string | null>, string[]]>([
    ['ours, sent', { hs_email_direction: 'EMAIL', hs_email_status: 'SENT' }, ['email-sent']],
    ['ours, of unknown status', { hs_email_direction: 'EMAIL', hs_email_status: null }, ['email-sent']],
    ['ours, failed', { hs_email_direction: 'EMAIL', hs_email_status: 'FAILED' }, []],
    ['theirs', { hs_email_direction: 'INCOMING_EMAIL', hs_email_status: null }, ['email-reply']],
    ['forwarded', { hs_email_direction: 'FORWARDED_EMAIL' }, []],
    ['without a moment', { hs_email_direction: 'EMAIL', hs_timestamp: null }, []],
  ])('%s', (_name, properties, kinds) => {
    expect(toMailTouches([email(properties)]).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('give their addresses, once each, and keep nothing else of their bodies', () => {
    const [mail] = toLoggedMails([email({
      hs_email_direction: 'EMAIL', hs_email_status: 'SENT', hs_email_html: '<p>canary <a href="https://www.example.com/p?a=1&amp;b=2">guide</a></p>', hs_email_text: 'canary https://www.example.com/p?a=1&b=2).',
    })])
    expect(mail).toEqual({ id: '478', at: Date.UTC(2026, 8, 12, 10), subject: 'Price guide', links: ['https://www.example.com/p?a=1&b=2'] })
  })

  it('are ours only', () => {
    expect(toLoggedMails([email({ hs_email_direction: 'INCOMING_EMAIL' })])).toEqual([])
  })
})

describe('links in a mail', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['Look at https://a.example/x, then http://b.example.', ['https://a.example/x', 'http://b.example']],
    ['<a href="https://a.example/x">https://a.example/x</a>', ['https://a.example/x']],
    ['javascript:alert(1) mailto:a@b.example', []],
  ])('%s', (text, links) => {
    expect(linksIn(text)).toEqual(links)
  })
})
