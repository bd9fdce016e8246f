import * as z from 'zod/mini'
import type { RawTouch } from '@/lib/domain/touch'
import { expectId, soql } from '../soql'
import { toMoment } from '../time'
import { maybeFlag, maybeId, maybeText, recordId } from '../wire'
import type { Source } from './source'
import { type Task, titleOf } from './tasks'
import { idsOf, type Who } from './who'

const fields = ['Id', 'Subject', 'MessageDate', 'Status', 'Incoming', 'IsTracked', 'FirstOpenedDate', 'LastOpenedDate', 'IsBounced', 'ActivityId']
const most = 500

export function emails(who: Who): Source {
  return {
    object: 'EmailMessage',
    fields,
    rest: soql`WHERE Id IN (SELECT EmailMessageId FROM EmailMessageRelation WHERE RelationId IN ${idsOf(who)}) ORDER BY MessageDate DESC LIMIT ${most}`,
  }
}

/** For orgs that do not allow the relation inside another query: first which mails, then the mails. */
export function emailRelations(who: Who): Source {
  return { object: 'EmailMessageRelation', fields: ['EmailMessageId'], rest: soql`WHERE RelationId IN ${idsOf(who)} ORDER BY CreatedDate DESC LIMIT 200` }
}
export const emailRelation = z.object({ EmailMessageId: recordId })

export function emailsById(ids: readonly string[]): Source {
  return { object: 'EmailMessage', fields, rest: soql`WHERE Id IN ${ids.map(expectId)} ORDER BY MessageDate DESC LIMIT ${most}` }
}

export const emailMessage = z.object({
  Id: recordId,
  Subject: maybeText,
  MessageDate: maybeText,
  /** A code; `5` is a draft. */
  Status: maybeText,
  Incoming: maybeFlag,
  IsTracked: maybeFlag,
  FirstOpenedDate: maybeText,
  LastOpenedDate: maybeText,
  IsBounced: maybeFlag,
  ActivityId: maybeId,
})
export type EmailMessage = z.infer<typeof emailMessage>

const draft = '5'
const sameMs = 60_000

/** Salesforce keeps a logged mail twice: as a mail and as a Task, linked or at least alike. */
export function isSameMail(mail: EmailMessage, task: Task, at: number): boolean {
  if (mail.ActivityId !== undefined) return mail.ActivityId === task.Id
  return mail.Subject === titleOf(task) && Math.abs((toMoment(mail.MessageDate) ?? 0) - at) < sameMs
}

/** A mail sent, its first and last opening, or an answer. Salesforce keeps no opening between those two. */
export function toEmailTouches(messages: readonly EmailMessage[]): RawTouch[] {
  return messages.flatMap((mail): RawTouch[] => {
    const sentAt = toMoment(mail.MessageDate)
    if (sentAt === undefined || mail.Status === draft) return []
    const base = { title: mail.Subject ?? '', origin: { system: 'sf-emails', id: mail.Id }, itemId: mail.Id }
    const id = `salesforce:email:${mail.Id}`
    if (mail.Incoming) return [{ ...base, id, at: sentAt, kind: 'email-reply', signals: { deliberate: true, mailId: mail.Id } }]
    return [
      { ...base, id, at: sentAt, kind: 'email-sent', signals: { mailId: mail.Id } },
      ...openings(mail).map(([which, at]): RawTouch => ({ ...base, id: `${id}:${which}`, at, kind: 'email-open', signals: { mailId: mail.Id, deliveredAt: sentAt } })),
    ]
  })
}

function openings(mail: EmailMessage): [string, number][] {
  if (mail.IsBounced) return []
  const first = toMoment(mail.FirstOpenedDate)
  const last = toMoment(mail.LastOpenedDate)
  const found: [string, number | undefined][] = [['opened', first], ['opened-last', last === first ? undefined : last]]
  return found.flatMap(([which, at]): [string, number][] => (at === undefined ? [] : [[which, at]]))
}
