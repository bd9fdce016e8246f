import { attended, call, form, mail, meeting, note, registered, sent, view } from './acts.ts'
import { amara, director, executive, finance, jonas, planner, robin, systems, type PersonPlan } from './person-plan.ts'

/** The edges: opted out, brand new, endless readers, students, competitors; and people whose deals are over. */
export const otherPeople: readonly PersonPlan[] = [
  {
    id: '70318', first: 'Marguerite', last: 'Stone', title: 'Director of Replenishment', company: '80107', owner: amara, persona: director, optedOut: true,
    stages: [['lead', 90], ['marketingqualifiedlead', 31]], status: 'OPEN', source: ['ORGANIC_SEARCH', 'Google', 'replenishment software'], score: 69, createdDaysAgo: 90,
    acts: [view(90.1, 'nordkette', 'search'), form(90, 'resource', 'inventory-brochure'), mail('nurture1', { opened: 14 }), view(31.2, 'pricing'), view(31.1, 'inventory-brochure'), view(6, 'safety-stock')],
  },
  { id: '70319', first: 'Leo', last: 'Brandvold', title: '', company: '80105', owner: robin, stages: [['lead', 0.05]], status: 'NEW', source: ['OFFLINE', 'CRM_UI'], createdDaysAgo: 0.05, createdBy: 'CRM_UI', acts: [] },
  {
    id: '70320', first: 'Quincy', last: 'Barros', title: 'Master Scheduler', company: '80109', owner: robin, persona: planner,
    stages: [['lead', 300], ['marketingqualifiedlead', 200]], status: 'OPEN', source: ['ORGANIC_SEARCH', 'Google', 'mrp calculator'], score: 82, createdDaysAgo: 300,
    acts: [form(299, 'calculator', 'safety-stock'), { kind: 'flood', from: 299, to: 0.3, views: 4_992 }, form(40, 'resource', 'spare-parts'), mail('newsletter', { opened: 3 })],
  },
  {
    id: '70321', first: 'Theo', last: 'Vance', title: 'MSc student', company: '80118', stages: [['lead', 38]], status: 'UNQUALIFIED', source: ['ORGANIC_SEARCH', 'Google', 'demand planning thesis'], score: 57, createdDaysAgo: 38,
    acts: [
      view(38.3, 'what-is-demand-planning', 'search'), view(38.28, 'machine-learning'), view(38.2, 'careers'), form(38.1, 'resource', 'forecast-error'), form(37.5, 'resource', 'sop-playbook'), form(37.4, 'resource', 'buyers-guide'),
      view(36, 'careers'), view(20, 'state-of-planning'), form(19.9, 'resource', 'state-of-planning'), mail('newsletter', { opened: 40, clicked: ['hiring'] }), view(4.9, 'hiring'), view(4.8, 'careers'),
    ],
  },
  {
    id: '70322', first: 'Dana', last: 'Whitlock', title: 'Product Marketing Manager', company: '80117', stages: [['lead', 29]], status: 'NEW', source: ['DIRECT_TRAFFIC'], score: 79, createdDaysAgo: 29, owner: jonas,
    acts: [
      view(29.3, 'vs-suites'), view(29.28, 'pricing'), view(29.26, 'vs-erp'), form(29.2, 'resource', 'buyers-guide'), view(22, 'pricing'), view(21.9, 'autumn-start'), form(15, 'resource', 'rfp-template'), view(15, 'pricing'), view(3, 'pricing'), view(2.9, 'vs-suites'),
    ],
  },
  {
    id: '70323', first: 'Julian', last: 'Keene', title: 'Head of Supply Chain', company: '80106', owner: robin, persona: director,
    stages: [['lead', 320], ['marketingqualifiedlead', 290], ['salesqualifiedlead', 280], ['opportunity', 260], ['customer', 150]], status: 'OPEN_DEAL', source: ['ORGANIC_SEARCH', 'Google', 'brewery demand planning'], score: 92, createdDaysAgo: 320,
    acts: [view(320.2, 'brewline', 'search'), form(320, 'resource', 'forecast-error'), view(300, 'demand-brochure'), attended('promotions', 40), form(290, 'demo', 'demo'), meeting(282, 'Demo Granite Peak', '<p>Liked the exception list.</p>'), view(270, 'implementation'), view(200, 'security'), mail('newsletter', { opened: 25 })],
  },
  {
    id: '70324', first: 'Beatrice', last: 'Nolan', title: 'VP Supply Chain', company: '80109', owner: robin, persona: executive,
    stages: [['lead', 240], ['marketingqualifiedlead', 230], ['salesqualifiedlead', 215], ['opportunity', 200]], status: 'UNQUALIFIED', source: ['PAID_SEARCH', 'inventory-health', 'mrp alternatives'], score: 48, createdDaysAgo: 240,
    acts: [view(240, 'vs-erp', 'inventory'), form(239, 'resource', 'rfp-template'), meeting(214, 'Demo Kingsway', '<p>IT insists on the ERP module.</p>'), view(190, 'vs-erp'), note(160, '<p>Lost to the ERP module: already paid for.</p>')],
  },
  {
    id: '70325', first: 'Simone', last: 'Achterberg', title: 'Operations Director', company: '80110', owner: amara, persona: executive,
    stages: [['lead', 280], ['salesqualifiedlead', 250], ['opportunity', 240], ['customer', 120]], status: 'OPEN_DEAL', source: ['REFERRALS', 'partner: Lindgren Consulting'], score: 88, createdDaysAgo: 280,
    acts: [view(279, 'tour'), form(278, 'resource', 'buyers-guide'), attended('network', 50), view(245, 'roi'), form(245, 'calculator', 'roi'), meeting(240, 'Workshop Larkspur', '<p>Launch planning is the pain.</p>'), view(130, 'implementation'), registered('newProducts')],
  },
  {
    id: '70326', first: 'Peter', last: 'Whelan', title: 'Owner', company: '80105', owner: robin, persona: finance,
    stages: [['lead', 200], ['salesqualifiedlead', 185], ['opportunity', 170]], status: 'BAD_TIMING', source: ['ORGANIC_SEARCH', 'Google', 'furniture inventory software'], score: 40, createdDaysAgo: 200,
    acts: [view(200.1, 'inventory-brochure', 'search'), form(200, 'resource', 'inventory-brochure'), view(185, 'pricing'), call(180, 'Discovery', '<p>280 people, one planner.</p>'), note(120, '<p>Lost: no budget this year.</p>'), mail('inventoryCheck', { opened: 44 })],
  },
  {
    id: '70327', first: 'Anneke', last: 'Post', title: 'Director S&OP', company: '80114', owner: amara, persona: director,
    stages: [['lead', 230], ['marketingqualifiedlead', 220], ['opportunity', 190]], status: 'UNQUALIFIED', source: ['EMAIL_MARKETING', 'Inventory health'], score: 55, createdDaysAgo: 230,
    acts: [form(230, 'resource', 'sop-template'), view(220, 'tessera'), view(200, 'vs-suites'), attended('network', 60), note(100, '<p>Lost to a big suite, group decision.</p>')],
  },
  {
    id: '70328', first: 'Farah', last: 'Siddiqui', title: 'Head of Planning', company: '80112', owner: robin, persona: director,
    stages: [['lead', 310], ['marketingqualifiedlead', 300], ['opportunity', 270], ['customer', 95]], status: 'OPEN_DEAL', source: ['ORGANIC_SEARCH', 'Google', 's&op software mid-market'], score: 91, createdDaysAgo: 310,
    acts: [form(310, 'resource', 'sop-playbook'), form(300, 'demo', 'demo'), view(290, 'erp-integration'), view(280, 'security'), meeting(275, 'Demo Northgate', '<p>Two hours, many questions about SAP.</p>'), view(110, 'implementation'), mail('newsletter', { opened: 12, clicked: ['clinic'] }), view(4.9, 'clinic')],
  },
  {
    id: '70329', first: 'Gil', last: 'Abrams', title: 'Senior Buyer', company: '80102', owner: jonas, stages: [['subscriber', 180]], source: ['SOCIAL_MEDIA', 'LinkedIn'], score: 12, createdDaysAgo: 180,
    acts: [form(180, 'newsletter', 'blog'), mail('newsletter', 'unopened'), mail('nurture1', 'unopened')],
  },
  {
    id: '70330', first: 'Lucia', last: 'Ferrante', title: 'Demand Planner', company: '80110', owner: amara, persona: planner, stages: [['subscriber', 75], ['lead', 61]], status: 'NEW', source: ['ORGANIC_SEARCH', 'Google', 'forecast error formula'], score: 33, createdDaysAgo: 75,
    acts: [view(75, 'forecast-error', 'search'), form(75, 'newsletter', 'forecast-error'), mail('nurture1', { opened: 30, clicked: ['forecast-error'] }), form(61, 'resource', 'forecast-error'), mail('nurture2', { opened: 3000 })],
  },
  {
    id: '70331', first: 'Desmond', last: 'Pryce', title: 'Warehouse Manager', company: '80111', owner: robin, stages: [['lead', 66]], status: 'NEW', source: ['ORGANIC_SEARCH', 'Google', 'warehouse count model'], score: 27, createdDaysAgo: 66,
    acts: [view(66.1, 'warehouses', 'search'), form(66, 'resource', 'warehouses'), mail('tariffNews', { opened: 2000 })],
  },
  {
    id: '70332', first: 'Amelia', last: 'Rourke', title: 'Director of IT', company: '80113', owner: amara, persona: systems, stages: [['lead', 36], ['opportunity', 35]], status: 'OPEN_DEAL', source: ['OFFLINE', 'CRM_UI'], score: 60, createdDaysAgo: 36, createdBy: 'CRM_UI',
    acts: [view(33, 'security'), form(32.9, 'resource', 'security'), view(32, 'erp-integration'), sent(31, 'Security questionnaire', 'Hi Amelia, our answers are in the white paper: https://www.quayside.example/resources/security')],
  },
  {
    id: '70333', first: 'Noel', last: 'Bishara', title: 'Planning Intern', company: '80108', stages: [['lead', 7]], status: 'NEW', source: ['ORGANIC_SEARCH', 'Google', 'supply chain salary'], score: 22, createdDaysAgo: 7,
    acts: [view(7.1, 'state-of-planning', 'search'), form(7, 'resource', 'state-of-planning'), view(6.9, 'careers')],
  },
  {
    id: '70334', first: 'Harriet', last: 'Cole', title: 'Finance Business Partner', company: '80104', owner: robin, persona: finance, stages: [['lead', 6]], status: 'NEW', source: ['DIRECT_TRAFFIC'], score: 49, createdDaysAgo: 6,
    acts: [view(6.1, 'roi'), form(6, 'calculator', 'roi'), view(5.9, 'cfo-one-pager'), form(5.8, 'resource', 'cfo-one-pager'), view(5.7, 'brewline')],
  },
  {
    id: '70335', first: 'Stefan', last: 'Moll', title: 'Leiter Disposition', company: '80102', owner: jonas, persona: planner, language: 'de', stages: [['lead', 17]], status: 'NEW', source: ['ORGANIC_SEARCH', 'Google', 'bestandsoptimierung software'], score: 51, createdDaysAgo: 17,
    acts: [view(17.1, 'bestand-de', 'search'), form(17, 'resource', 'bestand-de'), view(16.8, 'nordkette-de'), view(3.3, 'nordkette-de')],
  },
  {
    id: '70336', first: 'Renee', last: 'Thibault', title: 'Quality and Planning Manager', company: '80103', owner: jonas, persona: director, stages: [['lead', 22], ['marketingqualifiedlead', 10]], status: 'OPEN', source: ['ORGANIC_SEARCH', 'Google', 'gxp planning software'], score: 64, createdDaysAgo: 22,
    acts: [view(22.1, 'regulated', 'search'), form(22, 'resource', 'regulated'), view(21.8, 'meditron'), mail('nurture3', 'scanned'), view(10.2, 'meditron'), view(10.1, 'security'), form(10, 'contact', 'contact', 'Do you have a validation package?')],
  },
]
