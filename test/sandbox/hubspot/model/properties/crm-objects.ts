import type { PropertyDefinition, PropertyGroup } from '../types.ts'
import { defineGroup, readOnlyRows, type Row } from './define.ts'
import { dealStages, industries, leadStages, lifecycleStages } from './options.ts'

const ro = { readOnly: true }

function common(created: string, owner: string): Row[] {
  return [
    [created, 'Create Date', 'datetime', 'date', ro],
    ['hs_lastmodifieddate', 'Last Modified Date', 'datetime', 'date', ro],
    ['hs_object_id', 'Record ID', 'number', 'number', ro],
    ...readOnlyRows('string', 'text', [
      ['hs_object_source', 'Record source'],
      ['hs_object_source_id', 'Record source ID'],
      ['hs_object_source_label', 'Record source label'],
    ]),
    ['hubspot_owner_id', owner, 'enumeration', 'select', { external: true }],
    ['hubspot_owner_assigneddate', 'Owner Assigned Date', 'datetime', 'date', ro],
  ]
}

export const companyGroups: readonly PropertyGroup[] = [{ name: 'companyinformation', label: 'Company information', displayOrder: 0 }]
export const companyProperties: readonly PropertyDefinition[] = defineGroup('companyinformation', [
  ...common('createdate', 'Company owner'),
  ['name', 'Company name', 'string', 'text'],
  ['domain', 'Company Domain Name', 'string', 'text', { unique: true }],
  ['website', 'Website URL', 'string', 'text'],
  ['phone', 'Phone Number', 'string', 'text'],
  ['industry', 'Industry', 'enumeration', 'select', { options: industries }],
  ['numberofemployees', 'Number of Employees', 'number', 'number'],
  ['annualrevenue', 'Annual Revenue', 'number', 'number'],
  ['city', 'City', 'string', 'text'],
  ['country', 'Country/Region', 'string', 'text'],
  ['description', 'Description', 'string', 'textarea'],
  ['lifecyclestage', 'Lifecycle Stage', 'enumeration', 'radio', { options: lifecycleStages }],
])

export const dealGroups: readonly PropertyGroup[] = [{ name: 'dealinformation', label: 'Deal information', displayOrder: 0 }]
export const dealProperties: readonly PropertyDefinition[] = defineGroup('dealinformation', [
  ...common('createdate', 'Deal owner'),
  ['dealname', 'Deal Name', 'string', 'text'],
  ['amount', 'Amount', 'number', 'number'],
  ['closedate', 'Close Date', 'datetime', 'date'],
  ['dealstage', 'Deal Stage', 'enumeration', 'radio', { options: dealStages }],
  ['pipeline', 'Pipeline', 'enumeration', 'select', { options: [['default', 'Sales Pipeline']] }],
  ['dealtype', 'Deal Type', 'enumeration', 'radio', { options: [['newbusiness', 'New Business'], ['existingbusiness', 'Existing Business']] }],
  ['description', 'Deal Description', 'string', 'textarea'],
  ['closed_lost_reason', 'Closed Lost Reason', 'string', 'textarea'],
  ['closed_won_reason', 'Closed Won Reason', 'string', 'textarea'],
  ['hs_is_closed', 'Is Deal Closed?', 'bool', 'booleancheckbox', { readOnly: true, calculated: true, options: ['true', 'false'] }],
  ['hs_is_closed_won', 'Is Closed Won', 'bool', 'booleancheckbox', { readOnly: true, calculated: true, options: ['true', 'false'] }],
])

export const leadGroups: readonly PropertyGroup[] = [{ name: 'lead_information', label: 'Lead information', displayOrder: 0 }]
export const leadProperties: readonly PropertyDefinition[] = defineGroup('lead_information', [
  ...common('hs_createdate', 'Lead owner'),
  ['hs_lead_name', 'Lead Name', 'string', 'text'],
  ['hs_lead_type', 'Lead Type', 'enumeration', 'select', { options: [['NEW BUSINESS', 'New business'], ['UPSELL', 'Upsell'], ['RE-ATTEMPTING', 'Re-attempting']] }],
  ['hs_lead_label', 'Lead Label', 'enumeration', 'select', { options: [['HOT', 'Hot'], ['WARM', 'Warm'], ['COLD', 'Cold']] }],
  ['hs_pipeline', 'Pipeline', 'enumeration', 'select', { options: [['lead-pipeline-id', 'Lead pipeline']] }],
  ['hs_pipeline_stage', 'Pipeline stage', 'enumeration', 'radio', { options: leadStages }],
  ['hs_lead_disqualification_reason', 'Disqualification reason', 'enumeration', 'select', {
    options: [['UNRESPONSIVE', 'Unresponsive'], ['NOT_A_FIT', 'Not a fit'], ['TIMING', 'Timing'], ['BUDGET', 'Budget']],
  }],
  ...readOnlyRows('string', 'text', [
    ['hs_associated_contact_email', 'Associated contact email'],
    ['hs_associated_contact_firstname', 'Associated contact first name'],
    ['hs_associated_contact_lastname', 'Associated contact last name'],
    ['hs_associated_company_name', 'Associated company name'],
    ['hs_associated_company_domain', 'Associated company domain'],
  ]),
])
