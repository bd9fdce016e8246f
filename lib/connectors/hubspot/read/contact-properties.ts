/** What is read of a contact in the one call that opens it. The list is fixed: a longer address is refused by HubSpot with 414. */
export const personProperties = [
  'email', 'firstname', 'lastname', 'company', 'jobtitle', 'industry', 'country', 'hs_language', 'lifecyclestage', 'hs_lead_status',
  'hubspot_owner_id', 'hs_analytics_source', 'hs_email_optout', 'createdate',
] as const

/** First and last page, conversions and form submissions: all that editions without event analytics keep of a visit. */
export const consumptionProperties = [
  'hs_analytics_first_url', 'hs_analytics_first_timestamp', 'hs_analytics_last_url', 'hs_analytics_last_timestamp',
  'first_conversion_event_name', 'first_conversion_date', 'recent_conversion_event_name', 'recent_conversion_date',
  'hs_calculated_form_submissions',
] as const
