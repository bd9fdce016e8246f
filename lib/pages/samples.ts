import type { RecordRef } from '@/lib/domain/record-ref'

/** A page address and the record it shows; `null` for a page that shows none. */
export interface Sample { url: string; ref: RecordRef | null }

const lead = '00Q7Q00000KmTreUAF'
const contact = '0037Q00000ZuLopQAF'
const account = '0017Q00000PqWerQAF'

const sf = (org: string, kind: RecordRef['kind'], id: string): RecordRef => ({ crm: 'salesforce', org, kind, id })
const hs = (org: string, kind: RecordRef['kind'], id: string): RecordRef => ({ crm: 'hubspot', org, kind, id })
const page = (host: string, id: string) => `https://${host}/lightning/r/Lead/${id}/view`

const acme = 'acme.my.salesforce.com'
const acmeLead = sf(acme, 'lead', lead)

export const salesforceSamples: Sample[] = [
  // Lightning, with and without the object's name, any action
  { url: page('acme.lightning.force.com', lead), ref: acmeLead },
  { url: `https://acme.lightning.force.com/lightning/r/${lead}/view`, ref: acmeLead },
  { url: `https://acme.lightning.force.com/lightning/r/Lead/${lead.slice(0, 15)}/view`, ref: acmeLead },
  { url: `https://acme.lightning.force.com/lightning/r/Lead/${lead}/edit?count=1`, ref: acmeLead },
  { url: `https://acme.lightning.force.com/lightning/r/Contact/${contact}/view?0.source=alohaHeader`, ref: sf(acme, 'contact', contact) },
  { url: `https://acme.lightning.force.com/lightning/r/Account/${account}/view?uid=1763800000000`, ref: sf(acme, 'account', account) },
  { url: `https://acme.lightning.force.com/lightning/r/${lead}/related/CampaignMembers/view?ws=%2Flightning%2Fr%2FLead%2F${lead}%2Fview`, ref: acmeLead },
  { url: `https://acme.lightning.force.com/lightning/r/Lead/${lead}/related/OpenActivities/view`, ref: acmeLead },
  { url: `https://acme.lightning.force.com/lightning/app/06m7Q000000AbCdQAK/r/Lead/${lead}/view`, ref: acmeLead },
  // Console: the path is the page in focus, `ws` only names the tab it sits in
  { url: `https://acme.lightning.force.com/lightning/r/Account/${account}/view?ws=%2Flightning%2Fr%2FLead%2F${lead}%2Fview`, ref: sf(acme, 'account', account) },
  { url: `https://acme.lightning.force.com/lightning/r/Opportunity/0067Q00000OpLkjQAF/view?ws=%2Flightning%2Fr%2FLead%2F${lead}%2Fview`, ref: null },
  { url: `https://acme.lightning.force.com/lightning/cmp/runtime_sales_lead__convertDesktopConsole?leadConvert__leadId=${lead}&uid=1635365753667&ws=%2Flightning%2Fr%2FLead%2F${lead}%2Fview`, ref: acmeLead },
  { url: `https://acme.lightning.force.com/one/one.app#/sObject/${lead}/view`, ref: acmeLead },
  // Classic
  { url: `https://acme.my.salesforce.com/${lead.slice(0, 15)}`, ref: acmeLead },
  { url: `https://acme.my.salesforce.com/${lead}`, ref: acmeLead },
  { url: `https://acme.my.salesforce.com/${contact.slice(0, 15)}/e?retURL=%2F${contact.slice(0, 15)}`, ref: sf(acme, 'contact', contact) },
  // Partitions, sandboxes, other domains: the API host is computed
  { url: page('acme--uat.sandbox.lightning.force.com', lead), ref: sf('acme--uat.sandbox.my.salesforce.com', 'lead', lead) },
  { url: page('brave-fox-4k2-dev-ed.develop.lightning.force.com', lead), ref: sf('brave-fox-4k2-dev-ed.develop.my.salesforce.com', 'lead', lead) },
  { url: `https://acme--uat.sandbox.my.salesforce.com/${lead}`, ref: sf('acme--uat.sandbox.my.salesforce.com', 'lead', lead) },
  { url: page('acme.lightning.pod7.force.com', lead), ref: sf('acme.my.pod7.salesforce.com', 'lead', lead) },
  { url: page('acme.lightning.force.mil', lead), ref: sf('acme.my.salesforce.mil', 'lead', lead) },
  { url: page('acme.lightning.crmforce.mil', lead), ref: sf('acme.my.salesforce.mil', 'lead', lead) },
  { url: page('acme.lightning.sfcrmapps.cn', lead), ref: sf('acme.my.sfcrmproducts.cn', 'lead', lead) },
  { url: page('acme.my-lightning.com', lead), ref: sf('acme.my-salesforce.com', 'lead', lead) },
  { url: page('acme.lightning.force.com.mcas.ms', lead), ref: acmeLead },
  // No record
  { url: 'https://acme.lightning.force.com/lightning/o/Lead/list?filterName=AllOpenLeads', ref: null },
  { url: 'https://acme.lightning.force.com/lightning/o/Account/list', ref: null },
  { url: 'https://acme.lightning.force.com/lightning/o/Lead/new', ref: null },
  { url: 'https://acme.lightning.force.com/lightning/o/Lead/home', ref: null },
  { url: 'https://acme.lightning.force.com/lightning/page/home', ref: null },
  { url: 'https://acme.lightning.force.com/lightning/setup/SetupOneHome/home', ref: null },
  { url: 'https://acme.lightning.force.com/setup/one', ref: null },
  { url: 'https://acme.my.salesforce.com/00Q/o', ref: null },
  { url: 'https://acme.my.salesforce.com/00Q/e', ref: null },
  { url: 'https://acme.lightning.force.com/lightning/r/Opportunity/0067Q00000OpLkjQAF/view', ref: null },
  { url: 'https://acme.lightning.force.com/lightning/r/ContentDocument/0697Q00000FgHjkQAF/view', ref: null },
  // A wrong checksum, a lower-cased id, one character short
  { url: page('acme.lightning.force.com', `${lead.slice(0, 15)}AAA`), ref: null },
  { url: page('acme.lightning.force.com', lead.toLowerCase()), ref: null },
  { url: page('acme.lightning.force.com', lead.slice(0, 14)), ref: null },
  // Hosts that only look alike
  { url: page('evil-lightning.force.com.example', lead), ref: null },
  { url: page('acme.lightning.force.com.example', lead), ref: null },
  { url: page('notlightning.force.com', lead), ref: null },
  { url: page('lightning.force.com', lead), ref: null },
  { url: `https://acme.notmy.salesforce.com/${lead}`, ref: null },
  { url: `https://acme.my.salesforce.com.example/${lead}`, ref: null },
  { url: page('acme.my.salesforce-setup.com', lead), ref: null },
  { url: `https://help.salesforce.com/s/articleView?id=${lead}`, ref: null },
  { url: page('acme.lightning.force.com', lead).replace('https:', 'http:'), ref: null },
]

