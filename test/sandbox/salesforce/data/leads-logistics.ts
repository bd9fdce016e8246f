import { type LeadPlan, lost, nurturing, open, working } from './plans.ts'
import { askedForDemo, attended, called, clicked, delivered, downloaded, mailed, met, sent, todo, visited, visitedBooth } from './story.ts'

const common = { industry: 'Transportation', owner: 'secondRep' } as const

export const logisticsLeads: readonly LeadPlan[] = [
  { ...common, key: 'pieter-de-wit', name: 'Pieter de Wit', title: 'Director Control Tower', company: 'Meridian Freight', domain: 'meridian-freight.example', country: 'Netherlands', employees: 3900, owner: 'rep',
    status: working, rating: 'Hot', source: 'Event', createdDaysAgo: 75, score: 158, grade: 'A', story: [
      visitedBooth('logistics-forum', 75), delivered('harborlink-case', 70, [70, 69, 69, 40]), attended('webinar-network', 62), met('On-site workshop', 41, '30 sites, six systems. Wants one view of late vessels.'), visited('control-tower-video', 38),
      sent('Control tower brochure', 'control-tower-brochure', 20, { openedAfter: 600, lastOpenedDaysAgo: 3 }), visited('pricing', 6), visited('implementation-guide', 3), todo('Prepare proposal for Meridian', 5),
    ] },
  { ...common, key: 'eline-maes', name: 'Eline Maes', title: 'Operations Manager', company: 'Atlas Cold Chain', domain: 'atlas-coldchain.example', country: 'Belgium', employees: 480,
    status: open, source: 'Event', createdDaysAgo: 75, score: 33, grade: 'B-', story: [visitedBooth('logistics-forum', 75), mailed('newsletter', 20), visited('food-one-pager', 18)] },
  { ...common, key: 'marcus-bell', name: 'Marcus Bell', title: 'VP Network Strategy', company: 'Portwise Logistics', domain: 'portwise.example', country: 'United States', employees: 8800, owner: 'rep',
    status: working, rating: 'Warm', source: 'Content', createdDaysAgo: 40, score: 109, grade: 'A-', story: [
      downloaded('guide-network', 40), attended('planning-clinic', 31), called('Call: network study', 30), delivered('logistics-deck', 29, [28, 27], { ownViews: 2 }), visited('harborlink-case', 10), downloaded('tool-roi', 10),
    ] },
  { ...common, key: 'aigerim-sadykova', name: 'Aigerim Sadykova', title: 'Head of Forwarding', company: 'Silk Road Forwarding', domain: 'silkroad-forwarding.example', country: 'Kazakhstan', employees: 260,
    status: nurturing, source: 'Webinar', createdDaysAgo: 62, score: 44, grade: 'C+', story: [attended('webinar-network', 62), visited('tariff-post', 60), clicked('newsletter', 20)] },
  { ...common, key: 'thandiwe-mokoena', name: 'Thandiwe Mokoena', title: 'Supply Chain Executive', company: 'Thandiwe Transport', domain: 'thandiwe-transport.example', country: 'South Africa', employees: 670, owner: 'rep',
    status: open, source: 'Web', createdDaysAgo: 1, score: 76, grade: 'B+', story: [visited('control-tower-video', 2), visited('logistics-deck', 1), askedForDemo(1)] },
  { ...common, key: 'lucas-moreau', name: 'Lucas Moreau', title: 'Consultant', company: 'Moreau Conseil', domain: 'moreau-conseil.example', country: 'France', industry: 'Consulting', employees: 12,
    status: lost, source: 'Content', createdDaysAgo: 85, score: 49, grade: 'D', story: [downloaded('guide-buyers', 85), downloaded('guide-network', 84), visited('vs-big-suites', 83), called('Call: who is he asking for?', 80, 'Advises buyers; not buying himself.')] },
  { ...common, key: 'bjarni-olafsson', name: 'Bjarni Ólafsson', title: 'CFO', company: 'Oceanic Seafoods', domain: 'oceanic-seafoods.example', country: 'Iceland', industry: 'Food & Beverage', employees: 410,
    status: working, rating: 'Warm', source: 'Partner Referral', createdDaysAgo: 24, score: 92, grade: 'A-', story: [sent('Planning as a cash lever', 'executive-deck', 23, { openedAfter: 10_800, lastOpenedDaysAgo: 11 }), delivered('cfo-one-pager', 23, [22, 11]), downloaded('tool-roi', 11), visited('food-case', 11)] },
  { ...common, key: 'katarzyna-kowalska', name: 'Katarzyna Kowalska', title: 'Supply Planner', company: 'Kowalski Dairy', domain: 'kowalski-dairy.example', country: 'Poland', industry: 'Food & Beverage', employees: 950, owner: 'rep',
    status: open, source: 'Content', createdDaysAgo: 6, score: 55, grade: 'B', story: [downloaded('ebook-forecast-error', 6), visited('food-one-pager', 6), visited('food-case', 5), downloaded('tool-safety-stock', 5)] },
  { ...common, key: 'valentina-rios', name: 'Valentina Ríos', title: 'Directora de Operaciones', company: 'Hacienda Verde', domain: 'hacienda-verde.example', country: 'Mexico', industry: 'Food & Beverage', employees: 1500,
    status: working, source: 'Webinar', createdDaysAgo: 33, score: 87, grade: 'B+', story: [attended('webinar-promotions', 34), visited('food-case', 32), called('Call: waste', 27, 'Throws away 9 % of salads.'), delivered('food-case', 27, [26, 25]), visited('roi-calculator', 4)] },
  { ...common, key: 'henrik-solberg', name: 'Henrik Solberg', title: 'Chief Supply Chain Officer', company: 'Harborlink', domain: 'harborlink.example', country: 'Denmark', employees: 5600, owner: 'rep',
    status: 'Closed - Converted', source: 'Event', createdDaysAgo: 320, score: 190, grade: 'A', converted: { daysAgo: 270, opportunity: { name: 'Harborlink: control tower', stage: 'Closed Won', amount: 310_000, closeDaysAgo: 160 } }, story: [
      visitedBooth('logistics-forum', 320), met('Meeting: control tower', 300), delivered('control-tower-brochure', 295, [294, 290]), askedForDemo(285), visited('pricing', 276),
    ] },
]
