/** Lifecycle stages in their order; the API only moves a contact forward through them. */
export const lifecycleStages = [
  ['subscriber', 'Subscriber'],
  ['lead', 'Lead'],
  ['marketingqualifiedlead', 'Marketing Qualified Lead'],
  ['salesqualifiedlead', 'Sales Qualified Lead'],
  ['opportunity', 'Opportunity'],
  ['customer', 'Customer'],
  ['evangelist', 'Evangelist'],
  ['other', 'Other'],
] as const

export const leadStatuses = [
  ['NEW', 'New'],
  ['OPEN', 'Open'],
  ['IN_PROGRESS', 'In Progress'],
  ['OPEN_DEAL', 'Open Deal'],
  ['UNQUALIFIED', 'Unqualified'],
  ['ATTEMPTED_TO_CONTACT', 'Attempted to Contact'],
  ['CONNECTED', 'Connected'],
  ['BAD_TIMING', 'Bad Timing'],
] as const

export const trafficSources = [
  ['ORGANIC_SEARCH', 'Organic Search'],
  ['PAID_SEARCH', 'Paid Search'],
  ['EMAIL_MARKETING', 'Email Marketing'],
  ['SOCIAL_MEDIA', 'Organic Social'],
  ['REFERRALS', 'Referrals'],
  ['OTHER_CAMPAIGNS', 'Other Campaigns'],
  ['DIRECT_TRAFFIC', 'Direct Traffic'],
  ['OFFLINE', 'Offline Sources'],
  ['PAID_SOCIAL', 'Paid Social'],
] as const

export const personas = [
  ['persona_1', 'Supply Chain Director'],
  ['persona_2', 'Demand Planner'],
  ['persona_3', 'Operations Executive'],
  ['persona_4', 'IT and Systems Lead'],
  ['persona_5', 'Finance Partner'],
] as const

export const buyingRoles = [
  ['BLOCKER', 'Blocker'],
  ['BUDGET_HOLDER', 'Budget Holder'],
  ['CHAMPION', 'Champion'],
  ['DECISION_MAKER', 'Decision Maker'],
  ['END_USER', 'End User'],
  ['EXECUTIVE_SPONSOR', 'Executive Sponsor'],
  ['INFLUENCER', 'Influencer'],
] as const

export const industries = [
  ['CONSUMER_GOODS', 'Consumer Goods'],
  ['FOOD_PRODUCTION', 'Food Production'],
  ['FOOD_BEVERAGES', 'Food & Beverages'],
  ['RETAIL', 'Retail'],
  ['WHOLESALE', 'Wholesale'],
  ['PHARMACEUTICALS', 'Pharmaceuticals'],
  ['MEDICAL_DEVICES', 'Medical Devices'],
  ['AUTOMOTIVE', 'Automotive'],
  ['MACHINERY', 'Machinery'],
  ['INDUSTRIAL_AUTOMATION', 'Industrial Automation'],
  ['ELECTRICAL_ELECTRONIC_MANUFACTURING', 'Electrical/Electronic Manufacturing'],
  ['CHEMICALS', 'Chemicals'],
  ['COSMETICS', 'Cosmetics'],
  ['FURNITURE', 'Furniture'],
  ['LOGISTICS_AND_SUPPLY_CHAIN', 'Logistics and Supply Chain'],
  ['APPAREL_FASHION', 'Apparel & Fashion'],
  ['COMPUTER_SOFTWARE', 'Computer Software'],
  ['HIGHER_EDUCATION', 'Higher Education'],
] as const

export const dealStages = [
  ['appointmentscheduled', 'Appointment Scheduled'],
  ['qualifiedtobuy', 'Qualified To Buy'],
  ['presentationscheduled', 'Presentation Scheduled'],
  ['decisionmakerboughtin', 'Decision Maker Bought-In'],
  ['contractsent', 'Contract Sent'],
  ['closedwon', 'Closed Won'],
  ['closedlost', 'Closed Lost'],
] as const

export const leadStages = [
  ['new-stage-id', 'New'],
  ['attempting-stage-id', 'Attempting'],
  ['connected-stage-id', 'Connected'],
  ['qualified-stage-id', 'Qualified'],
  ['unqualified-stage-id', 'Disqualified'],
] as const
