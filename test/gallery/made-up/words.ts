/** Names as a team meets them: short, long, in other scripts and directions. Everybody is made up. */
export const people = [
  'Priya Raman', 'Marta Lindqvist', 'Jonas Achterberg', 'Amina Osei', 'Luca Ferri', 'Sofia Petrova', 'Noah Fischer', 'Wen Li', 'Oskar Brandvold', 'Chiara Moretti', 'Tomás Ibáñez', 'Aoife Byrne',
  'María de los Ángeles Fernández-Villanueva y Rodríguez de Córdoba', 'Konstantinos Papadimitriou-Chrysostomidis', '佐藤 美咲', '王小明', '김민준', 'ليلى عبد الرحمن الخطيب', 'נועה בן־דוד', 'Ὀλυμπία Νικολάου', 'Siobhán O’Brien',
] as const
export const companies = [
  'Oakfield Mills', 'Brightwater Foods', 'Rhein Coatings', 'Nordic Diagnostics', 'Kumasi Cold Store', 'Ferri & Figli', 'Avicenna Pharma', 'Plannerly', 'Fjordline', 'Verdea Salads',
  'Österreichische Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft', '株式会社きつね電機製作所', 'شركة الواحة للصناعات الغذائية', 'Société Générale de Conserves et de Produits Surgelés du Grand-Ouest',
] as const
/** Each campaign with the share of its leads that sales likes. */
export const campaigns: readonly (readonly [string, number])[] = [
  ['Spring planning week', 0.66], ['Webinar: forecasting promotions', 0.58], ['Forecast error guide', 0.31], ['Food Logistics fair', 0.49], ['Buyer’s guide 2026', 0.42], ['Inventory checklist', 0.22], ['Referral programme', 0.78],
  ['Partner newsletter', 0.35], ['Security white paper', 0.27], ['Customer evening in Lyon', 0.71], ['見込み客ウェビナー 第3回', 0.53], ['حملة الربيع للتخطيط', 0.47],
  ['Always-on paid search: demand planning software for mid-sized producers in Germany, Austria and Switzerland', 0.38], ['Retargeting', 0.19],
]
export const sources = ['Webinar', 'Content', 'Trade Show', 'Web', 'Partner', 'Paid Search', 'Referral'] as const
export const personas = ['supply-chain', 'operations', 'it', 'finance', 'logistics', 'purchasing'] as const
export const industries = ['food', 'retail', 'pharma', 'chemicals', 'manufacturing', 'automotive'] as const
export const stages = ['new', 'engaged', 'mql', 'working', 'sql'] as const
export const reps = ['Dana Okafor', 'Robin Hale', 'Sam Ortiz', 'Ines Carvalho', 'Yuki Mori'] as const
export const reasons = {
  good: ['real-need', 'right-person', 'real-need', 'asked-for-contact', 'knows-us'],
  not_yet: ['no-budget-yet', 'later-project', 'no-budget-yet', 'just-researching'],
  wrong: ['student-or-job-seeker', 'too-small', 'wrong-role', 'student-or-job-seeker', 'competitor-or-vendor', 'bad-contact-data'],
  cant_tell: ['no-reply', 'too-little-information'],
} as const
export const notes = [
  'Wants a plan by product and week; budget opens with the new fiscal year.', 'Thesis on demand planning, asked for an interview.', 'Three plants, one planner, everything in spreadsheets. Call again in spring.',
  'طلبت عرضًا بعد انتهاء شهر رمضان', '来期の予算で検討したいとのこと。', 'Their ERP partner promised the same. See https://www.quayside.example/a-very-long-address/that-nobody-would-ever-want-to-read/but-that-somebody-pasted-here-anyway',
] as const
export const queries = ['gdpr questionnaire', 'case study chemicals', 'roi for cold chains', 'comparison with SAP IBP', 'price list in French', 'security paper for pharma', 'food safety checklist', 'what happens in the first ninety days of an implementation', 'استبيان حماية البيانات', '価格表 日本語'] as const
