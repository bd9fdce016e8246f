export interface CompanyPlan {
  id: string
  name: string
  domain: string
  industry: string
  employees: number
  city: string
  country: string
}

const rows: readonly (readonly [id: string, name: string, domain: string, industry: string, employees: number, city: string, country: string])[] = [
  ['80101', 'Alder & Finch Foods', 'alderfinch.example', 'FOOD_PRODUCTION', 420, 'Portland', 'United States'],
  ['80102', 'Brightwater Outdoor', 'brightwater-outdoor.example', 'APPAREL_FASHION', 650, 'Denver', 'United States'],
  ['80103', 'Coastline Medical Supply', 'coastlinemedical.example', 'MEDICAL_DEVICES', 310, 'Boston', 'United States'],
  ['80104', 'Draper Pumps', 'draperpumps.example', 'MACHINERY', 900, 'Milwaukee', 'United States'],
  ['80105', 'Eastfold Furniture', 'eastfold.example', 'FURNITURE', 280, 'High Point', 'United States'],
  ['80106', 'Granite Peak Brewing', 'granitepeak.example', 'FOOD_BEVERAGES', 190, 'Bozeman', 'United States'],
  ['80107', 'Halcyon Home', 'halcyonhome.example', 'RETAIL', 1100, 'Columbus', 'United States'],
  ['80108', 'Juniper Pet Foods', 'juniperpet.example', 'CONSUMER_GOODS', 350, 'Kansas City', 'United States'],
  ['80109', 'Kingsway Auto Parts', 'kingswayparts.example', 'AUTOMOTIVE', 1400, 'Detroit', 'United States'],
  ['80110', 'Larkspur Cosmetics', 'larkspur.example', 'COSMETICS', 240, 'Los Angeles', 'United States'],
  ['80111', 'Meridian Freight Partners', 'meridianfreight.example', 'LOGISTICS_AND_SUPPLY_CHAIN', 780, 'Memphis', 'United States'],
  ['80112', 'Northgate Electronics', 'northgate-electronics.example', 'ELECTRICAL_ELECTRONIC_MANUFACTURING', 520, 'Austin', 'United States'],
  ['80113', 'Orchard Lane Grocers', 'orchardlane.example', 'RETAIL', 2100, 'Minneapolis', 'United States'],
  ['80114', 'Pinecrest Chemicals', 'pinecrestchem.example', 'CHEMICALS', 610, 'Houston', 'United States'],
  ['80115', 'Redwing Toys', 'redwingtoys.example', 'CONSUMER_GOODS', 160, 'Providence', 'United States'],
  ['80116', 'Silverline Logistics', 'silverline-logistics.example', 'LOGISTICS_AND_SUPPLY_CHAIN', 430, 'Toronto', 'Canada'],
  ['80117', 'Trellis Analytics', 'trellis-analytics.example', 'COMPUTER_SOFTWARE', 60, 'San Francisco', 'United States'],
  ['80118', 'Westbrook State University', 'westbrook-state.example', 'HIGHER_EDUCATION', 5200, 'Westbrook', 'United States'],
]

const europeanRows: typeof rows = [
  ['80101', 'Van der Meulen Kaas', 'vandermeulen.example', 'FOOD_PRODUCTION', 260, 'Alkmaar', 'Netherlands'],
  ['80102', 'Lindenhof Werkzeuge', 'lindenhof.example', 'MACHINERY', 480, 'Ulm', 'Germany'],
  ['80103', 'Atelier Corbeau', 'ateliercorbeau.example', 'FURNITURE', 140, 'Lyon', 'France'],
  ['80104', 'Nordfrisk Seafood', 'nordfrisk.example', 'FOOD_PRODUCTION', 330, 'Esbjerg', 'Denmark'],
]

const toPlan = ([id, name, domain, industry, employees, city, country]: (typeof rows)[number]): CompanyPlan => ({ id, name, domain, industry, employees, city, country })

export const companyPlan: readonly CompanyPlan[] = rows.map(toPlan)
export const europeanCompanyPlan: readonly CompanyPlan[] = europeanRows.map(toPlan)
