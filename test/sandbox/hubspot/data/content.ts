export interface ContentPage {
  path: string
  title: string
  /** Whether it is an item of the sample library, as opposed to an ordinary page of the site. */
  asset: boolean
}

const site = 'https://www.quayside.example'

const assets = {
  'what-is-demand-planning': ['/blog/what-is-demand-planning', 'What demand planning is, and why spreadsheets stop working at 200 products'],
  'machine-learning': ['/blog/machine-learning-forecast', 'What machine learning adds to a forecast, and what it does not'],
  tariffs: ['/blog/tariff-scenarios', 'Tariffs changed again: three scenarios to run this week'],
  hiring: ['/blog/hiring-planners', 'Hiring a demand planner: a test that works'],
  'forecast-error': ['/resources/forecast-error-guide', 'The forecast error field guide'],
  'inventory-checklist': ['/resources/inventory-health-checklist', 'Inventory health checklist: 25 questions for Monday morning'],
  'sop-playbook': ['/resources/sop-playbook', 'The S&OP meeting that people want to attend'],
  'sop-template': ['/resources/sop-template', 'S&OP agenda and deck template'],
  'buyers-guide': ['/resources/buyers-guide', "The buyer's guide to supply chain planning"],
  'rfp-template': ['/resources/rfp-template', 'Request for proposal template for planning software'],
  'spare-parts': ['/resources/spare-parts', "The spare parts planner's handbook"],
  'fresh-food': ['/resources/fresh-food', 'Fresh food: planning with a best-before date'],
  regulated: ['/resources/regulated', 'Planning in regulated supply chains'],
  'cfo-one-pager': ['/resources/cfo-one-pager', 'Planning software for the CFO: cash, risk and payback on one page'],
  'erp-integration': ['/resources/erp-integration', 'Connecting Quayside to SAP, Dynamics and Oracle'],
  security: ['/resources/security', 'Security and data protection at Quayside'],
  implementation: ['/resources/implementation-guide', 'From kick-off to first plan in ten weeks'],
  'proof-of-concept': ['/resources/proof-of-concept', 'What happens in a four-week proof of concept'],
  warehouses: ['/resources/how-many-warehouses', 'How many warehouses is the right number?'],
  nearshoring: ['/resources/nearshoring-report', 'Nearshoring report: what 180 manufacturers did'],
  'state-of-planning': ['/resources/state-of-planning', 'The state of planning: salaries, tools and hours'],
  'demand-brochure': ['/resources/demand-brochure', 'Demand planning brochure'],
  'inventory-brochure': ['/resources/inventory-brochure', 'Inventory optimisation brochure'],
  'control-tower-brochure': ['/resources/control-tower-brochure', 'Control tower brochure'],
  'safety-stock': ['/tools/safety-stock-calculator', 'Safety stock calculator'],
  roi: ['/tools/roi-calculator', 'Return on planning: the business case calculator'],
  'webinar-promotions': ['/webinars/forecasting-promotions', 'Forecasting promotions without burning the shelf'],
  'webinar-network': ['/webinars/network-design-tariffs', 'Network design under tariffs: a live exercise'],
  'webinar-new-products': ['/webinars/new-products', 'Planning what has never been sold'],
  brewline: ['/customers/brewline', 'How Brewline cut stock by 18 % in two quarters'],
  nordkette: ['/customers/nordkette', 'Nordkette: 97 % on the shelf across 210 shops'],
  harborlink: ['/customers/harborlink', 'Harborlink moved 30 sites to one control tower'],
  meditron: ['/customers/meditron', 'Meditron keeps critical spares at 99.5 % with a quarter less stock'],
  fernway: ['/customers/fernway', 'Fernway redesigned its network before the lease ran out'],
  tessera: ['/customers/tessera', 'Tessera Chemicals plans 60 plants in one evening'],
  verdea: ['/customers/verdea', 'Verdea wastes 22 % less salad'],
  kestrel: ['/customers/kestrel', 'Kestrel Parts answers in four seconds'],
  tour: ['/videos/product-tour', 'Quayside in six minutes'],
  'planners-morning': ['/videos/planners-morning', "Working by exception: a planner's morning"],
  'late-vessel': ['/videos/late-vessel', 'A late vessel, seen nine days earlier'],
  'vs-spreadsheets': ['/compare/spreadsheets', 'Quayside compared with planning in spreadsheets'],
  'vs-erp': ['/compare/erp-module', "Quayside compared with your ERP's planning module"],
  'vs-suites': ['/compare/suites', 'Quayside compared with the big planning suites'],
  pricing: ['/pricing', 'Pricing and plans'],
  demo: ['/demo', 'See Quayside with your own data: 30-minute demo'],
  clinic: ['/events/planning-clinic', 'Open planning clinic, every first Tuesday'],
  'autumn-start': ['/offers/autumn-start', 'Autumn start: two months of onboarding included'],
  'nordkette-de': ['/de/kunden/nordkette', 'Nordkette: 97 % Verfügbarkeit in 210 Filialen'],
  'bestand-de': ['/de/ressourcen/bestand', 'Bestandsoptimierung: Broschüre'],
} as const

const pages = {
  home: ['/', 'Quayside: supply chain planning'],
  about: ['/about', 'About Quayside'],
  careers: ['/careers', 'Work at Quayside'],
  customers: ['/customers', 'Customers'],
  blog: ['/blog', 'Quayside blog'],
  contact: ['/contact', 'Talk to us'],
} as const

export type ContentKey = keyof typeof assets | keyof typeof pages

/** A page of the vendor's site by its short name. */
export function contentPage(key: ContentKey): ContentPage {
  const known: Readonly<Record<string, readonly [string, string]>> = { ...assets, ...pages }
  const [path, title] = known[key] ?? ['/', '']
  return { path, title, asset: key in assets }
}

export function contentUrl(key: ContentKey): string {
  return site + contentPage(key).path
}

/** Every page that is an item of the sample library. */
export const assetKeys = Object.keys(assets) as (keyof typeof assets)[]

/** A stable number for a page, as HubSpot gives its pages. */
export function pageId(key: ContentKey): string {
  const order = [...Object.keys(assets), ...Object.keys(pages)].indexOf(key)
  return String(184_990_000_000 + order * 17)
}
