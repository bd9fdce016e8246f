import { optionalFamilies } from './match-patterns'
import { toSalesforceOrg } from './salesforce'

/** An org as a person names it by pasting an address: `asked` are the match patterns that have to be granted before its pages can be read. */
export interface PastedOrg { org: string; asked: string[] }

/** The org (API host) behind a page's address, a Lightning host or a My Domain host; `undefined` for anything else. */
export function findPastedOrg(pasted: string): PastedOrg | undefined {
  const host = hostOf(pasted.trim())
  const org = host && toSalesforceOrg(host.replace(/\.my\.salesforce-setup\.com$/, '.my.salesforce.com'))
  if (!host || !org) return undefined
  const family = optionalFamilies.find((patterns) => patterns.some((pattern) => host.endsWith(suffixOf(pattern))))
  return { org, asked: [...(family ?? [])] }
}

/** `https://*.my-lightning.com/*` → `.my-lightning.com` */
function suffixOf(pattern: string): string {
  return pattern.slice('https://*'.length, -'/*'.length)
}

function hostOf(text: string): string | undefined {
  return URL.parse(/^https?:/i.test(text) ? text : `https://${text}`)?.hostname
}
