export interface DealPlan {
  id: string
  name: string
  company: string
  contacts: readonly string[]
  stage: string
  amount: number
  owner: string
  createdDaysAgo: number
  /** Negative: expected ahead. */
  closeDaysAgo: number
  reason?: string | undefined
}

const rows: readonly (readonly [string, string, string, string, string, number, string, number, number, string?])[] = [
  ['60201', 'Granite Peak: demand planning', '80106', '70323', 'closedwon', 48_000, '41629779', 260, 150, 'Spreadsheets had reached their end; Brewline reference'],
  ['60202', 'Larkspur: launch planning', '80110', '70325', 'closedwon', 62_500, '41629780', 240, 120, 'New-product planning'],
  ['60203', 'Northgate: S&OP', '80112', '70328', 'closedwon', 118_000, '41629779', 270, 95, 'SAP integration, references'],
  ['60204', 'Kingsway: order promising', '80109', '70324', 'closedlost', 140_000, '41629779', 200, 160, "Chose the ERP's own module"],
  ['60205', 'Eastfold: inventory', '80105', '70326', 'closedlost', 31_000, '41629779', 170, 120, 'No budget this year'],
  ['60206', 'Pinecrest: production planning', '80114', '70327', 'closedlost', 210_000, '41629780', 190, 100, 'Group chose a big suite'],
  ['60207', 'Halcyon Home: promotions and replenishment', '80107', '70303', 'contractsent', 96_000, '41629780', 22, -18],
  ['60208', 'Orchard Lane: proof of concept', '80113', '70312;70332', 'presentationscheduled', 155_000, '41629780', 35, -60],
  ['60209', 'Alder & Finch: fresh planning', '80101', '70301', 'qualifiedtobuy', 54_000, '41629779', 4, -75],
  ['60210', 'Granite Peak: inventory module', '80106', '70323', 'closedwon', 18_000, '41629779', 60, 20, 'Expansion'],
]

export const dealPlan: readonly DealPlan[] = rows.map(([id, name, company, contacts, stage, amount, owner, createdDaysAgo, closeDaysAgo, reason]) => ({
  id, name, company, contacts: contacts.split(';'), stage, amount, owner, createdDaysAgo, closeDaysAgo, reason,
}))

export interface LeadPlan {
  id: string
  contact: string
  name: string
  label: 'HOT' | 'WARM' | 'COLD'
  stage: string
  daysAgo: number
  reason?: string | undefined
}

const leadRows: readonly (readonly [string, string, string, LeadPlan['label'], string, number, string?])[] = [
  ['55401', '70302', 'Marcus Feld, Draper Pumps', 'WARM', 'new-stage-id', 47],
  ['55402', '70301', 'Priya Raman, Alder & Finch Foods', 'HOT', 'qualified-stage-id', 20],
  ['55403', '70306', 'Samir Haddad, Meridian Freight', 'WARM', 'attempting-stage-id', 18],
  ['55404', '70307', 'Walter Reyes, Pinecrest Chemicals', 'COLD', 'new-stage-id', 1],
  ['55405', '70308', 'Nadia Petrov, Coastline Medical', 'WARM', 'new-stage-id', 20],
  ['55406', '70309', 'Elliot Marsh, Coastline Medical', 'WARM', 'new-stage-id', 11],
  ['55407', '70311', 'Victor Almeida, Draper Pumps', 'WARM', 'new-stage-id', 9],
  ['55408', '70314', 'Ingrid Solheim, Silverline Logistics', 'HOT', 'connected-stage-id', 28],
  ['55409', '70318', 'Marguerite Stone, Halcyon Home', 'WARM', 'new-stage-id', 31],
  ['55410', '70320', 'Quincy Barros, Kingsway Auto Parts', 'HOT', 'new-stage-id', 30],
  ['55411', '70336', 'Renee Thibault, Coastline Medical', 'WARM', 'new-stage-id', 10],
  ['55412', '70321', 'Theo Vance, Westbrook State', 'COLD', 'unqualified-stage-id', 36, 'NOT_A_FIT'],
  ['55413', '70322', 'Dana Whitlock, Trellis Analytics', 'HOT', 'new-stage-id', 28],
]

export const leadPlan: readonly LeadPlan[] = leadRows.map(([id, contact, name, label, stage, daysAgo, reason]) => ({ id, contact, name, label, stage, daysAgo, reason }))
