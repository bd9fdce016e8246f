import type { Term } from './playbook'

/** Industries with the words of Salesforce's and HubSpot's own lists and some others in use. */
export const defaultIndustries: Term[] = [
  { id: 'software', synonyms: ['technology', 'computer software', 'information technology and services', 'internet', 'saas', 'it services', 'computer games', 'computer network security', 'computer networking'] },
  { id: 'electronics', synonyms: ['electronics', 'computer hardware', 'semiconductors', 'consumer electronics', 'electrical electronic manufacturing', 'electrical and electronic manufacturing'] },
  { id: 'manufacturing', synonyms: ['machinery', 'industrial automation', 'mechanical or industrial engineering', 'engineering', 'plastics', 'packaging and containers', 'textiles', 'furniture', 'building materials', 'paper and forest products', 'glass ceramics concrete'] },
  { id: 'automotive', synonyms: ['automobile', 'automotive supplier', 'vehicles'] },
  { id: 'chemicals', synonyms: ['chemical', 'chemicals'] },
  { id: 'food', synonyms: ['food and beverage', 'food beverage', 'food and beverages', 'food production', 'dairy', 'wine and spirits', 'farming', 'agriculture', 'fishery', 'ranching'] },
  { id: 'retail', synonyms: ['wholesale', 'supermarkets', 'consumer goods', 'e commerce', 'ecommerce', 'apparel', 'apparel and fashion', 'luxury goods and jewelry', 'cosmetics', 'import and export'] },
  { id: 'logistics', synonyms: ['transportation', 'shipping', 'logistics and supply chain', 'transportation trucking railroad', 'warehousing', 'package freight delivery', 'maritime', 'airlines aviation'] },
  { id: 'healthcare', synonyms: ['hospital and health care', 'hospital health care', 'health care', 'medical devices', 'medical practice', 'health wellness and fitness', 'mental health care'] },
  { id: 'pharma', synonyms: ['pharmaceuticals', 'biotechnology', 'life sciences'] },
  { id: 'finance', synonyms: ['banking', 'financial services', 'insurance', 'investment banking', 'investment management', 'capital markets', 'venture capital and private equity', 'accounting'] },
  { id: 'professional-services', synonyms: ['consulting', 'management consulting', 'legal services', 'law practice', 'human resources', 'staffing and recruiting', 'marketing and advertising', 'design', 'architecture and planning'] },
  { id: 'construction', synonyms: ['real estate', 'commercial real estate', 'civil engineering', 'facilities services'] },
  { id: 'energy', synonyms: ['utilities', 'oil and energy', 'oil energy', 'renewables and environment', 'mining and metals', 'environmental', 'environmental services'] },
  { id: 'telecom', synonyms: ['telecommunications', 'communications', 'wireless'] },
  { id: 'media', synonyms: ['entertainment', 'media production', 'publishing', 'newspapers', 'broadcast media', 'online media', 'printing', 'motion pictures and film', 'music', 'sports'] },
  { id: 'hospitality', synonyms: ['hospitality', 'restaurants', 'leisure travel and tourism', 'leisure travel tourism', 'recreation', 'events services', 'travel', 'gambling and casinos'] },
  { id: 'education', synonyms: ['higher education', 'primary secondary education', 'education management', 'e learning', 'professional training and coaching', 'research'] },
  { id: 'public-sector', synonyms: ['government', 'government administration', 'public sector', 'military', 'law enforcement', 'public safety', 'defense and space', 'defense space'] },
  { id: 'nonprofit', synonyms: ['not for profit', 'non profit', 'nonprofit organization management', 'non profit organization management', 'philanthropy', 'civic and social organization', 'religious institutions'] },
]
