import { form, mail, note, view } from './acts.ts'
import type { PersonPlan } from './person-plan.ts'

const lotte = '72810011'
const matteo = '72810012'

/** The European account. Its first contact has the record id of another person in the American one. */
export const europeanPeople: readonly PersonPlan[] = [
  {
    id: '70301', first: 'Willemijn', last: 'de Graaf', title: 'Supply chain manager', company: '80101', owner: lotte, language: 'nl', stages: [['lead', 26], ['marketingqualifiedlead', 8]], status: 'OPEN', source: ['ORGANIC_SEARCH', 'Google', 'voorraadbeheer kaas'], createdDaysAgo: 26,
    acts: [view(26.1, 'fresh-food', 'search'), form(26, 'resource', 'fresh-food'), view(8.2, 'verdea'), view(8.1, 'pricing'), mail('newsletter', { opened: 45 }), note(7, '<p>Belt volgende week terug.</p>')],
  },
  {
    id: '70302', first: 'Jürgen', last: 'Weiß', title: 'Leiter Produktionsplanung', company: '80102', owner: matteo, language: 'de', stages: [['lead', 40]], status: 'NEW', source: ['REFERRALS', 'messe.example'], createdDaysAgo: 40,
    acts: [view(40.1, 'bestand-de'), form(40, 'resource', 'bestand-de'), view(39.9, 'nordkette-de'), form(12, 'calculator', 'safety-stock')],
  },
  { id: '70303', first: 'Élodie', last: 'Marchand', title: 'Directrice des opérations', company: '80103', owner: matteo, language: 'fr', stages: [['lead', 14]], status: 'NEW', source: ['DIRECT_TRAFFIC'], createdDaysAgo: 14, acts: [form(14, 'contact', 'contact', 'Avez-vous des clients dans le meuble ?')] },
  { id: '70304', first: 'Søren', last: 'Kjær', title: 'Planlægningschef', company: '80104', owner: lotte, stages: [['subscriber', 60]], source: ['SOCIAL_MEDIA', 'LinkedIn'], createdDaysAgo: 60, acts: [form(60, 'newsletter', 'blog')] },
  { id: '70305', first: 'Bea', last: 'Novotná', title: 'Buyer', company: '80104', owner: lotte, optedOut: true, stages: [['lead', 90]], status: 'OPEN', source: ['OFFLINE', 'IMPORT'], createdDaysAgo: 90, createdBy: 'IMPORT', acts: [] },
]
