import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import { mergedReasons } from '@/lib/domain/reasons'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import type { AppDeps } from './deps'

export interface FeedbackReview {
  /** Newest first; hand `next` in again for the following page. */
  page(query: { after?: string | undefined; limit: number }): Promise<{ rows: FeedbackRow[]; next?: string | undefined }>
  /** Reads the team's verdicts back from every connected CRM; one that fails says so and costs only its own part. */
  readTeam(): Promise<{ read: number; added: number; errors: { org: string; error: ErrorInfo }[] }>
}

export function createFeedbackReview(deps: AppDeps): FeedbackReview {
  return {
    async page(query) {
      const { entries, next } = await deps.feedback.page(query)
      const [names, samples, hosts, book] = await Promise.all([
        deps.snapshots.names(entries.map((entry) => recordKey(entry.ref))), deps.marks.all('sample-event'), pageHosts(deps), deps.playbooks.current(),
      ])
      const merged = mergedReasons((book ?? deps.defaultPlaybook).reasons)
      const rows = entries.map(({ playbook, ...entry }) => {
        const known = names.get(recordKey(entry.ref))
        return {
          ...entry,
          reason: entry.reason && (merged.get(entry.reason) ?? entry.reason),
          recordName: known?.name,
          company: known?.company,
          url: deps.recordUrl(entry.ref, hosts.get(orgKey(entry.ref))),
          sample: samples.has(entry.id),
        }
      })
      return { rows, next }
    },

    async readTeam() {
      const total: Awaited<ReturnType<FeedbackReview['readTeam']>> = { read: 0, added: 0, errors: [] }
      for (const { crm, org } of await deps.connectors.connections()) {
        try {
          const { read, added } = await readOrg(deps, crm, org)
          total.read += read
          total.added += added
        } catch (failure) {
          total.errors.push({ org, error: toErrorInfo(failure) })
        }
      }
      return total
    },
  }
}

/** Pages until the CRM has nothing newer; each page is stored with its cursor, so that a failure loses nothing. */
async function readOrg(deps: AppDeps, crm: 'salesforce' | 'hubspot', org: string): Promise<{ read: number; added: number }> {
  const key = orgKey({ crm, org })
  const total = { read: 0, added: 0 }
  for (let cursor = await deps.team.cursor(key), more = true; more; ) {
    const page = await deps.connectors.for(crm).teamVerdicts(org, cursor)
    const merged = await deps.team.merge(key, page, deps.clock.now())
    total.read += merged.read
    total.added += merged.added
    more = page.next !== undefined
    cursor = page.next
  }
  return total
}

async function pageHosts(deps: AppDeps): Promise<Map<string, string>> {
  const hosts = new Map<string, string>()
  for (const { crm, org } of await deps.connectors.connections()) {
    const host = await deps.connectors.pageHost(crm, org)
    if (host) hosts.set(orgKey({ crm, org }), host)
  }
  return hosts
}
