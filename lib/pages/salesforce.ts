import type { RecordKind, RecordRef } from '@/lib/domain/record-ref'
import { toLongId } from './salesforce-id'

/** Page host → API host, by whole labels. Both tokens and data belong to the API host, never to the page's. */
const hosts: [RegExp, string][] = [
  [/\.lightning\.((?:\w+\.)?)force\.com$/, '.my.$1salesforce.com'],
  [/\.lightning\.(?:crm)?force\.mil$/, '.my.salesforce.mil'],
  [/\.lightning\.sfcrmapps\.cn$/, '.my.sfcrmproducts.cn'],
  [/\.my-lightning\.com$/, '.my-salesforce.com'],
  [/(\.my\.(?:\w+\.)?salesforce\.com|\.my\.salesforce\.mil|\.my\.sfcrmproducts\.cn|\.my-salesforce\.com)$/, '$1'],
]

/** The prefixes of these three are the same in every org. */
const kinds: Record<string, RecordKind> = { '00Q': 'lead', '003': 'contact', '001': 'account' }

/** The API host behind a Salesforce page host; undefined for hosts that show no records. */
export function toSalesforceOrg(pageHost: string): string | undefined {
  const host = pageHost.replace(/\.mcas\.ms$/, '')
  const rule = /^[a-z0-9][a-z0-9.-]{1,200}$/.test(host) ? hosts.find(([suffix]) => suffix.test(host)) : undefined
  return rule && host.replace(...rule)
}

/**
 * `/lightning/r/[Object/]<id>/…` (also below `/lightning/app/<app>`), `/lightning/cmp/…?leadConvert__leadId=<id>`,
 * `/one/one.app#/sObject/<id>/…`, and Classic's `/<id>[/e]`. The path is the page in focus; the console's `ws` parameter is not.
 */
export function detectSalesforce(url: URL): RecordRef | undefined {
  // The path first: it settles most pages, and the loader asks on every one of them.
  const id = findId(url)
  const kind = id ? kinds[id.slice(0, 3)] : undefined
  const org = kind && toSalesforceOrg(url.hostname)
  return id && kind && org ? { crm: 'salesforce', org, kind, id } : undefined
}

function findId(url: URL): string | undefined {
  const [, top = '', ...rest] = url.pathname.split('/')
  if (top === 'lightning') {
    if (rest[0] === 'cmp') return toLongId(url.searchParams.get('leadConvert__leadId') ?? '')
    const at = rest[0] === 'app' ? 2 : 0
    return rest[at] === 'r' ? firstId(rest.slice(at + 1)) : undefined
  }
  if (top === 'one') return url.hash.startsWith('#/sObject/') ? firstId(url.hash.split('/').slice(2, 3)) : undefined
  return toLongId(top)
}

function firstId(segments: string[]): string | undefined {
  return segments.map(toLongId).find((id) => id)
}
