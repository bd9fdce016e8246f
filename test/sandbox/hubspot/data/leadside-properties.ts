import type { Portal } from '../model/portal.ts'
import { defineGroup } from '../model/properties/define.ts'

const group = { name: 'leadside', label: 'Leadside', displayOrder: -1 }

/** What "Set up HubSpot" creates on contacts. Not part of the seed; a switch adds it. */
const definitions = defineGroup(group.name, [
  [
    'leadside_verdict',
    'Lead verdict',
    'enumeration',
    'radio',
    {
      options: [
        ['good', 'Good'],
        ['not_yet', 'Not yet'],
        ['wrong', 'Wrong'],
        ['cant_tell', "Can't tell"],
      ],
    },
  ],
  ['leadside_reason', 'Lead verdict: reason', 'string', 'text'],
  ['leadside_until', 'Lead verdict: come back on', 'date', 'date'],
  ['leadside_by', 'Lead verdict: given by', 'string', 'text'],
  ['leadside_at', 'Lead verdict: given at', 'datetime', 'date'],
  ['leadside_campaign', 'Lead verdict: campaign', 'string', 'text'],
  ['leadside_event', 'Lead verdict: whole event', 'string', 'textarea'],
]).map((definition) => ({ ...definition, hubspotDefined: false }))

/** Adds or takes away the properties the product creates. Harmless when repeated. */
export function setLeadsideProperties(portal: Portal, present: boolean): void {
  const { schema } = portal
  if (present && !schema.groups('0-1').some(({ name }) => name === group.name)) schema.addGroup('0-1', group)
  for (const definition of definitions) {
    if (!present) schema.remove('0-1', definition.name)
    else if (schema.find('0-1', definition.name) === undefined) schema.add('0-1', definition)
  }
}
