/**
 * Machines that name themselves in their user agent, most specific first: mail security gateways, link previews of
 * messengers and networks, crawlers, monitors, and HTTP libraries. Image proxies of Gmail and Yahoo are absent on purpose:
 * they fetch when a person opens the mail.
 */
const bots: readonly [name: string, pattern: RegExp][] = [
  ['Barracuda', /barracuda/i],
  ['Mimecast', /mimecast/i],
  ['Proofpoint', /proofpoint|urldefense/i],
  ['Trend Micro', /trend ?micro|tmase/i],
  ['Symantec', /symantec|messagelabs/i],
  ['Forcepoint', /forcepoint|websense/i],
  ['Cisco IronPort', /ironport/i],
  ['Sophos', /sophos/i],
  ['Microsoft Defender', /safelinks|microsoft office existence discovery|ms-office.*preview/i],
  ['Apple Mail Privacy Protection', /^mozilla\/5\.0$/i],
  ['Slack', /slackbot|slack-imgproxy/i],
  ['LinkedIn', /linkedinbot/i],
  ['Facebook', /facebookexternalhit|facebot|meta-externalagent/i],
  ['X', /twitterbot/i],
  ['WhatsApp', /^whatsapp/i],
  ['Telegram', /telegrambot/i],
  ['Discord', /discordbot/i],
  ['Skype and Teams', /skypeuripreview|skypespaces/i],
  ['Google', /googlebot|google-safety|google-inspectiontool|adsbot-google|googleother|mediapartners-google|feedfetcher-google/i],
  ['Bing', /bingbot|bingpreview|adidxbot|msnbot/i],
  ['Apple', /applebot/i],
  ['DuckDuckGo', /duckduck(?:go-favicons-)?bot/i],
  ['Yandex', /yandex(?!.*yabrowser)/i],
  ['Baidu', /baiduspider/i],
  ['AI crawler', /gptbot|chatgpt-user|oai-searchbot|claudebot|perplexitybot|ccbot|bytespider|amazonbot/i],
  ['SEO crawler', /ahrefsbot|semrushbot|mj12bot|dotbot|screaming frog|dataforseobot/i],
  ['Site monitor', /pingdom|uptimerobot|statuscake|site24x7|newrelicpinger|datadog.*synthetics/i],
  ['Page test', /lighthouse|pagespeed|gtmetrix|ptst\//i],
  ['Headless browser', /headless|phantomjs|puppeteer|playwright|selenium|electron\/.*scan/i],
  ['HTTP library', /^(?:curl|wget|python|aiohttp|go-http-client|java\/|okhttp|apache-httpclient|axios|node-fetch|undici|got |libwww-perl|ruby|php|guzzlehttp|winhttp|postmanruntime|dart\/|reqwest|faraday)/i],
  ['Unnamed bot', /(?<!cu)bot\b|crawler|spider|scanner|url ?preview|link ?preview|link ?check|prefetch|\bslurp\b/i],
]

const longestLookedAt = 1000

/**
 * The name of the scanner, crawler or preview that this user agent admits to be, or `undefined`: a browser, or unknown.
 * For mappers, which then drop the user agent.
 */
export function botFromUserAgent(userAgent: string): string | undefined {
  const text = userAgent.slice(0, longestLookedAt).trim()
  return bots.find(([, pattern]) => pattern.test(text))?.[0]
}
