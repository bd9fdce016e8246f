import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { ObjectShape } from '../org/describe'
import type { Org } from '../org/org'
import { expectId, soql } from '../soql'
import { recordId } from '../wire'
import type { Absent } from './absent'
import { type CampaignMember, campaignMember, campaignMembers } from './campaign-members'
import { type DeliveryView, deliveryView, deliveryViews } from './deliveries'
import { type EmailMessage, emailMessage, emails, emailsById } from './emails'
import { type FeedbackRow, feedback, feedbackRow } from './feedback'
import type { FirstCall } from './first-call'
import { type Parsed, parseRows, rowsOf } from './parse-rows'
import { runSources } from './run-sources'
import type { Outcome, Source } from './source'
import { type Task, task, tasks } from './tasks'
import type { Who } from './who'

export interface SecondCall {
  views: Parsed<DeliveryView>
  feedback: Parsed<FeedbackRow>
  /** Leads converted into this contact. */
  leadIds: string[]
  members: Parsed<CampaignMember>
  tasks: Parsed<Task>
  emails: Parsed<EmailMessage>
}

const leadRow = z.object({ Id: recordId })

/**
 * What only the first call tells to ask for: views of the links found, verdicts, the leads behind a contact, and for a
 * converted lead what moved to its contact. At most five queries.
 */
export async function secondCall(org: Org, who: Who, first: FirstCall, feedbackShape: ObjectShape | undefined, absent: Absent, signal?: AbortSignal): Promise<SecondCall> {
  const contact = first.person.ConvertedContactId
  const links = rowsOf(first.deliveries).map((link) => link.Id)
  const sources: Record<string, Source> = {
    ...(links.length > 0 ? { views: deliveryViews(links) } : {}),
    ...(feedbackShape ? { feedback: feedback({ lead: who.lead, contact: who.contact ?? contact }, feedbackShape) } : {}),
    ...(who.contact ? { leads: convertedLeads(who.contact) } : {}),
    ...(contact ? { members: campaignMembers({ contact }), tasks: tasks({ contact }) } : {}),
    ...mailSource(first, contact),
  }
  const second = await attempt(org, sources, absent, signal)
  return {
    views: parseRows(second.get('views'), deliveryView),
    feedback: parseRows(second.get('feedback'), feedbackRow),
    leadIds: rowsOf(parseRows(second.get('leads'), leadRow)).map((lead) => lead.Id),
    members: parseRows(second.get('members'), campaignMember),
    tasks: parseRows(second.get('tasks'), task),
    emails: parseRows(second.get('emails'), emailMessage),
  }
}

/** The record is read already: a second call that fails costs only what it was for. */
async function attempt(org: Org, sources: Readonly<Record<string, Source>>, absent: Absent, signal?: AbortSignal): Promise<Map<string, Outcome>> {
  const names = Object.keys(sources)
  if (names.length === 0) return new Map()
  try {
    return await runSources(org, sources, absent, signal)
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'cancelled') throw error
    return new Map(names.map((name) => [name, { error }]))
  }
}

function mailSource(first: FirstCall, contact: string | undefined): Record<string, Source> {
  if (first.emailIds.length > 0) return { emails: emailsById(first.emailIds) }
  return contact && 'rows' in first.emails ? { emails: emails({ contact }) } : {}
}

function convertedLeads(contact: string): Source {
  return { object: 'Lead', fields: ['Id'], rest: soql`WHERE IsConverted = true AND ConvertedContactId = ${expectId(contact)} LIMIT 20` }
}
