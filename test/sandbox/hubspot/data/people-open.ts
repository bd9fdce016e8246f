import { ad, attended, botView, call, document, form, mail, meeting, noShow, note, registered, sent, task, view } from './acts.ts'
import { amara, director, executive, finance, jonas, planner, robin, systems, type PersonPlan } from './person-plan.ts'

/** People a rep is looking at now: leads, MQLs, SQLs and open opportunities. */
export const openPeople: readonly PersonPlan[] = [
  {
    id: '70301', first: 'Priya', last: 'Raman', title: 'Director of Supply Chain', company: '80101', persona: director, owner: robin, phone: '+1 503 555 0142',
    stages: [['lead', 63], ['marketingqualifiedlead', 21], ['salesqualifiedlead', 4]], status: 'IN_PROGRESS', source: ['ORGANIC_SEARCH', 'Google', 'fresh food forecasting'], score: 86, createdDaysAgo: 63,
    acts: [
      view(63.1, 'what-is-demand-planning', 'search'), view(63.08, 'fresh-food'), form(63, 'resource', 'fresh-food'),
      mail('nurture1', { opened: 46, clicked: ['forecast-error'] }), view(61.9, 'forecast-error', 'accuracy'),
      mail('nurture2', { opened: 190 }), mail('webinarInvite', { opened: 25, clicked: ['webinar-promotions'] }),
      form(32.8, 'webinar', 'webinar-promotions'), attended('promotions', 43), view(21.4, 'verdea'), view(21.38, 'tour'),
      mail('nurture3', { opened: 31, clicked: ['vs-spreadsheets'] }), view(19.9, 'vs-spreadsheets', 'accuracy'), mail('inventoryCheck', 'prefetched'),
      view(6.2, 'pricing'), view(6.19, 'roi'), form(6.18, 'calculator', 'roi'), view(2.3, 'pricing'), view(2.29, 'implementation'),
      call(5, 'Intro call', '<p>Two planners, 1,800 products, shelf life 6 to 21 days. Waste is the number her CEO asks about every Monday.</p>', 21),
      sent(4, 'Verdea and fresh food planning', 'Hi Priya, here is how Verdea planned with best-before dates: https://www.quayside.example/customers/verdea'),
      note(3.8, '<p>Wants the CFO on the next call. Budget round closes end of quarter.</p>'), task(-2, 'Send business case to Priya'),
    ],
  },
  {
    id: '70302', first: 'Marcus', last: 'Feld', title: 'VP Operations', company: '80104', persona: executive, owner: robin,
    stages: [['lead', 55], ['marketingqualifiedlead', 47]], status: 'OPEN', source: ['EMAIL_MARKETING', 'Tariff response', 'Tariff scenarios'], score: 71, createdDaysAgo: 140, createdBy: 'IMPORT',
    acts: [
      mail('tariffNews', { opened: 12, clicked: ['tariffs', 'webinar-network'] }), view(54.9, 'tariffs', 'tariffs'), view(54.88, 'webinar-network'), form(54.87, 'webinar', 'webinar-network'),
      attended('network', 57), view(47.2, 'nearshoring', 'tariffs'), form(47.1, 'resource', 'nearshoring'), view(47, 'fernway'),
      mail('nurture2', { opened: 400 }), mail('nurture3', 'unopened'), view(1.2, 'warehouses', 'search'), view(1.19, 'fernway'), view(1.18, 'home'),
    ],
  },
  {
    id: '70303', first: 'Helena', last: 'Brandt', title: 'Head of Demand Planning', company: '80107', persona: planner, owner: amara,
    stages: [['subscriber', 210], ['lead', 120], ['marketingqualifiedlead', 44], ['salesqualifiedlead', 30], ['opportunity', 22]], status: 'OPEN_DEAL', source: ['PAID_SOCIAL', 'LinkedIn', 'retail-promotions'], score: 94, createdDaysAgo: 210,
    acts: [
      form(210, 'newsletter', 'blog'), ad(121, 'inventory'), view(120.1, 'inventory-checklist', 'inventory'), form(120, 'resource', 'inventory-checklist'), view(90, 'nordkette'),
      mail('nurture1', { opened: 8, clicked: ['machine-learning'] }), view(61.95, 'machine-learning', 'accuracy'), mail('webinarInvite', { opened: 5, clicked: ['webinar-promotions', 'nordkette'] }),
      form(32.9, 'webinar', 'webinar-promotions'), attended('promotions', 45), view(30.5, 'demo'), form(30.4, 'demo', 'demo', 'Could we see promotions for 210 shops?'),
      meeting(27, 'Demo with Halcyon Home', '<p>Five people. Promotions view went down very well.</p>'), document(22, 'Proposal Halcyon Home'), view(14, 'security'), view(13.9, 'erp-integration'),
      sent(21, 'Proposal', 'Hi Helena, attached is the proposal we spoke about.', 'Thanks Amara, forwarding it to our CIO today.'), view(4.4, 'implementation'), view(4.38, 'pricing'), mail('newsletter', { opened: 70 }),
    ],
  },
  {
    id: '70304', first: 'Tom', last: 'Okafor', title: 'Supply Chain Analyst', company: '80108', persona: planner, owner: jonas,
    stages: [['lead', 12]], status: 'NEW', source: ['EMAIL_MARKETING', 'Inventory health', 'Inventory health checklist'], score: 38, createdDaysAgo: 33,
    acts: [
      form(33, 'newsletter', 'blog'), mail('inventoryCheck', { opened: 95, clicked: ['inventory-checklist', 'safety-stock'] }), view(11.9, 'inventory-checklist', 'inventory'), form(11.8, 'resource', 'inventory-checklist'),
      view(11.78, 'safety-stock', 'inventory'), form(11.7, 'calculator', 'safety-stock'), view(3.1, 'planners-morning'), mail('newsletter', { opened: 33, clicked: ['hiring'] }), view(4.9, 'hiring'),
    ],
  },
  {
    id: '70305', first: 'Grace', last: 'Liang', title: 'CFO', company: '80101', persona: finance, owner: robin,
    stages: [['lead', 5]], status: 'NEW', source: ['DIRECT_TRAFFIC'], score: 52, createdDaysAgo: 5,
    acts: [view(5.2, 'cfo-one-pager'), form(5.1, 'resource', 'cfo-one-pager'), view(5.09, 'roi'), view(5.08, 'pricing'), mail('newsletter', { opened: 240 })],
  },
  {
    id: '70306', first: 'Samir', last: 'Haddad', title: 'Logistics Director', company: '80111', persona: executive, owner: robin,
    stages: [['lead', 49], ['marketingqualifiedlead', 18]], status: 'ATTEMPTED_TO_CONTACT', source: ['ORGANIC_SEARCH', 'Google', 'supply chain control tower'], score: 66, createdDaysAgo: 49,
    acts: [
      view(49.2, 'late-vessel', 'search'), view(49.15, 'control-tower-brochure'), form(49, 'resource', 'control-tower-brochure'), mail('nurture2', 'unopened'), view(18.3, 'harborlink'), view(18.28, 'late-vessel'),
      mail('nurture3', { opened: 55, clicked: ['tour'] }), view(19.8, 'tour', 'accuracy'), call(9, 'First try', '<p>No answer, left a message.</p>', 1), call(6, 'Second try', '<p>No answer.</p>', 1),
    ],
  },
  {
    id: '70307', first: 'Walter', last: 'Reyes', title: 'Head of Planning', company: '80114', persona: director, owner: amara,
    stages: [['lead', 260], ['marketingqualifiedlead', 180], ['salesqualifiedlead', 172]], status: 'BAD_TIMING', source: ['REFERRALS', 'planning-forum.example'], score: 61, createdDaysAgo: 260,
    acts: [
      view(260.1, 'sop-playbook'), form(260, 'resource', 'sop-playbook'), view(180.4, 'tessera'), form(180.3, 'contact', 'contact', 'Do you plan batch processes?'), call(172, 'Discovery', '<p>SAP upgrade until spring, come back after.</p>', 26),
      note(171.9, '<p>Not before the SAP upgrade is through. Keep warm.</p>'), mail('nurture1', 'unopened'), mail('nurture2', 'unopened'), mail('nurture3', 'unopened'), mail('newsletter', 'unopened'),
      view(0.9, 'pricing'), view(0.89, 'vs-suites'), view(0.88, 'tessera'),
    ],
  },
  {
    id: '70308', first: 'Nadia', last: 'Petrov', title: 'Procurement Manager', company: '80103', owner: jonas, persona: director,
    stages: [['lead', 41]], status: 'NEW', source: ['EMAIL_MARKETING', 'Forecast accuracy, autumn', 'Nurture 02: S&OP playbook'], score: 74, createdDaysAgo: 130, createdBy: 'IMPORT',
    acts: [
      mail('nurture1', 'scanned'), mail('nurture2', 'scanned'), mail('webinarInvite', 'scanned'), mail('nurture3', 'scanned'), mail('inventoryCheck', 'scanned'), mail('newsletter', 'scanned'),
      botView(41, 'sop-playbook'), botView(20, 'demo'),
    ],
  },
  {
    id: '70309', first: 'Elliot', last: 'Marsh', title: 'Inventory Manager', company: '80103', owner: jonas, persona: planner,
    stages: [['lead', 62], ['marketingqualifiedlead', 11]], status: 'OPEN', source: ['EMAIL_MARKETING', 'Inventory health', 'Inventory health checklist'], score: 63, createdDaysAgo: 130, createdBy: 'IMPORT',
    acts: [
      mail('nurture1', 'scanned'), mail('nurture2', 'scanned'), mail('inventoryCheck', { scannedThenClicked: ['inventory-checklist', 'brewline'] }), view(11.6, 'inventory-checklist', 'inventory'), form(11.55, 'resource', 'inventory-checklist'),
      view(11.5, 'brewline'), view(8.2, 'meditron'), view(8.1, 'regulated'), form(8, 'resource', 'regulated'), mail('newsletter', 'scanned'),
    ],
  },
  {
    id: '70310', first: 'Chloe', last: 'Anders', title: 'Merchandise Planner', company: '80102', owner: amara, persona: planner,
    stages: [['lead', 30]], status: 'NEW', source: ['PAID_SOCIAL', 'LinkedIn', 'retail-promotions'], score: 44, createdDaysAgo: 30,
    acts: [ad(30.2, 'retail'), view(30.1, 'webinar-promotions', 'retail'), form(30, 'webinar', 'webinar-promotions'), noShow('promotions'), mail('nurture3', { opened: 300 }), view(7.7, 'webinar-new-products'), form(7.6, 'webinar', 'webinar-new-products'), registered('newProducts')],
  },
  {
    id: '70311', first: 'Victor', last: 'Almeida', title: 'IT Manager, ERP', company: '80104', owner: robin, persona: systems,
    stages: [['lead', 16], ['marketingqualifiedlead', 9]], status: 'OPEN', source: ['ORGANIC_SEARCH', 'Bing', 'planning software dynamics integration'], score: 58, createdDaysAgo: 16,
    acts: [view(16.1, 'erp-integration', 'search'), form(16, 'resource', 'erp-integration'), view(15.9, 'vs-erp'), view(9.3, 'security'), form(9.2, 'resource', 'security'), view(9.1, 'rfp-template'), form(9.05, 'resource', 'rfp-template'), mail('newsletter', 'prefetched')],
  },
  {
    id: '70312', first: 'Rosalind', last: 'Hartley', title: 'COO', company: '80113', owner: amara, persona: executive,
    stages: [['marketingqualifiedlead', 60], ['salesqualifiedlead', 50], ['opportunity', 35]], status: 'OPEN_DEAL', source: ['REFERRALS', 'nordkette.example'], score: 90, createdDaysAgo: 60, createdBy: 'CRM_UI',
    acts: [
      meeting(50, 'Introduced by Nordkette', '<p>Warm introduction. 240 shops, six planners.</p>'), view(49, 'nordkette'), view(48.9, 'cfo-one-pager'), attended('network', 22), mail('nurture2', { opened: 15, clicked: ['sop-playbook', 'tessera'] }), view(40.9, 'sop-playbook', 'accuracy'),
      sent(35, 'Next steps', 'Hi Rosalind, a proof of concept takes four weeks: https://www.quayside.example/resources/proof-of-concept', 'Good. Let us start in January.'), view(34.9, 'proof-of-concept'), view(10, 'pricing'), document(9.5, 'Proof of concept plan'), task(-20, 'Kick-off proof of concept'),
    ],
  },
  {
    id: '70313', first: 'Ben', last: 'Castellano', title: 'Brewery Operations Manager', company: '80106', owner: jonas, persona: planner,
    stages: [['lead', 25]], status: 'NEW', source: ['SOCIAL_MEDIA', 'LinkedIn'], score: 35, createdDaysAgo: 25,
    acts: [view(25.1, 'brewline', 'social'), form(25, 'newsletter', 'brewline'), mail('nurture3', 'swept'), mail('inventoryCheck', { opened: 20 }), view(2.6, 'demand-brochure'), form(2.5, 'resource', 'demand-brochure')],
  },
  {
    id: '70314', first: 'Ingrid', last: 'Solheim', title: 'Supply Chain Manager', company: '80116', owner: robin, persona: director,
    stages: [['lead', 70], ['marketingqualifiedlead', 28]], status: 'CONNECTED', source: ['ORGANIC_SEARCH', 'Google', 'late shipment alerts'], score: 77, createdDaysAgo: 70,
    acts: [
      view(70.1, 'late-vessel', 'search'), form(70, 'resource', 'control-tower-brochure'), mail('tariffNews', { opened: 60, clicked: ['tariffs'] }), view(54.8, 'tariffs', 'tariffs'), registered('network'), mail('nurture3', { opened: 9, clicked: ['demo'] }),
      view(28.2, 'harborlink'), view(28.1, 'demo'), call(14, 'Qualifying call', '<p>18 sites, carrier data in four systems. Wants to see the control tower with her own lanes.</p>', 31), view(1.8, 'harborlink'), view(1.7, 'clinic'),
    ],
  },
  {
    id: '70315', first: 'Omar', last: 'Farouk', title: 'Planning Lead', company: '80109', owner: robin, persona: planner,
    stages: [['lead', 15]], status: 'NEW', source: ['PAID_SEARCH', 'forecast-accuracy', 'order promising software'], score: 47, createdDaysAgo: 15,
    acts: [view(15.1, 'kestrel', 'accuracy'), form(15, 'resource', 'spare-parts'), view(14.9, 'spare-parts'), mail('newsletter', { opened: 18, clicked: ['kestrel'] }), view(4.95, 'kestrel', 'inventory')],
  },
  {
    id: '70316', first: 'Yuki', last: 'Tanabe', title: 'Sourcing Analyst', company: '80112', owner: jonas, persona: planner,
    stages: [['lead', 54]], status: 'OPEN', source: ['EMAIL_MARKETING', 'Tariff response', 'Tariff scenarios'], score: 41, createdDaysAgo: 150, createdBy: 'IMPORT',
    acts: [mail('tariffNews', { opened: 700, clicked: ['nearshoring'] }), view(54.5, 'nearshoring', 'tariffs'), form(54.4, 'resource', 'nearshoring'), mail('nurture2', 'bounced')],
  },
  {
    id: '70317', first: 'Carmen', last: 'Duarte', title: 'Product Planner', company: '80115', owner: amara, persona: planner,
    stages: [['subscriber', 95], ['lead', 8]], status: 'NEW', source: ['DIRECT_TRAFFIC'], score: 29, createdDaysAgo: 95,
    acts: [form(95, 'newsletter', 'home'), view(8.2, 'webinar-new-products'), form(8.1, 'webinar', 'webinar-new-products'), registered('newProducts'), view(8, 'machine-learning')],
  },
]
