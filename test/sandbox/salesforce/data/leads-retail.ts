import { type LeadPlan, lost, nurturing, open, working } from './plans.ts'
import { askedForDemo, attended, called, clicked, delivered, downloaded, mailed, met, missed, registered, replied, sent, todo, visited } from './story.ts'

const common = { industry: 'Retail', owner: 'rep' } as const

export const retailLeads: readonly LeadPlan[] = [
  { ...common, key: 'camille-laurent', name: 'Camille Laurent', title: 'Directrice Supply Chain', company: 'Lumière Maison', domain: 'lumiere-maison.example', country: 'France', employees: 3400,
    status: working, rating: 'Hot', source: 'Webinar', createdDaysAgo: 34, score: 152, grade: 'A', story: [
      attended('webinar-promotions', 34), visited('nordkette-case', 33), sent('How Nordkette keeps shelves full', 'nordkette-case', 31, { openedAfter: 2700, lastOpenedDaysAgo: 8 }), delivered('retail-deck', 31, [30, 29, 8, 8]),
      met('Video call with planning team', 22, 'Promotions cost them 4 % of sales in empty shelves.'), downloaded('tool-roi', 9), visited('pricing', 8), visited('security-white-paper', 1), todo('Send security paper to IT', 1),
    ] },
  { ...common, key: 'diego-ortega', name: 'Diego Ortega', title: 'Jefe de Compras', company: 'Casa Ortega', domain: 'casa-ortega.example', country: 'Spain', employees: 540,
    status: open, source: 'Webinar', createdDaysAgo: 34, score: 41, grade: 'B-', story: [registered('webinar-promotions', 41), missed('webinar-promotions', 34), clicked('newsletter', 20)] },
  { ...common, key: 'ingrid-fjeld', name: 'Ingrid Fjeld', title: 'Head of Merchandise Planning', company: 'Fjord Outdoor', domain: 'fjord-outdoor.example', country: 'Norway', employees: 800,
    status: working, rating: 'Warm', source: 'Content', createdDaysAgo: 72, score: 118, grade: 'A-', story: [
      downloaded('guide-buyers', 72), attended('webinar-new-products', 9), visited('fernway-case', 8), called('Call: season planning', 7, 'Plans 2,000 new products a season with no history.'), delivered('retail-deck', 6, [6, 5, 3]), visited('demo-request', 3),
    ] },
  { ...common, key: 'elif-yilmaz', name: 'Elif Yılmaz', title: 'Inventory Manager', company: 'Pazar Market', domain: 'pazar-market.example', country: 'Türkiye', employees: 6100,
    status: open, source: 'Content', createdDaysAgo: 4, score: 63, grade: 'B+', story: [downloaded('checklist-inventory', 4), downloaded('tool-safety-stock', 4), visited('inventory-brochure', 3)] },
  { ...common, key: 'grace-whitmore', name: 'Grace Whitmore', title: 'Category Director', company: 'Brightleaf Pharmacies', domain: 'brightleaf.example', country: 'United Kingdom', employees: 4200, owner: 'secondRep',
    status: working, source: 'Partner Referral', createdDaysAgo: 29, score: 84, grade: 'B+', story: [called('Call: referral from Nordkette', 28), sent('Planning in regulated chains', 'healthcare-one-pager', 27, { openedAfter: 7200 }), replied('Re: Planning in regulated chains', 25), visited('meditron-case', 24)] },
  { ...common, key: 'karsten-lindner', name: 'Karsten Lindner', title: 'Geschäftsführer', company: 'Kaufhaus Lindner', domain: 'kaufhaus-lindner.example', country: 'Germany', employees: 190,
    status: nurturing, source: 'Event', createdDaysAgo: 76, score: 27, grade: 'C', story: [mailed('newsletter', 20), delivered('inventory-brochure-de', 70, [69]), called('Call: not this year', 60, 'Budget again next year.')] },
  { ...common, key: 'aisha-rahman', name: 'Aisha Rahman', title: 'E-commerce Operations Lead', company: 'Noor Home', domain: 'noor-home.example', country: 'United Arab Emirates', employees: 320,
    status: open, source: 'Advertisement', createdDaysAgo: 13, score: 35, grade: 'C+', story: [clicked('ad-state-of-planning', 13), visited('what-is-demand-planning', 13), visited('vs-spreadsheets', 12)] },
  { ...common, key: 'mateus-ribeiro', name: 'Mateus Ribeiro', title: 'Analista de Demanda', company: 'Mercado Azul', domain: 'mercado-azul.example', country: 'Brazil', employees: 2700, owner: 'secondRep',
    status: nurturing, source: 'Webinar', createdDaysAgo: 62, score: 52, grade: 'B-', story: [attended('webinar-promotions', 34), downloaded('ebook-forecast-error', 33), visited('ai-forecasting-post', 33)] },
  { ...common, key: 'sofia-petrova', name: 'Sofia Petrova', title: 'Student, Supply Chain MSc', company: 'University of Varna', domain: 'uni-varna.example', country: 'Bulgaria', industry: 'Education',
    status: lost, source: 'Content', createdDaysAgo: 26, score: 71, grade: 'D-', story: [downloaded('ebook-forecast-error', 26), downloaded('ebook-sop', 26), downloaded('ebook-spare-parts', 25), downloaded('guide-buyers', 25), downloaded('report-nearshoring', 25), attended('webinar-new-products', 9)] },
  { ...common, key: 'lotte-vermeer', name: 'Lotte Vermeer', title: 'Supply Chain Director', company: 'Fernway', domain: 'fernway.example', country: 'Netherlands', employees: 2900,
    status: 'Closed - Converted', source: 'Event', createdDaysAgo: 260, score: 201, grade: 'A', converted: { daysAgo: 205, opportunity: { name: 'Fernway: network design', stage: 'Closed Won', amount: 230_000, closeDaysAgo: 110 } }, story: [
      attended('customer-day', 250), downloaded('guide-network', 240), askedForDemo(228), met('Meeting: network study', 220), delivered('network-design-guide', 215, [215, 214, 211]), visited('pricing', 208),
    ] },
  { ...common, key: 'chen-wei', name: 'Chen Wei', title: 'Planning Lead', company: 'Jade Stores', domain: 'jade-stores.example', country: 'Singapore', employees: 1200,
    status: 'Closed - Converted', source: 'Web', createdDaysAgo: 120, score: 133, grade: 'A-', converted: { daysAgo: 30, opportunity: { name: 'Jade Stores: promotions', stage: 'Proposal', amount: 96_000, closeDaysAgo: -25 } }, story: [
      downloaded('tool-roi', 120), attended('webinar-promotions', 34), askedForDemo(33), met('Meeting: demo', 31), sent('Return on planning', 'roi-calculator', 29, { openedAfter: 3600 }), visited('pricing', 16), visited('rfp-template', 5),
    ] },
]
