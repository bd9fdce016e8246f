/** What HubSpot has to grant for the panel to work at all, and what makes it complete. */
export const requiredScopes = ['oauth', 'crm.objects.contacts.read', 'crm.objects.contacts.write', 'crm.objects.owners.read', 'crm.schemas.contacts.read']
export const optionalScopes = [
  'crm.schemas.contacts.write', 'crm.objects.leads.read', 'sales-email-read', 'content', 'forms', 'crm.objects.marketing_events.read',
]
