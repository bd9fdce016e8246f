import type { RawTouch } from '@/lib/domain/touch'
import type { CrmObject } from '../wire/object'
import { textOf, timeOf } from '../wire/property-bag'

/** What one source knows of one filled form. */
export interface FormTrace {
  at: number
  formId?: string | undefined
  formTitle?: string | undefined
  pageTitle?: string | undefined
  url?: string | undefined
  campaign?: { name: string } | undefined
}

/** HubSpot writes up to three events and a property entry for one filled form, all within the same minute. */
const sameSubmissionMs = 60_000

const submission = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}):[^:]*:(\d{12,14})$/i

/**
 * Entries of `hs_calculated_form_submissions`: `;`-separated `{form GUID}:{page id or nothing}:{epoch ms}`. The format is
 * undocumented, so an entry that does not look like this is dropped.
 */
export function parseSubmissions(text: string | undefined): FormTrace[] {
  return (text ?? '').split(';').flatMap((entry) => {
    const [, formId, at] = submission.exec(entry.trim()) ?? []
    return formId && at ? [{ at: Number(at), formId: formId.toLowerCase() }] : []
  })
}

/** All a contact's own properties tell of filled forms; the first and last conversion name page and form: `Page: Form`. */
export function submissionsOf(contact: CrmObject): FormTrace[] {
  const conversions = ['first', 'recent'].flatMap((which): FormTrace[] => {
    const name = textOf(contact.properties, `${which}_conversion_event_name`)
    const at = timeOf(contact.properties, `${which}_conversion_date`)
    if (name === undefined || at === undefined) return []
    const [page, form] = name.split(/: (?=[^:]*$)/)
    return [form === undefined ? { at, formTitle: page } : { at, pageTitle: page, formTitle: form }]
  })
  return [...parseSubmissions(textOf(contact.properties, 'hs_calculated_form_submissions')), ...conversions]
}

/** One touch per filled form, whichever sources told of it. */
export function mergeSubmissions(traces: readonly FormTrace[], formNames: ReadonlyMap<string, string>): RawTouch[] {
  return cluster(traces).map((trace) => toTouch(trace, formNames))
}

function cluster(traces: readonly FormTrace[]): FormTrace[] {
  const merged: FormTrace[] = []
  // Traces that name their form come first, so that those that do not find the one they belong to.
  const ordered = traces.toSorted((a, b) => Number(a.formId === undefined) - Number(b.formId === undefined) || a.at - b.at)
  for (const trace of ordered) {
    const known = merged.find((other) => Math.abs(other.at - trace.at) < sameSubmissionMs && sameForm(other, trace))
    if (known) Object.assign(known, fill(known, trace))
    else merged.push({ ...trace })
  }
  return merged
}

function sameForm(a: FormTrace, b: FormTrace): boolean {
  return a.formId === undefined || b.formId === undefined || a.formId === b.formId
}

function fill(known: FormTrace, more: FormTrace): FormTrace {
  return {
    at: Math.min(known.at, more.at),
    formId: known.formId ?? more.formId,
    formTitle: known.formTitle ?? more.formTitle,
    pageTitle: known.pageTitle ?? more.pageTitle,
    url: known.url ?? more.url,
    campaign: known.campaign ?? more.campaign,
  }
}

function toTouch(trace: FormTrace, formNames: ReadonlyMap<string, string>): RawTouch {
  const form = trace.formId ?? trace.formTitle ?? 'form'
  const id = `${form}:${trace.at}`
  return {
    id: `hubspot:form:${id}`,
    at: trace.at,
    kind: 'form',
    title: trace.pageTitle ?? formNames.get(form) ?? trace.formTitle ?? form,
    url: trace.url,
    itemId: `form:${form}`,
    campaign: trace.campaign,
    origin: { system: 'hs-forms', id },
    signals: { deliberate: true },
  }
}
