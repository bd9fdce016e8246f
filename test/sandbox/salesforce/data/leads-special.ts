import { type LeadPlan, nurturing, open, working } from './plans.ts'
import { called, delivered, downloaded, mailed, sent, type StoryEvent, visited } from './story.ts'

/** Leads that exist for one reason each; tests name them by key. */
export const specialLeads: readonly LeadPlan[] = [
  { key: 'noah-fischer', name: 'Noah Fischer', title: 'Supply Chain Manager', company: 'Rhein Coatings', domain: 'rhein-coatings.example', industry: 'Chemicals', country: 'Germany', employees: 880,
    status: open, source: 'Web', owner: 'rep', createdDaysAgo: 0, story: [] },
  { key: 'rachel-goldberg', name: 'Rachel Goldberg', title: 'Senior Director Planning', company: 'Avicenna Pharma', domain: 'avicenna-pharma.example', industry: 'Healthcare', country: 'United States', employees: 12_000,
    status: working, rating: 'Hot', source: 'Content', owner: 'rep', createdDaysAgo: 400, score: 260, grade: 'A', story: longStory() },
  { key: 'sven-nordqvist', name: 'Sven Nordqvist', title: 'Demand Planner', company: 'Nordic Diagnostics', domain: 'nordic-diagnostics.example', industry: 'Healthcare', country: 'Sweden', employees: 640,
    status: nurturing, source: 'Webinar', owner: 'rep', createdDaysAgo: 90, score: 30, grade: 'C', optedOut: true, story: [downloaded('ebook-forecast-error', 90), mailed('newsletter', 80)] },
  { key: 'jordan-reyes', name: 'Jordan Reyes', title: 'Product Marketing Manager', company: 'Plannerly', domain: 'plannerly.example', industry: 'Technology', country: 'United States', employees: 150,
    status: open, source: 'Content', owner: 'secondRep', createdDaysAgo: 14, score: 120, grade: 'D', story: [downloaded('guide-buyers', 14), visited('pricing', 14), visited('vs-big-suites', 13), visited('vs-spreadsheets', 13), visited('pricing', 12), downloaded('tool-roi', 12)] },
  { key: 'scanned-mail', name: 'Mei Tanaka', title: 'IT Procurement', company: 'Kitsune Electronics', domain: 'kitsune-electronics.example', industry: 'Manufacturing', country: 'Japan', employees: 2300,
    status: working, source: 'Event', owner: 'rep', createdDaysAgo: 35, score: 38, grade: 'B-', story: [
      sent('Company deck', 'company-deck', 34, { openedAfter: 2 }), sent('Executive briefing', 'executive-deck', 20, { openedAfter: 3 }), sent('Security paper', 'security-white-paper', 8, { openedAfter: 1 }), called('Call: did you see our mails?', 5, 'No.'),
    ] },
  { key: 'quote-in-name', name: "Siobhán O'Brien", title: 'Operations “Ninja” & Planner', company: "O'Brien & Daughters <Ltd>", domain: 'obrien-daughters.example', industry: 'Food & Beverage', country: 'Ireland', employees: 75,
    status: open, source: 'Web', owner: 'rep', createdDaysAgo: 21, score: 18, grade: 'C', story: [visited('what-is-demand-planning', 21), downloaded('checklist-inventory', 20)] },
]

/** Thirteen months of activity: enough mails, visits and views to overflow every page size. */
function longStory(): StoryEvent[] {
  const visits = ['pricing', 'security-white-paper', 'meditron-case', 'erp-integration', 'implementation-guide', 'vs-big-suites', 'buyers-guide', 'healthcare-one-pager']
  const files = ['meditron-case', 'security-white-paper', 'implementation-guide', 'executive-deck', 'healthcare-one-pager', 'rfp-template']
  const story: StoryEvent[] = [downloaded('ebook-sop', 400), downloaded('guide-buyers', 380), downloaded('ebook-forecast-error', 350)]
  for (let week = 0; week < 56; week += 1) {
    const daysAgo = 392 - week * 7
    story.push(sent(`Weekly note ${week + 1}`, visits[week % visits.length], daysAgo, { openedAfter: week % 3 === 0 ? 4 : 3000 + week * 60 }))
    story.push(visited(visits[(week * 3) % visits.length] ?? 'pricing', daysAgo - 2), visited(visits[(week * 5 + 1) % visits.length] ?? 'pricing', daysAgo - 3))
    if (week % 4 === 0) story.push(called(`Call ${week / 4 + 1}`, daysAgo - 1), delivered(files[week % files.length] ?? 'company-deck', daysAgo, [daysAgo - 1, daysAgo - 1, daysAgo - 2, daysAgo - 4, daysAgo - 5]))
  }
  return story
}
