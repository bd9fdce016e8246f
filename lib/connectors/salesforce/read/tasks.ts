import * as z from 'zod/mini'
import type { LoggedMail } from '@/lib/domain/snapshot'
import type { RawTouch } from '@/lib/domain/touch'
import { parseAsset, parseMarker } from '../marker'
import { soql } from '../soql'
import { toMoment, toNoon } from '../time'
import { maybeFlag, maybeText, recordId } from '../wire'
import type { Source } from './source'
import { idsOf, type Who } from './who'

export function tasks(who: Who): Source {
  return {
    object: 'Task',
    fields: ['Id', 'Subject', 'TaskSubtype', 'IsClosed', 'ActivityDate', 'CompletedDateTime', 'CreatedDate', 'Description', 'Owner.Name'],
    rest: soql`WHERE WhoId IN ${idsOf(who)} ORDER BY CreatedDate DESC LIMIT 200`,
  }
}

export const task = z.object({
  Id: recordId,
  Subject: maybeText,
  TaskSubtype: maybeText,
  IsClosed: maybeFlag,
  ActivityDate: maybeText,
  CompletedDateTime: maybeText,
  CreatedDate: z.string(),
  Description: maybeText,
})
export type Task = z.infer<typeof task>

/** Calls and mails that took place. Plans, our own verdicts and the mails Salesforce also keeps as such are left out. */
export function toTaskTouches(rows: readonly Task[], mailActivityIds: ReadonlySet<string>): RawTouch[] {
  return rows.flatMap((row): RawTouch[] => {
    const kind = kindOf(row)
    const when = momentOf(row)
    if (!row.IsClosed || kind === undefined || when === undefined || mailActivityIds.has(row.Id)) return []
    return [{
      id: `salesforce:task:${row.Id}`,
      ...when,
      kind,
      title: titleOf(row),
      url: kind === 'call' ? undefined : linksIn(row.Description)[0],
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
    if (row.TaskSubtype !== 'Email' || !row.IsClosed || !when || parseMarker(row.Description)) return []
    return [{ id: row.Id, at: when.at, subject: titleOf(row), links: linksIn(row.Description) }]
  })
}

function kindOf(row: Task): 'call' | 'email-sent' | 'meeting' | undefined {
  const marker = parseMarker(row.Description)
  if (marker && marker.task !== 'send-log') return undefined
  if (marker && row.TaskSubtype !== 'Email') return 'meeting'
  if (row.TaskSubtype === 'Call') return 'call'
  return row.TaskSubtype === 'Email' || row.TaskSubtype === 'ListEmail' ? 'email-sent' : undefined
}

/** `Email: …` and `Sent: …` say again what the kind says. */
function titleOf({ Subject = '' }: Task): string {
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