const portal = '24681357'

export const hubspotSamples: Sample[] = [
  { url: `https://app.hubspot.com/contacts/${portal}/record/0-1/90210`, ref: hs(portal, 'contact', '90210') },
  { url: `https://app.hubspot.com/contacts/${portal}/record/0-1/90210/`, ref: hs(portal, 'contact', '90210') },
  { url: `https://app-eu1.hubspot.com/contacts/${portal}/record/0-1/90210/view/2`, ref: hs(portal, 'contact', '90210') },
  { url: `https://app-na2.hubspot.com/contacts/${portal}/record/0-136/551166`, ref: hs(portal, 'lead', '551166') },
  { url: `https://app-ap1.hubspot.com/contacts/${portal}/record/0-136/551166?eschref=%2Fcontacts%2F${portal}%2Fobjects%2F0-136%2Fviews%2Fall%2Flist`, ref: hs(portal, 'lead', '551166') },
  { url: `https://app-na3.hubspot.com/contacts/${portal}/contact/90210`, ref: hs(portal, 'contact', '90210') },
  { url: `https://app.hubspot.com/contacts/${portal}/contact/90210/emails`, ref: hs(portal, 'contact', '90210') },
  { url: `https://app.hubspot.com/contacts/${portal}/record/0-1/90210?interaction=email&initialEmailSubject=Hello&initialEmailBody=`, ref: hs(portal, 'contact', '90210') },
  { url: `https://app.hubspot.com/prospecting/${portal}/leads/view/all-leads?leadId=551166`, ref: hs(portal, 'lead', '551166') },
  // Other objects, lists, boards, workspaces
  { url: `https://app.hubspot.com/contacts/${portal}/record/0-2/777`, ref: null },
  { url: `https://app.hubspot.com/contacts/${portal}/record/0-3/777`, ref: null },
  { url: `https://app.hubspot.com/contacts/${portal}/record/0-13/777`, ref: null },
  { url: `https://app.hubspot.com/contacts/${portal}/record/2-1234567/777`, ref: null },
  { url: `https://app.hubspot.com/contacts/${portal}/company/777`, ref: null },
  { url: `https://app.hubspot.com/contacts/${portal}/objects/0-1/views/all/list?eschref=%2Fcontacts%2F${portal}%2Frecord%2F0-1%2F90210`, ref: null },
  { url: `https://app.hubspot.com/contacts/${portal}/objects/0-136/views/my/board`, ref: null },
  { url: `https://app.hubspot.com/contacts/${portal}/contacts/list/view/all/`, ref: null },
  { url: `https://app.hubspot.com/prospecting/${portal}/leads`, ref: null },
  { url: `https://app.hubspot.com/prospecting/${portal}/leads?leadId=none`, ref: null },
  { url: `https://app.hubspot.com/live-messages/${portal}/inbox/424242#email`, ref: null },
  { url: `https://app.hubspot.com/contacts/${portal}/record/0-1/90210x`, ref: null },
  { url: 'https://app.hubspot.com/contacts/portal/record/0-1/90210', ref: null },
  // Hosts that only look alike
  { url: `https://app.hubspot.com.example/contacts/${portal}/record/0-1/90210`, ref: null },
  { url: `https://evil-app.hubspot.com/contacts/${portal}/record/0-1/90210`, ref: null },
  { url: `https://app-evil.hubspot.com/contacts/${portal}/record/0-1/90210`, ref: null },
  { url: `https://app.nothubspot.com/contacts/${portal}/record/0-1/90210`, ref: null },
  { url: `https://www.hubspot.com/contacts/${portal}/record/0-1/90210`, ref: null },
]

/** Neither CRM's. */
export const foreignSamples: Sample[] = [
  'about:blank', 'https://example.com/', 'not an address', '', 'javascript:alert(1)', 'file:///lightning/r/Lead/x/view',
  `https://example.com/lightning/r/Lead/${lead}/view`, `https://example.com/?u=https://app.hubspot.com/contacts/${portal}/record/0-1/90210`,
].map((url) => ({ url, ref: null }))
