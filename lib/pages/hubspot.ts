import type { RecordKind, RecordRef } from '@/lib/domain/record-ref'

/** `app` in the first region, `app-eu1`, `app-na2` and the like elsewhere. */
const appHost = /^app(-[a-z]{2}\d+)?\.hubspot\.com$/

/** `/contacts/<portal>/record/<type>/<id>` and the older `/contacts/<portal>/contact/<id>`, with any tab or view behind it. */
const recordPath = /^\/contacts\/(\d{1,20})\/(?:record\/(0-1|0-136)|contact)\/(\d{1,20})(?:\/|$)/
const prospectingPath = /^\/prospecting\/(\d{1,20})\//

export function isHubspotHost(host: string): boolean {
  return appHost.test(host)
}

export function detectHubspot(url: URL): RecordRef | undefined {
  if (!isHubspotHost(url.hostname)) return undefined
  const [, portal, type, id] = recordPath.exec(url.pathname) ?? []
  if (portal && id) return at(portal, type === '0-136' ? 'lead' : 'contact', id)
  const [, workspace] = prospectingPath.exec(url.pathname) ?? []
  const lead = url.searchParams.get('leadId')
  return workspace && lead && /^\d{1,20}$/.test(lead) ? at(workspace, 'lead', lead) : undefined
}

function at(org: string, kind: RecordKind, id: string): RecordRef {
  return { crm: 'hubspot', org, kind, id }
}
