import { AppError } from '@/lib/domain/errors'
import { SlotError } from '../org/explain'
import type { Org } from '../org/org'
import type { Absent } from './absent'
import { type CampaignMember, campaignMember, campaignMembers } from './campaign-members'
import { deliveries, type Delivery, delivery } from './deliveries'
import { type EmailMessage, emailMessage, emailRelation, emailRelations, emails } from './emails'
import { type Parsed, parseRows, rowsOf } from './parse-rows'
import { type PersonRow, personRow } from './person'
import { runSources } from './run-sources'
import type { Source } from './source'
import { type Task, task, tasks } from './tasks'
import type { Who } from './who'

const noSemiJoin = 'quirk:semi-join'

export interface FirstCall {
  person: PersonRow
  members: Parsed<CampaignMember>
  tasks: Parsed<Task>
  emails: Parsed<EmailMessage>
  /** Where mails have to be read by their ids in the second call. */
  emailIds: string[]
  deliveries: Parsed<Delivery>
}

/**
 * The record and four sources of what this person consumed, in one call.
 * @throws AppError of the record itself: without it nothing is shown
 */
export async function firstCall(org: Org, who: Who, person: Source, absent: Absent, signal?: AbortSignal): Promise<FirstCall> {
  let direct = !absent.has(noSemiJoin)
  const first = await runSources(org, {
    person, members: campaignMembers(who), tasks: tasks(who), emails: direct ? emails(who) : emailRelations(who), deliveries: deliveries(who),
  }, absent, signal)
  if (direct && refusesSemiJoin(first.get('emails'))) {
    direct = false
    await absent.add(noSemiJoin)
    for (const [name, outcome] of await runSources(org, { emails: emailRelations(who) }, absent, signal)) first.set(name, outcome)
  }
  const relations = direct ? { rows: [] } : parseRows(first.get('emails'), emailRelation)
  return {
    person: expectPerson(parseRows(first.get('person'), personRow)),
    members: parseRows(first.get('members'), campaignMember),
    tasks: parseRows(first.get('tasks'), task),
    emails: direct ? parseRows(first.get('emails'), emailMessage) : 'error' in relations ? relations : { rows: [] },
    emailIds: [...new Set(rowsOf(relations).map((relation) => relation.EmailMessageId))],
    deliveries: parseRows(first.get('deliveries'), delivery),
  }
}

function refusesSemiJoin(outcome: object | undefined): boolean {
  return outcome !== undefined && 'error' in outcome && outcome.error instanceof SlotError && outcome.error.code === 'MALFORMED_QUERY'
}

/** Salesforce hides a lead that was converted from most users just as one that is not shared: it is simply not there. */
function expectPerson(parsed: Parsed<PersonRow>): PersonRow {
  if ('error' in parsed) throw parsed.error
  const row = parsed.rows[0]
  if (!row) throw new AppError('not-found')
  return row
}
