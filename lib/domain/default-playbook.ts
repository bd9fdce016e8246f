import { defaultIndustries } from './default-industries'
import { defaultPersonas } from './default-personas'
import type { Playbook, Reason, Stage } from './playbook'

const ids = (...list: string[]): Reason[] => list.map((id) => ({ id }))

/** Always offered beside the reasons of the playbook, with a note instead of a meaning of its own. */
export const otherReason = 'other'

/**
 * From the first contact to the customer. `values` are the words of the CRMs as delivered: Salesforce Lead Status, HubSpot
 * lifecycle stage and lead status, by name and by label.
 */
const stages: Stage[] = [
  { id: 'new', owner: 'marketing', values: ['subscriber', 'lead', 'new', 'open', 'open - not contacted', 'not contacted'] },
  { id: 'engaged', owner: 'marketing', values: ['nurturing', 'nurture', 'recycled', 'bad_timing', 'bad timing', 'inquiry'] },
  { id: 'mql', owner: 'marketing', values: ['marketingqualifiedlead', 'marketing qualified lead', 'marketing qualified'] },
  { id: 'working', owner: 'sales', values: ['in_progress', 'in progress', 'attempted_to_contact', 'attempted to contact', 'connected', 'working', 'working - contacted', 'contacted', 'sales accepted lead', 'sal'] },
  { id: 'sql', owner: 'sales', values: ['salesqualifiedlead', 'sales qualified lead', 'sales qualified', 'qualified'] },
  { id: 'opportunity', owner: 'sales', values: ['opportunity', 'open_deal', 'open deal', 'closed - converted', 'converted'] },
  { id: 'customer', owner: 'sales', values: ['customer', 'evangelist'] },
  { id: 'disqualified', owner: 'marketing', values: ['unqualified', 'disqualified', 'closed - not converted', 'closed'] },
]

/** What a team starts with; the desk edits a copy. Products are the team's own. */
export const defaultPlaybook: Playbook = {
  version: '1',
  reasons: {
    good: ids('right-person', 'real-need', 'asked-for-contact', 'knows-us'),
    not_yet: ids('no-budget-yet', 'later-project', 'just-researching', 'evaluating-others'),
    wrong: ids('student-or-job-seeker', 'competitor-or-vendor', 'too-small', 'wrong-region', 'wrong-role', 'bad-contact-data'),
    cant_tell: ids('no-reply', 'too-little-information'),
  },
  stages,
  personas: defaultPersonas,
  industries: defaultIndustries,
  products: [],
}
