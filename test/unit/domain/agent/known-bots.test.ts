import { expect, it } from 'vitest'
import { botFromUserAgent } from '@/lib/domain/agent/known-bots'

it.each([
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'Google'],
  ['Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', 'Bing'],
  ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'Slack'],
  ['LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)', 'LinkedIn'],
  ['facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)', 'Facebook'],
  ['BarracudaCentral', 'Barracuda'],
  ['Mozilla/5.0', 'Apple Mail Privacy Protection'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36', 'Headless browser'],
  ['python-requests/2.31.0', 'HTTP library'],
  ['curl/8.4.0', 'HTTP library'],
  ['SomeCorp-Mail-Scanner/3', 'Unnamed bot'],
  ['Mozilla/5.0 (compatible; Examplebot/1.0)', 'Unnamed bot'],
])('names %s', (userAgent, name) => {
  expect(botFromUserAgent(userAgent)).toBe(name)
})

it.each([
  '',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
  'Mozilla/5.0 (Linux; Android 11; CUBOT KINGKONG MINI 2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 YaBrowser/24.4.0 Yandex Safari/537.36 YaBrowser/24',
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328; Pro)',
])('takes %j for a possible person', (userAgent) => {
  expect(botFromUserAgent(userAgent)).toBeUndefined()
})

it('stays quick on a hostile user agent', () => {
  expect(botFromUserAgent(`${'a-'.repeat(500_000)}bot`)).toBeUndefined()
})
