import * as z from 'zod/mini'
import type { LoggedMail } from '@/lib/domain/snapshot'
import type { RawTouch, TouchKind } from '@/lib/domain/touch'
import { parseAsset, parseMarker } from '../marker'
import { soql } from '../soql'
import { toMoment, toNoon } from '../time'
import { maybeFlag, maybeText, recordId } from '../wire'
import { readActivity } from './logged-activity'
import type { Source } from './source'
import { idsOf, type Who } from './who'

export function tasks(who: Who): Source {
  return {
    object: 'Task',
    fields: ['Id', 'Subject', 'TaskSubtype', 'Type', 'IsClosed', 'ActivityDate', 'CompletedDateTime', 'CreatedDate', 'Description', 'Owner.Name'],
    rest: soql`WHERE WhoId IN ${idsOf(who)} ORDER BY CreatedDate DESC LIMIT 500`,
  }
}

export const task = z.object({
  Id: recordId,
  Subject: maybeText,
  TaskSubtype: maybeText,
  Type: maybeText,
  IsClosed: maybeFlag,
  ActivityDate: maybeText,
  CompletedDateTime: maybeText,
  CreatedDate: z.string(),
  Description: maybeText,
})
export type Task = z.infer<typeof task>

/** What took place, by the tasks people and marketing tools log. Plans, our own verdicts and mails read elsewhere are left out. */
export function toTaskTouches(rows: readonly Task[], isKnownMail: (row: Task, at: number) => boolean): RawTouch[] {
  return rows.flatMap((row): RawTouch[] => {
    const what = whatOf(row)
    const when = momentOf(row)
    if (!row.IsClosed || what === undefined || when === undefined || (what.kind === 'email-sent' && isKnownMail(row, when.at))) return []
    return [{
      id: `salesforce:task:${row.Id}`,
      ...when,
      ...what,
      url: what.kind === 'call' ? undefined : linksIn(row.Description)[0],
      itemId: parseAsset(row.Description),
      origin: { system: 'sf-tasks', id: row.Id },
      signals: {},
    }]
  })
}

/** Mails logged as Tasks with the addresses in their text: how a send opened in a mail program is recognised as sent. */
export function toLoggedMails(rows: readonly Task[]): LoggedMail[] {
  return rows.flatMap((row) => {
    const when = momentOf(row)
    const links = linksIn(row.Description)
    if (row.TaskSubtype !== 'Email' || !row.IsClosed || !when || links.length === 0 || parseMarker(row.Description)) return []
    return [{ id: row.Id, at: when.at, subject: titleOf(row), links }]
  })
}

function whatOf(row: Task): { kind: TouchKind; title: string } | undefined {
  const marker = parseMarker(row.Description)
  if (marker) return marker.task === 'send-log' ? { kind: row.TaskSubtype === 'Email' ? 'email-sent' : 'meeting', title: titleOf(row) } : undefined
  const title = titleOf(row)
  if (row.TaskSubtype === 'Call' || row.Type === 'Call') return { kind: 'call', title }
  if (row.TaskSubtype === 'Email' || row.TaskSubtype === 'ListEmail') return { kind: 'email-sent', title }
  if (row.Type === 'Meeting') return { kind: 'meeting', title }
  return readActivity(row.Subject ?? '')
}

/** `Email: …` and `Sent: …` say again what the kind says. */
export function titleOf({ Subject = '' }: Pick<Task, 'Subject'>): string {
  return Subject.replace(/^(?:email|sent|e-mail|list email):\s*/i, '')
}

function momentOf(row: Task): { at: number; dayOnly?: boolean } | undefined {
  const at = toMoment(row.CompletedDateTime) ?? toMoment(row.CreatedDate)
  const noon = toNoon(row.ActivityDate)
  if (noon === undefined || (at !== undefined && row.ActivityDate === new Date(at).toISOString().slice(0, 10))) return at === undefined ? undefined : { at }
  return { at: noon, dayOnly: true }
}

function linksIn(text = ''): string[] {
  return [...new Set((text.match(/https?:\/\/[^\s"'<>]+/gi) ?? []).map((link) => link.replace(/[),.;!?\]]+$/, '')))]
}
