import { type LeadPlan, lost, nurturing, open, working } from './plans.ts'
import { askedForDemo, attended, called, clicked, delivered, downloaded, mailed, met, missed, registered, replied, sent, todo, visited } from './story.ts'

const common = { industry: 'Manufacturing', owner: 'rep' } as const

export const manufacturingLeads: readonly LeadPlan[] = [
  { ...common, key: 'priya-raman', name: 'Priya Raman', title: 'VP Operations', company: 'Acme Robotics', domain: 'acme-robotics.example', country: 'Germany', employees: 1400,
    status: working, rating: 'Warm', source: 'Webinar', createdDaysAgo: 96, score: 164, grade: 'A-', story: [
      downloaded('ebook-forecast-error', 96), mailed('nurture-manufacturing', 88), attended('webinar-network', 62), downloaded('report-nearshoring', 40),
      called('Call: intro', 38, 'Two plants, one planner each. Planning in spreadsheets, ERP is SAP.'), sent('Tessera planning 60 plants', 'tessera-case', 37, { openedAfter: 5400, lastOpenedDaysAgo: 12 }),
      delivered('tessera-case', 37, [36, 36, 12, 5]), visited('vs-erp-module', 11), visited('erp-integration', 6), visited('pricing', 4), visited('pricing', 2), todo('Call Priya about pricing', 2),
    ] },
  { ...common, key: 'joerg-bergmann', name: 'Jörg Bergmann', title: 'Leiter Supply Chain', company: 'Bergmann Pumpen', domain: 'bergmann-pumpen.example', country: 'Germany', employees: 620,
    status: working, rating: 'Hot', source: 'Content', createdDaysAgo: 51, score: 141, grade: 'B+', story: [
      downloaded('ebook-spare-parts', 51), downloaded('tool-safety-stock', 44), clicked('newsletter', 20), visited('brewline-case', 19), askedForDemo(7), called('Call: agree a demo date', 6), visited('security-white-paper', 3),
    ] },
  { ...common, key: 'liina-tamm', name: 'Liina Tamm', title: 'Planning Manager', company: 'Talvik Bearings', domain: 'talvik.example', country: 'Estonia', employees: 310,
    status: open, source: 'Webinar', createdDaysAgo: 9, score: 58, grade: 'B', story: [registered('webinar-new-products', 16), attended('webinar-new-products', 9), visited('product-tour', 8)] },
  { ...common, key: 'tomas-novak', name: 'Tomáš Novák', title: 'Production Planner', company: 'Ostrava Castings', domain: 'ostrava-castings.example', country: 'Czechia', employees: 480,
    status: open, source: 'Purchased List', createdDaysAgo: 58, score: 4, grade: 'D', story: [mailed('bought-list', 58), sent('Planning at Ostrava Castings', undefined, 50, { bounced: true })] },
  { ...common, key: 'haruka-nakamura', name: 'Haruka Nakamura', title: 'Director of Global Planning', company: 'Nakamura Precision', domain: 'nakamura-precision.example', country: 'Japan', employees: 5200,
    status: working, rating: 'Hot', source: 'Event', owner: 'secondRep', createdDaysAgo: 80, score: 188, grade: 'A', story: [
      attended('customer-day', 48), met('Meeting at customer day', 48, 'Replacing a suite that nobody uses. Decision in spring.'), visited('vs-big-suites', 40), delivered('rfp-template', 33, [33, 32, 30, 21], { downloaded: true }),
      sent('Proof of concept, four weeks', 'proof-of-concept', 21, { openedAfter: 900, lastOpenedDaysAgo: 14 }), replied('Re: Proof of concept, four weeks', 20), visited('implementation-guide', 13), visited('pricing', 12),
    ] },
  { ...common, key: 'giulia-ferraro', name: 'Giulia Ferraro', title: 'Responsabile Logistica', company: 'Solaris Ceramics', domain: 'solaris-ceramics.example', country: 'Italy', employees: 260,
    status: nurturing, source: 'Advertisement', createdDaysAgo: 66, score: 22, grade: 'C+', story: [clicked('ad-state-of-planning', 66), downloaded('checklist-inventory', 61), missed('webinar-network', 62), sent('Inventory checklist', 'inventory-health-checklist', 30, { openedAfter: 4 })] },
  { ...common, key: 'wyatt-greenfield', name: 'Wyatt Greenfield', title: 'COO', company: 'Greenfield Tractors', domain: 'greenfield-tractors.example', country: 'United States', employees: 2100,
    status: working, rating: 'Warm', source: 'Web', owner: 'secondRep', createdDaysAgo: 44, score: 97, grade: 'A-', optedOut: true, story: [
      downloaded('tool-roi', 44), visited('cfo-one-pager', 43), called('Call: budget', 39, 'Wants numbers for the board. No mails please, call him.'), visited('brewline-case', 15), visited('pricing', 14),
    ] },
  { ...common, key: 'fiona-marlow', name: 'Fiona Marlow', title: 'Managing Director', company: 'Marlow Fasteners', domain: 'marlow-fasteners.example', country: 'United Kingdom', employees: 45,
    status: lost, source: 'Content', createdDaysAgo: 130, score: 31, grade: 'D+', story: [downloaded('ebook-sop', 130), called('Call: first contact', 121, 'One planner, 400 products. Too small for us.')] },
  { ...common, key: 'tunde-adeyemi', name: 'Tunde Adeyemi', title: 'Head of Procurement', company: 'Adeyemi Plastics', domain: 'adeyemi-plastics.example', country: 'Nigeria', employees: 900,
    status: open, source: 'Content', createdDaysAgo: 17, score: 46, grade: 'B-', story: [downloaded('report-nearshoring', 17), visited('tariff-post', 17), downloaded('guide-network', 10)] },
  { ...common, key: 'antti-kivela', name: 'Antti Kivelä', title: 'Supply Chain Analyst', company: 'Kivelä Paper', domain: 'kivela-paper.example', country: 'Finland', employees: 1800,
    status: nurturing, source: 'Content', createdDaysAgo: 112, score: 39, grade: 'C', story: [downloaded('ebook-forecast-error', 112), visited('ai-forecasting-post', 110), mailed('nurture-manufacturing', 100), clicked('nurture-manufacturing', 71), visited('planner-hiring-post', 70)] },
  { ...common, key: 'sara-lindqvist', name: 'Sara Lindqvist', title: 'Operations Excellence Lead', company: 'Brewline', domain: 'brewline.example', country: 'Sweden', employees: 730,
    status: 'Closed - Converted', source: 'Webinar', createdDaysAgo: 210, score: 176, grade: 'A', converted: { daysAgo: 150, opportunity: { name: 'Brewline: demand and inventory', stage: 'Closed Won', amount: 148_000, closeDaysAgo: 70 } }, story: [
      downloaded('ebook-forecast-error', 210), downloaded('tool-safety-stock', 190), askedForDemo(172), met('Meeting: demo with own data', 165), delivered('proof-of-concept', 160, [160, 158, 155]), visited('pricing', 152),
    ] },
  { ...common, key: 'omar-haddad', name: 'Omar Haddad', title: 'Plant Manager', company: 'Cedar Cables', domain: 'cedar-cables.example', country: 'Lebanon', employees: 350,
    status: 'Closed - Converted', source: 'Content', owner: 'secondRep', createdDaysAgo: 190, score: 88, grade: 'B-', converted: { daysAgo: 140, opportunity: { name: 'Cedar Cables: planning', stage: 'Closed Lost', amount: 62_000, closeDaysAgo: 55 } }, story: [
      downloaded('guide-buyers', 190), visited('vs-erp-module', 171), called('Call: qualification', 160), delivered('manufacturing-deck', 150, [149]), visited('pricing', 141),
    ] },
]
