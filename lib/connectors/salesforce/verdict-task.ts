import * as z from 'zod/mini'
import { type VerdictEvent, verdictEvent } from '@/lib/domain/ledger'
import { parseTolerant } from '@/lib/domain/parse-tolerant'
import type { StandingVerdict } from '@/lib/domain/snapshot'
import { type StatusChange, statusChange } from '@/lib/domain/status-map'
import { markerLine, parseMarker } from './marker'
import { parseJson } from './read/feedback'

/** A Task's description holds this many characters. */
const longest = 32_000
const prefix = 'leadside-verdict '
const statusPrefix = 'leadside-status '
/** Starts the subject of every verdict written as a Task: Salesforce cannot search descriptions. */
export const verdictSubjectPrefix = 'Leadside: '

/**
 * A verdict as the text of a Task, for orgs without `Lead_Feedback__c`: the note for people, the event for machines, the
 * marker last. Stories drop out from the end where it would not fit.
 */
export function describeVerdict(event: VerdictEvent, line: string, status?: StatusChange): string {
  const stories = [...event.evidence.stories]
  for (;;) {
    const kept = { ...event, evidence: { ...event.evidence, stories } }
    const text = [line, event.note, prefix + JSON.stringify(kept), status && statusPrefix + JSON.stringify(status), markerLine('verdict', event.id)].filter(Boolean).join('\n')
    if (text.length <= longest || stories.length === 0) return text
    stories.pop()
  }
}

/** The verdict a Task's description holds; `undefined` for every other Task. */
export function parseVerdict(description: string | undefined): VerdictEvent | undefined {
  const marker = parseMarker(description)
  if (marker?.task !== 'verdict') return undefined
  const line = description?.split(/\r\n|\r|\n/).findLast((text) => text.startsWith(prefix))
  const event = parseTolerant(verdictEvent, parseJson(line?.slice(prefix.length)))
  return event.success && event.data.id === marker.eventId ? event.data : undefined
}

/** What the verdict in a Task's description did to the lead's status. */
export function statusInTask(description: string | undefined): StatusChange | undefined {
  const line = description?.split(/\r\n|\r|\n/).findLast((text) => text.startsWith(statusPrefix))
  const kept = z.safeParse(statusChange, parseJson(line?.slice(statusPrefix.length)))
  return kept.success ? kept.data : undefined
}

export function standingOf(event: VerdictEvent): StandingVerdict {
  const { id, at, verdict, reason, until, note, rep } = event
  return { eventId: id, at, verdict, reason, until, note, by: rep.name }
}
