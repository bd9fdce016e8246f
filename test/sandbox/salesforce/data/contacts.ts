import type { AccountPlan, ContactPlan } from './plans.ts'
import { attended, called, clicked, delivered, downloaded, met, replied, sent, todo, visited } from './story.ts'

export const accounts: readonly AccountPlan[] = [
  { key: 'nordkette', name: 'Nordkette', domain: 'nordkette.example', type: 'Customer - Direct', industry: 'Retail', country: 'Germany', employees: 7800, opportunities: [
    { name: 'Nordkette: first 40 shops', stage: 'Closed Won', amount: 120_000, closeDaysAgo: 420 }, { name: 'Nordkette: all shops', stage: 'Negotiation', amount: 260_000, closeDaysAgo: -20 }] },
  { key: 'meditron', name: 'Meditron', domain: 'meditron.example', type: 'Customer - Direct', industry: 'Healthcare', country: 'Switzerland', employees: 2600, opportunities: [{ name: 'Meditron: spare parts', stage: 'Closed Won', amount: 175_000, closeDaysAgo: 300 }] },
  { key: 'tessera', name: 'Tessera Chemicals', domain: 'tessera-chemicals.example', type: 'Customer - Direct', industry: 'Chemicals', country: 'Belgium', employees: 15_000, opportunities: [{ name: 'Tessera: 60 plants', stage: 'Closed Won', amount: 540_000, closeDaysAgo: 500 }] },
  { key: 'kestrel', name: 'Kestrel Parts', domain: 'kestrel-parts.example', type: 'Prospect', industry: 'Manufacturing', country: 'United Kingdom', employees: 1900, opportunities: [{ name: 'Kestrel: availability', stage: 'Needs Analysis', amount: 88_000, closeDaysAgo: -60 }] },
  { key: 'verdea', name: 'Verdea', domain: 'verdea.example', type: 'Prospect', industry: 'Food & Beverage', country: 'Portugal', employees: 700, opportunities: [{ name: 'Verdea: fresh planning', stage: 'Closed Lost', amount: 54_000, closeDaysAgo: 90 }] },
  { key: 'caspian', name: 'Caspian Shipping', domain: 'caspian-shipping.example', type: 'Prospect', industry: 'Transportation', country: 'Azerbaijan', employees: 1100, opportunities: [] },
]

export const contacts: readonly ContactPlan[] = [
  { key: 'jonas-weber', name: 'Jonas Weber', title: 'Head of Demand Planning', account: 'nordkette', owner: 'rep', createdDaysAgo: 480, source: 'Event', score: 143, grade: 'A', story: [
    attended('customer-day', 48), visited('retail-deck', 40), sent('Rollout to all shops', 'implementation-guide', 21, { openedAfter: 1500, lastOpenedDaysAgo: 4 }), met('Steering meeting', 14), visited('pricing', 4), todo('Contract draft to Nordkette', 3)] },
  { key: 'anneliese-kraft', name: 'Anneliese Kraft', title: 'CFO', account: 'nordkette', owner: 'rep', createdDaysAgo: 120, source: 'Event', score: 61, grade: 'A-', story: [delivered('cfo-one-pager', 30, [29, 12]), downloaded('tool-roi', 12)] },
  { key: 'lukas-brunner', name: 'Lukas Brunner', title: 'Spare Parts Manager', account: 'meditron', owner: 'secondRep', createdDaysAgo: 350, source: 'Content', score: 77, grade: 'B+', story: [downloaded('ebook-spare-parts', 150), called('Quarterly check-in', 33), clicked('newsletter', 20)] },
  { key: 'nadia-benali', name: 'Nadia Benali', title: 'VP Supply Chain', account: 'tessera', owner: 'rep', createdDaysAgo: 530, source: 'Partner Referral', score: 112, grade: 'A', story: [attended('webinar-network', 62), met('Reference call for a prospect', 36)] },
  { key: 'oliver-hayes', name: 'Oliver Hayes', title: 'Director of Aftermarket', account: 'kestrel', owner: 'rep', createdDaysAgo: 88, source: 'Webinar', score: 129, grade: 'A-', story: [
    attended('webinar-new-products', 9), downloaded('ebook-spare-parts', 60), delivered('automotive-case', 44, [43, 43, 20]), called('Call: availability promises', 43), visited('vs-erp-module', 8), visited('demo-request', 6)] },
  { key: 'amara-nwosu', name: 'Amara Nwosu', title: 'Planning Systems Owner', account: 'kestrel', owner: 'rep', createdDaysAgo: 60, source: 'Web', score: 66, grade: 'B', story: [visited('erp-integration', 30), delivered('security-white-paper', 28, [27, 26], { downloaded: true }), replied('Re: Security questions', 25)] },
  { key: 'joao-figueira', name: 'João Figueira', title: 'Director de Operações', account: 'verdea', owner: 'secondRep', createdDaysAgo: 260, source: 'Content', score: 34, grade: 'C+', story: [downloaded('guide-buyers', 250), called('Call: lost to spreadsheets', 90)] },
  { key: 'leyla-mammadova', name: 'Leyla Mammadova', title: 'Head of Control Tower', account: 'caspian', owner: 'secondRep', createdDaysAgo: 41, source: 'Event', score: 48, grade: 'B', story: [visited('control-tower-video', 40), delivered('control-tower-brochure', 39, [38])] },
  { key: 'peter-zimmermann', name: 'Peter Zimmermann', title: 'IT Director', account: 'nordkette', owner: 'rep', createdDaysAgo: 200, source: 'Other', optedOut: true, story: [delivered('security-white-paper', 160, [159])] },
]
